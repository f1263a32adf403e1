import type { CalendarYear } from './calendar-year.ts'
import { dateOfDayNumber, dayNumber, type PlainDate, plainDate, weekdayOf } from './plain-date.ts'

/** The answer where a year has no published calendar: nothing is guessed. */
export type Undetermined = 'undetermined'

/**
 * Working days by the published calendars of single years.
 * Days are counted from the day after the event (民法典 201); any question that needs a day of an unpublished year is 'undetermined'.
 */
export interface WorkingCalendar {
  /** The years that are published, ascending. */
  readonly years: readonly number[]
  isWorkingDay(date: PlainDate): boolean | Undetermined
  /** Working days after `afterExclusive` up to and with `toInclusive`; 0 when that span is empty. */
  workingDaysIn(afterExclusive: PlainDate, toInclusive: PlainDate): number | Undetermined
  /** The `count`-th working day after `date`; `date` itself for 0. */
  addWorkingDays(date: PlainDate, count: number): PlainDate | Undetermined
}

/** Builds the calendar; of two files for one year the later in the list holds (a company's own after the shipped one). */
export function makeWorkingCalendar(yearFiles: readonly CalendarYear[]): WorkingCalendar {
  const fileOfYear = new Map(yearFiles.map((file) => [file.year, file]))
  const years = [...fileOfYear.keys()].sort((a, b) => a - b)
  const spans = joinYears(years).map((run) => countDays(run.flatMap((year) => fileOfYear.get(year) ?? [])))
  const findSpan = (day: number) => spans.find((span) => day >= span.firstDay && day <= span.lastDay)

  return {
    years,
    isWorkingDay(date) {
      const day = dayNumber(date)
      const span = findSpan(day)
      return span === undefined ? 'undetermined' : workedUpTo(span, day) > workedUpTo(span, day - 1)
    },
    workingDaysIn(afterExclusive, toInclusive) {
      const first = dayNumber(afterExclusive) + 1
      const last = dayNumber(toInclusive)
      if (last < first) return 0
      const span = findSpan(first)
      if (span === undefined || last > span.lastDay) return 'undetermined'
      return workedUpTo(span, last) - workedUpTo(span, first - 1)
    },
    addWorkingDays(date, count) {
      if (!Number.isInteger(count) || count < 0)
        throw new RangeError(`working days must be a whole number, not ${count}`)
      if (count === 0) return date
      const day = dayNumber(date)
      const span = findSpan(day + 1)
      if (span === undefined) return 'undetermined'
      const found = span.workingDates[workedUpTo(span, day) + count - 1]
      return found ?? 'undetermined'
    },
  }
}

/** Published years without a gap between them: how many days were worked up to each, and the worked days in order. */
interface Span {
  readonly firstDay: number
  readonly lastDay: number
  /** `worked[i]`: working days from `firstDay` to `firstDay + i`. */
  readonly worked: Int32Array
  readonly workingDates: readonly PlainDate[]
}

function joinYears(years: readonly number[]): number[][] {
  const runs: number[][] = []
  for (const year of years) {
    const run = runs.at(-1)
    if (run?.at(-1) === year - 1) run.push(year)
    else runs.push([year])
  }
  return runs
}

function countDays(files: readonly CalendarYear[]): Span {
  const firstDay = dayNumber(plainDate(`${files[0]?.year}-01-01`))
  const lastDay = dayNumber(plainDate(`${files.at(-1)?.year}-12-31`))
  const off = new Set<string>(files.flatMap((file) => file.holidays))
  const madeUp = new Set<string>(files.flatMap((file) => file.makeUpDays))
  const worked = new Int32Array(lastDay - firstDay + 1)
  const workingDates: PlainDate[] = []
  for (let day = firstDay; day <= lastDay; day += 1) {
    const date = dateOfDayNumber(day)
    if (madeUp.has(date) || (weekdayOf(date) < 6 && !off.has(date))) workingDates.push(date)
    worked[day - firstDay] = workingDates.length
  }
  return { firstDay, lastDay, worked, workingDates }
}

/** Working days of the span up to and with `day`; 0 for the day before it begins. */
function workedUpTo(span: Span, day: number): number {
  return span.worked[day - span.firstDay] ?? 0
}
