import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { useCaseWords } from '../words/case-words.ts'
import { ClockPanel } from './ClockPanel.tsx'
import { StageLine } from './StageLine.tsx'
import { VerbMenu } from './VerbMenu.tsx'

interface CaseHeadProps {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
  readonly onProcess: () => void
}

export function CaseHead({ view, task, onProcess }: CaseHeadProps) {
  const { t } = useTranslation('desk')
  const words = useCaseWords()
  const { profile } = view
  const importance = view.variables.importance
  return (
    <header className="case-head">
      <div className="case-title">
        <div className="case-top">
          <p className="case-number">
            <span>{profile.caseNumber}</span>
            <span>{profile.address}</span>
          </p>
          <div className="case-tools">
            <button type="button" className="button" onClick={onProcess} aria-keyshortcuts="p">
              {t('showProcess')}
            </button>
            <VerbMenu view={view} task={task} />
          </div>
        </div>
        <div className="case-name">
          <h1>{profile.customerName}</h1>
          {view.variant && <span className="tag accent">{words.variant(view.variant)}</span>}
          <span className="tag outlined">{words.kind(profile.kind, profile.voltageClass)}</span>
          {profile.capacityKva !== null && <span className="tag outlined">{profile.capacityKva} kVA</span>}
          {typeof importance === 'string' && importance !== 'none' && (
            <span className="tag outlined">
              {t(`importance.${importance}` as 'importance.first', { defaultValue: importance })}
            </span>
          )}
          {view.endsOn && <span className="tag outlined">{t('endsOn', { day: view.endsOn })}</span>}
          {view.greenChannel && <span className="tag accent">{t('flag.green')}</span>}
          {view.status !== 'open' && <span className="tag stopped">{words.status(view.status)}</span>}
          {view.pause && <span className="tag stopped">{t('pausedBy', { party: words.party(view.pause.owner) })}</span>}
        </div>
        <StageLine view={view} />
      </div>
      <ClockPanel view={view} task={task} />
    </header>
  )
}
