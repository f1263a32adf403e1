import type { DraftScenario } from './draft-scenario.ts'
import { useWhatIfTexts } from './use-what-if.ts'

interface ScenarioListProps {
  readonly scenarios: readonly DraftScenario[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
  readonly onCopy: () => void
  readonly onRemove: (key: string) => void
  readonly isFull: boolean
}

/** Today and what is compared with it; the chosen one shows its levers below. */
export function ScenarioList({ scenarios, chosen, onChoose, onCopy, onRemove, isFull }: ScenarioListProps) {
  const texts = useWhatIfTexts()
  return (
    <fieldset className="scenario-list">
      <legend>{texts.scenarios}</legend>
      {[{ key: '', name: texts.today }, ...scenarios].map(({ key, name }) => (
        <div key={key} className={key === chosen ? 'scenario on' : 'scenario'}>
          <label>
            <input type="radio" name="scenario" checked={key === chosen} onChange={() => onChoose(key)} />
            <span>
              <b>{name}</b>
              {key === '' && <span className="small scenario-note">{texts.asToday}</span>}
            </span>
          </label>
          {key !== '' && (
            <button type="button" className="button text small" onClick={() => onRemove(key)}>
              {texts.remove}
              <span className="ui-hidden"> {name}</span>
            </button>
          )}
        </div>
      ))}
      <button type="button" className="button text" onClick={onCopy} disabled={isFull}>
        ＋ {texts.copy}
      </button>
    </fieldset>
  )
}
