import { useMemo } from 'react'
import type { PlainDate } from '#kernel'
import { useInbox } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { useWorkingCalendar, workingDaysLeft } from '../data/working-days.ts'
import { useDates } from '../words/dates.ts'
import type { InboxFilter } from './inbox-filter.ts'
import { daysUsed, groupLines, type InboxLine, urgencyOf } from './inbox-groups.ts'

/** The lines of a work list by urgency, with the working days that are left. */
export function useInboxLines(filter: InboxFilter) {
  const inbox = useInbox(filter)
  const { today } = useMe()
  const calendar = useWorkingCalendar()
  const dates = useDates()
  const groups = useMemo(() => {
    const rows = inbox.data?.pages.flatMap((page) => page.tasks) ?? []
    return groupLines(
      rows.map((row): InboxLine => {
        const daysLeft = row.due_on === null ? undefined : workingDaysLeft(calendar, today, row.due_on)
        const open = calendar.workingDaysIn(dates.plain(row.opened_at) as PlainDate, today as PlainDate)
        return {
          row,
          daysLeft,
          daysUsed: daysUsed(row, daysLeft),
          daysOpen: open === 'undetermined' ? undefined : open,
          urgency: urgencyOf(row, daysLeft, today),
        }
      }),
    )
  }, [inbox.data, calendar, today, dates])
  return { inbox, groups, lines: groups.flatMap((group) => group.lines) }
}
