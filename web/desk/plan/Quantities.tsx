import type { PlanOption } from '#service/plan-options/draft-plans'
import { wan } from './plan-figures.ts'
import { usePlanTexts } from './use-plan-texts.ts'

/** What is to be built, and what the company reckons with; never shown to the customer. */
export function Quantities({ cost }: { readonly cost: PlanOption['cost'] }) {
  const texts = usePlanTexts()
  return (
    <>
      <h3>{texts.quantities}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.check.rule}</th>
            <th scope="col" className="number">
              {texts.amount}
            </th>
            <th scope="col" className="number">
              {texts.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {cost.quantities.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same item may stand in two sources
            <tr key={at}>
              <th scope="row">{texts.quantity[row.item as keyof typeof texts.quantity] ?? row.item}</th>
              <td className="number">
                {Number(row.amount.toFixed(2))} {row.unit}
              </td>
              <td className="number">
                {row.source === '' ? texts.noPrice : `${wan(row.lowFen)}～${wan(row.highFen)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
