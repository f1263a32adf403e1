import { isPlainDate, type PlainDate, weekdayOf, yearOf } from './plain-date.ts'
import { accept, type Fault, type Result, refuse } from './result.ts'

/** One year's statutory holidays and make-up working days (调休), as published by the State Council and then by the company. */
export interface CalendarYear {
  readonly year: number
  /** Days off, weekends inside a holiday included. */
  readonly holidays: readonly PlainDate[]
  /** Saturdays and Sundays that are worked. */
  readonly makeUpDays: readonly PlainDate[]
  /** The notice the days come from. */
  readonly source: string
  readonly confidence: string
}

/**
 * Reads one year file: `{year, holidays, makeUpDays, source, confidence}`.
 * Refuses `calendar-faulty` with every fault at once: a day that is none, of another year, twice, or a make-up day that is no weekend.
 */
export function readCalendarYear(input: unknown): Result<CalendarYear> {
  const file = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  const { year } = file
  const faults: Fault[] = []
  if (!Number.isInteger(year)) faults.push({ path: 'year', code: 'year-missing' })
  for (const field of ['source', 'confidence']) {
    if (typeof file[field] !== 'string' || file[field] === '') faults.push({ path: field, code: 'required' })
  }
  const seen = new Set<string>()
  const readDays = (field: 'holidays' | 'makeUpDays'): PlainDate[] => {
    const days = file[field]
    if (!Array.isArray(days)) {
      faults.push({ path: field, code: 'list-missing' })
      return []
    }
    return days.flatMap((day: unknown, index) => {
      const code = faultOfDay(day, year, seen, field)
      if (code !== undefined) faults.push({ path: `${field}[${index}]`, code, data: { day } })
      seen.add(String(day))
      return code === undefined ? [day as PlainDate] : []
    })
  }
  const holidays = readDays('holidays')
  const makeUpDays = readDays('makeUpDays')
  if (faults.length > 0) return refuse({ code: 'calendar-faulty', faults })
  return accept({
    year: year as number,
    holidays,
    makeUpDays,
    source: file.source as string,
    confidence: file.confidence as string,
  })
}

function faultOfDay(day: unknown, year: unknown, seen: ReadonlySet<string>, field: string): string | undefined {
  if (typeof day !== 'string' || !isPlainDate(day)) return 'date-invalid'
  if (yearOf(day) !== year) return 'date-of-other-year'
  if (seen.has(day)) return 'date-twice'
  if (field === 'makeUpDays' && weekdayOf(day) < 6) return 'make-up-day-not-on-weekend'
  return undefined
}
