import type { Interval, ScenarioOutcome, WhatIfResult } from '#insight'
import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { fill } from '../../words/room-words.ts'
import { plainDays, showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { useGroupName } from './group-name.ts'
import { useWhatIfTexts } from './use-what-if.ts'

interface OutcomeTableProps {
  readonly result: WhatIfResult
  readonly staff: WhatIfBasis['staff']
  /** Further limits that late cases are counted against, in the order of the outcomes. */
  readonly furtherLimits: readonly number[]
}

export const points = (share: number): string => `${(share * 100).toFixed(1)}`.replace('-', '−')

/** Every scenario in figures, with intervals. */
export function OutcomeTable({ result: { outcomes, curve }, staff, furtherLimits }: OutcomeTableProps) {
  const texts = useWhatIfTexts()
  const { listGap, none } = useInsightTexts()
  const withSpread = (share: Interval | undefined) =>
    share ? `${showShare(share.mean)} ± ${points(share.halfWidth)}` : none
  const nameOf = useGroupName({ staff })
  const { table } = texts
  const between = ({ mean, halfWidth }: Interval) =>
    fill(texts.to, { from: points(mean - halfWidth), to: points(mean + halfWidth) })
  const columns = ['scenario', 'median', 'mean', 'p90', 'late', 'interval', 'change'] as const
  const lastColumns = ['visits', 'work', 'cost'] as const
  return (
    <>
      <ScrollRegion className="table-scroll" label={texts.figures}>
        <table className="table what-if-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={column === 'scenario' ? undefined : 'number'}>
                  {table[column]}
                </th>
              ))}
              {furtherLimits.map((days) => (
                <th key={days} scope="col" className="number">
                  {fill(table.lateAfter, { days })}
                </th>
              ))}
              {lastColumns.map((column) => (
                <th key={column} scope="col" className="number">
                  {table[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome, row) => (
              <tr key={outcome.name}>
                <th scope="row">
                  {row === 0 ? texts.today : outcome.name}
                  {outcome.overloaded.length > 0 && (
                    <span className="what-if-overloaded small">
                      {fill(texts.overloaded, { groups: outcome.overloaded.map(nameOf).join(listGap) })}
                    </span>
                  )}
                </th>
                <td className="number">{plainDays(outcome.medianDays.mean)}</td>
                <td className="number">{plainDays(outcome.meanDays.mean)}</td>
                <td className="number">{plainDays(outcome.p90Days.mean)}</td>
                <td className="number">{showShare(outcome.lateShare.mean)}</td>
                <td className="number">{between(outcome.lateShare)}</td>
                <td className="number">
                  {row === 0 ? (
                    table.baseline
                  ) : (
                    <span className={signOf(outcome)}>
                      {points(outcome.lateChange.mean)} ({between(outcome.lateChange)})
                    </span>
                  )}
                </td>
                {furtherLimits.map((days, place) => (
                  <td key={days} className="number">
                    {withSpread(outcome.furtherLate[place])}
                  </td>
                ))}
                <td className="number">{outcome.counterVisits?.toFixed(2) ?? none}</td>
                <td className="number">{outcome.workHoursPerCase.mean.toFixed(1)}</td>
                <td className="number">{Math.round(outcome.costPerCase.mean)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <details>
        <summary>{texts.load}</summary>
        <ScrollRegion className="table-scroll" label={texts.load}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{texts.group}</th>
                {outcomes.map(({ name }, row) => (
                  <th key={name} scope="col" className="number">
                    {row === 0 ? texts.today : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {staff.map(({ name }) => (
                <tr key={name}>
                  <th scope="row">{nameOf(name)}</th>
                  {outcomes.map((outcome) => (
                    <td key={outcome.name} className="number">
                      {loadOf(outcome, name)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
        <p className="quiet small">{texts.utilisation}</p>
      </details>
      {curve.length > 0 && (
        <details>
          <summary>{texts.curve}</summary>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{texts.managers}</th>
                <th scope="col" className="number">
                  {table.late}
                </th>
                <th scope="col" className="number">
                  {table.interval}
                </th>
              </tr>
            </thead>
            <tbody>
              {curve.map(({ people, lateShare }) => (
                <tr key={people}>
                  <th scope="row">{people}</th>
                  <td className="number">{showShare(lateShare.mean)}</td>
                  <td className="number">{between(lateShare)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}

/** Better or worse only where the interval leaves zero out. */
function signOf({ lateChange: { mean, halfWidth } }: ScenarioOutcome): string {
  if (mean + halfWidth < 0) return 'pair-less'
  return mean - halfWidth > 0 ? 'pair-more' : ''
}

function loadOf({ staff }: ScenarioOutcome, group: string): string {
  const found = staff.find(({ name }) => name === group)?.utilisation
  return found && Number.isFinite(found.mean) ? `${showShare(found.mean)} ± ${points(found.halfWidth)}` : '—'
}
