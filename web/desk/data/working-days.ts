import { useQueries } from '@tanstack/react-query'
import { makeWorkingCalendar, type PlainDate, readCalendarYear, type WorkingCalendar } from '#kernel'
import { apiGet } from '../../api/client.ts'
import { useCompany } from './queries.ts'

/** The published calendars of the years around today; days of other years are 'undetermined'. */
export function useWorkingCalendar(): WorkingCalendar {
  const { data: company } = useCompany()
  const year = Number(company?.today.slice(0, 4))
  const years = (company?.calendarYears ?? []).filter((published) => Math.abs(published - year) <= 1)
  return useQueries({
    queries: years.map((published) => ({
      queryKey: ['standard', 'calendar', String(published)],
      queryFn: () => apiGet<{ readonly content: string }>('/standards/calendar/content', { name: published }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (answers) => calendarOf(answers.flatMap((answer) => (answer.data ? [answer.data.content] : []))),
  })
}

const calendars = new Map<string, WorkingCalendar>()

function calendarOf(contents: readonly string[]): WorkingCalendar {
  const key = contents.join('\n')
  const known = calendars.get(key)
  if (known) return known
  const made = makeWorkingCalendar(
    contents.flatMap((content) => {
      const read = readCalendarYear(JSON.parse(content))
      return read.ok ? [read.value] : []
    }),
  )
  calendars.set(key, made)
  return made
}

/**
 * Working days between today and a due date: 0 on the day itself, negative once it is past; undefined where a calendar is
 * missing.
 */
export function workingDaysLeft(calendar: WorkingCalendar, today: string, dueOn: string): number | undefined {
  const [first, last] = today <= dueOn ? [today, dueOn] : [dueOn, today]
  const days = calendar.workingDaysIn(first as PlainDate, last as PlainDate)
  if (days === 'undetermined') return undefined
  return today <= dueOn ? days : -days
}
