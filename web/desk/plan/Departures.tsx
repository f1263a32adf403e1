import { useId } from 'react'
import type { PlanOption } from '#service/plan-options/draft-plans'
import { useCheckWords } from '../case/use-check-words.ts'
import { usePlanTexts } from './use-plan-texts.ts'

export type Reasons = Readonly<Record<string, string>>

interface DeparturesProps {
  readonly departures: PlanOption['departures']
  readonly reasons: Reasons
  readonly onReason: (check: string, reason: string) => void
}

/** What departs from the rules, each with the reason the designer answers for; a second person signs it. */
export function Departures({ departures, reasons, onReason }: DeparturesProps) {
  const texts = usePlanTexts()
  const words = useCheckWords()
  const id = useId()
  if (departures.length === 0) return null
  return (
    <section className="departures" aria-label={texts.departures}>
      <h3>{texts.departures}</h3>
      <p className="small quiet">{texts.departuresHint}</p>
      {departures.map(({ check, number, limit }, at) => (
        <p key={check}>
          <label className="small" htmlFor={`${id}-${at}`}>
            {words.name(check)}{' '}
            <span className="quiet">
              {words.value(check, number)} / {words.value(check, limit)}
            </span>
          </label>
          <textarea
            id={`${id}-${at}`}
            rows={2}
            value={reasons[check] ?? ''}
            onChange={({ target }) => onReason(check, target.value)}
          />
        </p>
      ))}
    </section>
  )
}
