import type { RunState } from '#service/insight/what-if/what-if-runs'
import { Failure } from '../../parts/Failure.tsx'
import { fill } from '../../words/room-words.ts'
import { RefusedFaults } from './RefusedFaults.tsx'
import { useWhatIfTexts } from './use-what-if.ts'

interface RunPanelProps {
  readonly state: RunState | undefined
  readonly error: Error | null
  readonly isChanged: boolean
  readonly onRun: () => void
  readonly onCurve: () => void
  readonly onCancel: () => void
}

/** Starts a run, shows how far it is, ends it, and says what became of it. */
export function RunPanel({ state, error, isChanged, onRun, onCurve, onCancel }: RunPanelProps) {
  const texts = useWhatIfTexts()
  const isRunning = state?.status === 'running' && !error
  return (
    <div className="run-panel">
      {isRunning ? (
        <>
          <progress value={state.share} max={1} aria-label={texts.running} />
          <button type="button" className="button" onClick={onCancel}>
            {texts.cancel}
          </button>
        </>
      ) : (
        <>
          <button type="button" className="button primary" onClick={onRun}>
            {state ? texts.runAgain : texts.run}
          </button>
          <button type="button" className="button" onClick={onCurve}>
            {texts.askCurve}
          </button>
        </>
      )}
      <p className="small scenario-note" role="status">
        {isRunning && `${texts.running} ${Math.round(state.share * 100)} %`}
        {state?.status === 'done' && fill(texts.took, { runs: state.result.runs, seconds: state.seconds.toFixed(1) })}
        {state?.status === 'cancelled' && texts.cancelled}
        {state?.status === 'failed' && texts.failed}
        {isChanged && ` ${texts.changed}`}
      </p>
      <p className="small scenario-note">{texts.common}</p>
      {error && <Failure error={error} />}
      {error && <RefusedFaults error={error} />}
    </div>
  )
}
