import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { isSameDay } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { stageWords } from '../../ui/stage-words.ts'
import { DoneStep, NextSteps, NowStep } from './TrackSteps.tsx'

type Stage = CustomerCaseView['stages'][number]

/** The case as a conductor: solid what is done, a dot today, dashes ahead; each part with its owner. */
export function Track({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  return (
    <section className="section" aria-labelledby="track">
      <h2 id="track">{t('case.track')}</h2>
      <ol className="track">
        {view.stages.map((stage) => (
          <TrackedStage key={stage.stage} stage={stage} view={view} />
        ))}
      </ol>
    </section>
  )
}

function TrackedStage({ stage, view }: { readonly stage: Stage; readonly view: CustomerCaseView }) {
  const { t } = useTranslation(['portal', 'ui'])
  const done = stage.steps.filter((step) => step.state === 'done')
  const now = stage.steps.filter((step) => step.state === 'now')
  return (
    <li className={`track-stage track-${stage.state}`}>
      <span className="track-node">{stage.state === 'done' && <Icon name="check" small />}</span>
      <h3>
        {stageWords(t as never, stage.stage)}
        <StageTag stage={stage} />
      </h3>
      {done.length + now.length > 0 && (
        <ul className="track-events">
          {done.map((step) => (
            <DoneStep key={step.elementId} step={step} />
          ))}
          {now.map((step) => (
            <NowStep key={step.elementId} step={step} view={view} />
          ))}
        </ul>
      )}
      {stage.state !== 'done' && <NextSteps steps={stage.steps} />}
    </li>
  )
}

function StageTag({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation(['portal', 'ui'])
  if (stage.state === 'now') return <span className="tag tag-accent">{t('ui:track.now')}</span>
  if (stage.state === 'next') return <span className="ui-hidden">{t('ui:track.next')}</span>
  const sameDay = stage.startedAt && stage.endedAt && isSameDay(stage.startedAt, stage.endedAt)
  return <span className="tag tag-ok">{t(sameDay ? 'case.sameDay' : 'ui:track.done')}</span>
}
