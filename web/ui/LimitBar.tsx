import { useTranslation } from 'react-i18next'
import './limit-bar.css'
import { type LimitBarReading, limitSentence } from './limit-words.ts'

/** More cells than this are thinner than a pixel on a phone, or in a list: then a cell stands for several days. */
const mostCells = { large: 60, small: 22 }

/**
 * A limit as a bar of fixed width, one cell a working day: used cells filled, a stop mark at the limit, days past it taller and
 * in the late colour, hatched while the clock stands still. The sentence beside says the same to a screen reader.
 */
export function LimitBar({ reading, small = false }: { readonly reading: LimitBarReading; readonly small?: boolean }) {
  const { t } = useTranslation('ui')
  const { limitDays, standing } = reading
  const used = reading.usedDays === 'undetermined' ? 0 : reading.usedDays
  const total = Math.max(1, limitDays, used)
  const cells = Math.min(total, small ? mostCells.small : mostCells.large)
  const daysPerCell = total / cells
  return (
    <span
      className={`limit-bar${small ? ' small' : ''} limit-bar-${standing}`}
      role="img"
      aria-label={limitSentence(t, reading)}
      style={{ gridTemplateColumns: `repeat(${cells}, minmax(0, 1fr))` }}
    >
      {Array.from({ length: cells }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its day
        <i key={index} className={cellKind((index + 1) * daysPerCell, used, limitDays)} />
      ))}
    </span>
  )
}

function cellKind(day: number, used: number, limitDays: number): string {
  if (day > limitDays) return used > limitDays ? 'over' : 'rest'
  const last = day === limitDays && used > limitDays ? ' last' : ''
  return (day <= used ? 'used' : 'rest') + last
}
