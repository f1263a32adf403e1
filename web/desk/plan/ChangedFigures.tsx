import type { PlanOption } from '#service/plan-options/draft-plans'
import type { ProvedPlan } from '#service/plan-options/prove-plan'
import { useList } from '../words/list-words.ts'
import { checksOf, dropPercent, isOpen, lengthM, wan } from './plan-figures.ts'
import { usePlanTexts } from './use-plan-texts.ts'

interface ChangedFiguresProps {
  readonly draft: PlanOption
  readonly plan: ProvedPlan
}

/** What was changed against the draft, and what that costs: only rows that differ, and always the estimate. */
export function ChangedFigures({ draft, plan }: ChangedFiguresProps) {
  const texts = usePlanTexts()
  const list = useList()
  const transformers = ({ form }: Pick<PlanOption, 'form'>) =>
    list(form.transformers.map(({ capacityKva, count }) => `${count} × ${capacityKva} kVA`))
  const sources = (each: Pick<PlanOption, 'sources'>, of: (source: PlanOption['sources'][number]) => string) =>
    list(each.sources.map(of))
  const failed = (each: Parameters<typeof checksOf>[0]) => checksOf(each).filter(isOpen).length
  const middle = ({ cost }: Pick<PlanOption, 'cost'>) => (cost.lowFen + cost.highFen) / 2
  const texted = [
    [texts.accessPoint, sources(draft, (s) => s.accessPoint), sources(plan, (s) => s.accessPoint)],
    [texts.conductor, sources(draft, (s) => s.conductor), sources(plan, (s) => s.conductor)],
    [texts.transformer, transformers(draft), transformers(plan)],
  ] as const
  const numbers = [
    [texts.changedLength, lengthM(draft), lengthM(plan), 0],
    [texts.changedDrop, dropPercent(draft), dropPercent(plan), 2],
    [texts.changedFailed, failed(draft), failed(plan), 0],
    [texts.changedCost, middle(draft) / 1_000_000, middle(plan) / 1_000_000, 1],
    [texts.changedLife, draft.cost.lifeCycleFen / 1_000_000, plan.cost.lifeCycleFen / 1_000_000, 1],
  ] as const
  return (
    <section aria-label={texts.against}>
      <h3>{texts.against}</h3>
      <table className="table changed">
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.drafted}</th>
            <th scope="col">{texts.now}</th>
            <th scope="col" className="number">
              {texts.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {texted
            .filter(([, before, after]) => before !== after)
            .map(([name, before, after]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{before}</td>
                <td>{after}</td>
                <td />
              </tr>
            ))}
          {numbers.map(([name, before, after, digits]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{before.toFixed(digits)}</td>
              <td className="number">{after.toFixed(digits)}</td>
              <td className="number">{signed(after - before, digits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">
        {plan.cost.lowFen === 0
          ? texts.noPrices
          : `${texts.estimateRange} ${wan(plan.cost.lowFen)}～${wan(plan.cost.highFen)}`}
      </p>
    </section>
  )
}

/** A difference with its sign; what rounds to nothing has none. */
function signed(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits)) || 0
  return `${rounded > 0 ? '+' : ''}${rounded.toFixed(digits)}`
}
