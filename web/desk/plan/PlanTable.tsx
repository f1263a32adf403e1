import type { PlanOption, PlanOptions } from '#service/plan-options/draft-plans'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { useList } from '../words/list-words.ts'
import { fill } from '../words/room-words.ts'
import { checksOf, dropPercent, figureOf, isOpen, lengthM, wan } from './plan-figures.ts'
import { usePlanTexts } from './use-plan-texts.ts'

interface PlanTableProps {
  readonly options: PlanOptions
  readonly chosenRank: number
  readonly onChoose: (rank: number) => void
}

/** The candidates, best first; those that need an exception after all that pass. */
export function PlanTable({ options, chosenRank, onChoose }: PlanTableProps) {
  const texts = usePlanTexts()
  const isLow = options.need.voltage.kv < 1
  const failed = options.plans.filter((plan) => plan.verdict !== 'passes').length
  return (
    <ScrollRegion className="plans-table" label={texts.title}>
      <table className="table">
        <caption>
          <b>{fill(texts.candidates, { count: options.plans.length })}</b>{' '}
          {failed > 0 && <span className="quiet small">{fill(texts.failed, { count: failed })}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{texts.column.rank}</th>
            <th scope="col">{texts.column.access}</th>
            <th scope="col">{texts.column.way}</th>
            {(['length', 'loading', 'drop', 'loss', 'checks', 'cost', 'score'] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {name === 'loading' && isLow ? texts.column.transformerLoading : texts.column[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.plans.map((plan) => (
            <Row key={plan.rank} plan={plan} isChosen={plan.rank === chosenRank} onChoose={onChoose} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Row({ plan, isChosen, onChoose }: { plan: PlanOption; isChosen: boolean; onChoose: (rank: number) => void }) {
  const texts = usePlanTexts()
  const list = useList()
  const checks = checksOf(plan)
  const open = checks.filter(isOpen).length
  const percent = (rule: string, factor: number) => {
    const value = figureOf(plan, rule)?.value
    return value === null || value === undefined ? '–' : `${(value * factor).toFixed(1)} %`
  }
  const names = plan.sources.map(({ kind, feeder, busSection, accessPoint }) =>
    kind === 'public-transformer'
      ? accessPoint
      : feeder === null
        ? fill(texts.newFeeder, { section: busSection })
        : `${feeder} ${accessPoint}`,
  )
  const loading = figureOf(plan, 'proof.feederLoadingAfter') ?? figureOf(plan, 'lowVoltage.publicTransformerLoading')
  return (
    <tr className={isChosen ? 'is-chosen' : undefined}>
      <td>
        <span className="plan-number">{plan.rank}</span>
      </td>
      <th scope="row">
        <button type="button" className="button text" aria-pressed={isChosen} onClick={() => onChoose(plan.rank)}>
          {names.join('；')}
          {plan.sources.some(({ isPresent }) => isPresent) && ` ${texts.presentMark}`}
        </button>
      </th>
      <td className="small">
        {list(plan.sources.map((source) => texts[source.laying]))} {plan.mode !== 'single' && texts.mode[plan.mode]}
      </td>
      <td className="number">{(lengthM(plan) / 1000).toFixed(2)}</td>
      <td className="number">
        <LoadingBar value={loading?.value} limit={loading?.limit} />
      </td>
      <td className="number">{dropPercent(plan).toFixed(2)} %</td>
      <td className="number">{percent('access.feederLoss', 1)}</td>
      <td className={open > 0 ? 'number open-checks' : 'number'}>
        {open > 0 ? '✕' : '✓'} {checks.length - open}/{checks.length}
      </td>
      <td className="number">
        {wan(plan.cost.lowFen)}～{wan(plan.cost.highFen)}
      </td>
      <td className="number">
        <b>{plan.score?.total.toFixed(1) ?? '–'}</b>
      </td>
    </tr>
  )
}

/** Loading of the feeder with the customer on it, against its limit; in words beside, never by colour alone. */
function LoadingBar({
  value,
  limit,
}: {
  readonly value: number | null | undefined
  readonly limit: number | undefined
}) {
  if (value === null || value === undefined) return <>–</>
  const share = Math.min(1, value)
  return (
    <span className="plan-loading">
      <span className="plan-bar" aria-hidden="true">
        <i style={{ width: `${share * 100}%` }} className={limit !== undefined && value > limit ? 'over' : undefined} />
        {limit !== undefined && <b style={{ left: `${limit * 100}%` }} />}
      </span>
      {(value * 100).toFixed(1)} %
    </span>
  )
}
