import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { Icon } from '../../ui/Icon.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'

/** The stages with the day each ended, and the step that runs in the present one. */
export function StageLine({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation(['desk', 'ui'])
  const words = useCaseWords()
  const dates = useDates()
  return (
    <ol className="stage-line" aria-label={t('stages')}>
      {view.stages.map((stage, index) => (
        <li key={stage.stage} className={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
          <span className="stage-mark">{stage.state === 'done' ? <Icon name="check" small /> : index + 1}</span>
          <span>
            <b>{words.stage(stage.stage)}</b>
            <span className="stage-note">
              {stage.state === 'done' && stage.endedAt && t('stageDone', { day: dates.short(stage.endedAt) })}
              {stage.state === 'now' && stage.startedAt && t('stageNow', { day: dates.short(stage.startedAt) })}
              {stage.state === 'next' && t('ui:track.next')}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
