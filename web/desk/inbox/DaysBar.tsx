import { useTranslation } from 'react-i18next'
import '../../ui/limit-bar.css'
import type { Urgency } from './inbox-groups.ts'

interface DaysBarProps {
  readonly urgency: Urgency
  readonly daysOpen: number | undefined
  readonly daysLeft: number | undefined
}

const standings = {
  late: 'late',
  today: 'today',
  soon: 'soon',
  onTime: 'on-time',
  stopped: 'stopped',
  noLimit: 'ended',
} as const
/** A bar of 76 px has room for so many cells; longer ones are drawn in the same proportion. */
const mostCells = 22

/** The step so far and what is left, one cell a working day; past the due day taller and in the late colour. */
export function DaysBar({ urgency, daysOpen = 0, daysLeft = 0 }: DaysBarProps) {
  const { t } = useTranslation('desk')
  if (urgency === 'noLimit') return <span className="quiet small">—</span>
  const over = Math.max(0, -daysLeft)
  const used = urgency === 'stopped' ? Math.max(1, daysOpen) : Math.max(daysOpen, over)
  const total = Math.max(1, used + Math.max(0, daysLeft))
  const cells = Math.min(total, mostCells)
  const kindOf = (cell: number) => {
    const day = ((cell + 1) * total) / cells
    if (day > used) return 'rest'
    return day > used - over ? 'over' : 'used'
  }
  return (
    <span
      className={`limit-bar small limit-bar-${standings[urgency]}`}
      role="img"
      aria-label={t(over > 0 ? 'bar.late' : urgency === 'stopped' ? 'bar.stopped' : 'bar.left', {
        open: used,
        left: daysLeft,
        over,
      })}
      style={{ gridTemplateColumns: `repeat(${cells}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: cells }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its day
        <i key={cell} className={kindOf(cell)} />
      ))}
    </span>
  )
}
