import type { PlanOptions } from '#service/plan-options/draft-plans'
import { fill } from '../words/room-words.ts'
import { measured } from './plan-figures.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import { useRuleNames } from './use-rule-names.ts'

/** Why no plan passes, and what would make one possible. */
export function NoPlan({ noPlan }: { readonly noPlan: NonNullable<PlanOptions['noPlan']> }) {
  const texts = usePlanTexts()
  const ruleName = useRuleNames()
  return (
    <section className="plans-none" aria-label={texts.noPlan}>
      <h2>{texts.noPlan}</h2>
      {noPlan.reasons.length > 0 && (
        <>
          <h3>{texts.reasons}</h3>
          <ul>
            {noPlan.reasons.map((reason) => (
              <li key={`${reason.rule} ${reason.at}`}>
                {fill(texts.reason, {
                  rule: ruleName(reason.rule),
                  at: reason.at,
                  value: measured({ ...reason, unit: '' }, reason.value, texts.unknownValue),
                  limit: measured({ ...reason, unit: '' }, reason.limit, ''),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{texts.remedies}</h3>
      <ul>
        {noPlan.remedies.map((remedy) => (
          <li key={remedy}>{texts.remedy[remedy]}</li>
        ))}
      </ul>
    </section>
  )
}
