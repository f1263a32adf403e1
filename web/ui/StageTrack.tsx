import { useTranslation } from 'react-i18next'
import { Icon } from './Icon.tsx'
import './stage-track.css'
import { shortStageWords, stageWords } from './stage-words.ts'

export interface TrackedStage {
  readonly stage: string
  readonly state: 'done' | 'now' | 'next'
}

/** Up to so many stages have room for their full names on a phone. */
const mostFullNames = 4

/** The stages of a case in a row like a conductor: solid behind, a dot today, dashes ahead. */
export function StageTrack({ stages }: { readonly stages: readonly TrackedStage[] }) {
  const { t } = useTranslation('ui')
  const nameOf = stages.length > mostFullNames ? shortStageWords : stageWords
  return (
    <ol className="stage-track">
      {stages.map(({ stage, state }) => (
        <li key={stage} className={`stage-track-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span className="stage-track-node">{state === 'done' && <Icon name="check" small />}</span>
          <span className="stage-track-name">{nameOf(t, stage)}</span>
          <span className="ui-hidden">{t(`track.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}
