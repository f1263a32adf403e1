import { useTranslation } from 'react-i18next'
import { LimitBar } from '../../ui/LimitBar.tsx'
import type { InboxLine, Urgency } from './inbox-groups.ts'

const standings = {
  late: 'late',
  today: 'today',
  soon: 'soon',
  onTime: 'on-time',
  stopped: 'stopped',
  noLimit: 'ended',
} as const satisfies Record<Urgency, string>

/** The limit that falls due first as a bar of one cell a working day; a task without limit says since when it lies here. */
export function LimitCell({ line }: { readonly line: InboxLine }) {
  const { t } = useTranslation('desk')
  const { row, urgency, daysUsed, daysOpen } = line
  if (row.limit_days === null || urgency === 'noLimit') {
    return <span className="quiet small">{daysOpen === undefined ? '—' : t('openFor', { count: daysOpen })}</span>
  }
  return (
    <LimitBar
      small
      reading={{
        ruleSet: 'tightest',
        limitDays: row.limit_days,
        usedDays: daysUsed ?? 'undetermined',
        standing: standings[urgency],
      }}
    />
  )
}
