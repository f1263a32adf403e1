import type { ScenarioOutcome } from '#insight'
import { fill } from '../../words/room-words.ts'
import { plainDays, showShare } from '../figures.ts'
import { useWhatIfTexts } from './use-what-if.ts'

interface DistributionPlotProps {
  readonly outcomes: readonly ScenarioOutcome[]
  readonly limitDays: number
}

const width = 600
const left = 8
const right = 584
const rowHeight = 147
const top = 20
const barHeight = 86
/** Bins that are always shown, and most of them. */
const fewestDays = 20

/** One distribution below the other on one axis of working days, each with today's outline. */
export function DistributionPlot({ outcomes, limitDays }: DistributionPlotProps) {
  const texts = useWhatIfTexts()
  const days = daysShown(outcomes, limitDays)
  const x = (day: number): number => left + (Math.min(day, days) / days) * (right - left)
  const highest = Math.max(...outcomes.flatMap(({ daysShares }) => folded(daysShares, days)))
  const height = top + rowHeight * outcomes.length + 26
  const step = days <= 30 ? 5 : 10
  const marks = Array.from({ length: Math.floor(days / step) }, (_, i) => i * step)
  return (
    <svg
      className="distribution"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fill(texts.plotName, { count: outcomes.length })}
    >
      <path d={`M${x(limitDays)} ${top + 2}V${height - 26}`} className="limit-line" />
      <text x={x(limitDays)} y="13" textAnchor={limitDays > days * 0.75 ? 'end' : 'middle'} className="limit-name">
        {fill(texts.limitAt, { days: limitDays })}
      </text>
      {outcomes.map((outcome, row) => (
        <Row
          key={outcome.name}
          outcome={outcome}
          name={row === 0 ? texts.today : outcome.name}
          isToday={row === 0}
          outline={row === 0 ? [] : folded(outcomes[0]?.daysShares ?? [], days)}
          base={top + rowHeight * (row + 1) - 14}
          days={days}
          limitDays={limitDays}
          highest={highest}
          x={x}
        />
      ))}
      <g className="axis">
        {marks.map((day) => (
          <text key={day} x={x(day)} y={height - 6} textAnchor={day === 0 ? 'start' : 'middle'}>
            {day}
          </text>
        ))}
        <text x={right} y={height - 6} textAnchor="end">
          {texts.workingDays}
        </text>
      </g>
    </svg>
  )
}

interface RowProps {
  readonly outcome: ScenarioOutcome
  readonly name: string
  readonly isToday: boolean
  readonly outline: readonly number[]
  readonly base: number
  readonly days: number
  readonly limitDays: number
  readonly highest: number
  readonly x: (day: number) => number
}

function Row({ outcome, name, isToday, outline, base, days, limitDays, highest, x }: RowProps) {
  const texts = useWhatIfTexts()
  const shares = folded(outcome.daysShares, days)
  const y = (share: number): number => base - (share / highest) * barHeight
  const bar = x(1) - x(0)
  const median = x(outcome.medianDays.mean)
  const ninety = x(outcome.p90Days.mean)
  const steps = outline.map((share, day) => `L${x(day)} ${y(share)}H${x(day + 1)}`).join('')
  return (
    <g>
      <text x={left} y={base - barHeight - 30} className="row-name">
        {name}
      </text>
      <text x={left} y={base - barHeight - 13} className="row-note">
        <tspan className="row-late">{showShare(outcome.lateShare.mean)}</tspan> {texts.over}
        {'  '}
        {fill(texts.within, {
          median: plainDays(outcome.medianDays.mean),
          p90: plainDays(outcome.p90Days.mean),
        })}
      </text>
      {shares.map((share, day) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its day
          key={day}
          x={x(day) + 0.6}
          y={y(share)}
          width={bar - 1.2}
          height={base - y(share)}
          className={day >= limitDays ? 'bar is-late' : isToday ? 'bar is-today' : 'bar'}
        />
      ))}
      {steps && <path d={`M${x(0)} ${base}${steps}V${base}`} className="outline" />}
      <path d={`M${left} ${base + 0.5}H${right}`} className="base" />
      <path d={`M${median} ${base + 1}l-5 8h10z`} fill="var(--ink)" />
      <path d={`M${ninety} ${base + 1}l-5 8h10z`} fill="var(--paper)" stroke="var(--ink)" strokeWidth="1.3" />
    </g>
  )
}

/** So many days that all but one in two hundred cases of every scenario are inside. */
export function daysShown(outcomes: readonly ScenarioOutcome[], limitDays: number): number {
  const needed = outcomes.map(({ daysShares }) => {
    let sum = 0
    const day = daysShares.findIndex((share) => {
      sum += share
      return sum >= 0.995
    })
    return day < 0 ? daysShares.length : day + 1
  })
  return Math.max(fewestDays, limitDays + 2, ...needed)
}

/** Longer cases in the last bar shown. */
function folded(shares: readonly number[], days: number): readonly number[] {
  const shown = shares.slice(0, days)
  const rest = shares.slice(days).reduce((sum, share) => sum + share, 0)
  return shown.map((share, day) => (day === days - 1 ? share + rest : share))
}
