import type { PlanOptions } from '#service/plan-options/draft-plans'
import { useList } from '../words/list-words.ts'
import { fill } from '../words/room-words.ts'
import { isOpen, measured, shown } from './plan-figures.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import { useRuleNames } from './use-rule-names.ts'

/** Low-voltage plans where they are the answer; else why there is none, and what would make one possible. */
export function NoPlan({ options: { lowVoltagePlans, noPlan } }: { readonly options: PlanOptions }) {
  const texts = usePlanTexts()
  const ruleName = useRuleNames()
  const list = useList()
  return (
    <div className="plans-none">
      {lowVoltagePlans.length > 0 && (
        <ol>
          {lowVoltagePlans.map((plan) => (
            <li key={plan.rank}>
              {fill(texts.lowVoltage, {
                transformer: plan.transformer,
                length: Math.round(plan.route.lengthM),
                drop: shown(plan.dropPercent ?? null, texts.unknownValue),
              })}{' '}
              <span className="quiet">
                {list(plan.checks.filter(isOpen).map((check) => ruleName(check.rule))) || texts.passes}
              </span>
            </li>
          ))}
        </ol>
      )}
      {noPlan && (
        <>
          <h2>{texts.noPlan}</h2>
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
          <h3>{texts.remedies}</h3>
          <ul>
            {noPlan.remedies.map((remedy) => (
              <li key={remedy}>{texts.remedy[remedy]}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
