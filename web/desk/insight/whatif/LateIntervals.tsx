import type { ScenarioOutcome } from '#insight'
import { useWhatIfTexts } from './use-what-if.ts'

const left = 4
const right = 408
const rowHeight = 44

/** Late share of each scenario with its interval, today as a dashed line. */
export function LateIntervals({ outcomes }: { readonly outcomes: readonly ScenarioOutcome[] }) {
  const texts = useWhatIfTexts()
  const most = niceTop(Math.max(...outcomes.map(({ lateShare }) => lateShare.mean + lateShare.halfWidth)))
  const x = (share: number): number => left + (Math.max(0, Math.min(share, most)) / most) * (right - left)
  const bottom = rowHeight * outcomes.length + 6
  const today = outcomes[0]?.lateShare.mean ?? 0
  return (
    <svg className="late-plot" viewBox={`0 0 420 ${bottom + 22}`} role="img" aria-label={texts.lateName}>
      {[0, 0.25, 0.5, 0.75, 1].map((part) => (
        <g key={part}>
          <path d={`M${x(most * part)} 0V${bottom}`} stroke="var(--line)" />
          <text x={x(most * part)} y={bottom + 16} className="axis" textAnchor={anchor(part)}>
            {Math.round(most * part * 1000) / 10}
            {part === 1 && ' %'}
          </text>
        </g>
      ))}
      <path d={`M${x(today)} 0V${bottom}`} stroke="var(--ink-3)" strokeDasharray="3 3" />
      {outcomes.map(({ name, lateShare: { mean, halfWidth } }, row) => {
        const y = row * rowHeight + 30
        const colour = row === 0 ? 'var(--ink-2)' : 'var(--accent)'
        const [from, to] = [x(mean - halfWidth), x(mean + halfWidth)]
        return (
          <g key={name}>
            <text
              x={mean > most / 2 ? to : from}
              y={y - 12}
              className="row-note"
              textAnchor={mean > most / 2 ? 'end' : 'start'}
            >
              {row === 0 ? texts.today : name}
            </text>
            <path d={`M${from} ${y}H${to}M${from} ${y - 5}v10M${to} ${y - 5}v10`} stroke={colour} strokeWidth="2.2" />
            <circle cx={x(mean)} cy={y} r="5.5" fill={colour} stroke="var(--sunk)" strokeWidth="1.5" />
          </g>
        )
      })}
    </svg>
  )
}

const anchor = (part: number) => (part === 0 ? 'start' : part === 1 ? 'end' : 'middle')

/** The next of 1, 2, 5 × a power of ten above a share, at most the whole. */
export function niceTop(share: number): number {
  const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
  return steps.find((step) => step >= share) ?? 1
}
