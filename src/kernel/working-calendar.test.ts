import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCalendarYear } from './calendar-year.ts'
import { addDays, dateOfDayNumber, dayNumber, type PlainDate, plainDate, weekdayOf } from './plain-date.ts'
import { getAccepted } from './result.ts'
import { makeWorkingCalendar } from './working-calendar.ts'

const files = [2024, 2025, 2026].map((year) =>
  getAccepted(readCalendarYear(JSON.parse(readFileSync(`standards/calendar/${year}.json`, 'utf8')))),
)
const calendar = makeWorkingCalendar(files)
const day = plainDate
const firstDay = dayNumber(day('2024-01-01'))
const lastDay = dayNumber(day('2026-12-31'))
const publishedDay = fc.integer({ min: firstDay, max: lastDay }).map(dateOfDayNumber)

/** Counting by hand, one day after the other. */
function countSlowly(after: PlainDate, to: PlainDate): number {
  let count = 0
  for (let date = addDays(after, 1); date <= to; date = addDays(date, 1)) {
    const file = files.find((year) => date.startsWith(String(year.year)))
    const off = weekdayOf(date) >= 6 || file?.holidays.includes(date)
    if (file?.makeUpDays.includes(date) || !off) count += 1
  }
  return count
}

describe('the published years', () => {
  it('have as many days off as their notices say', () => {
    // 2024: 1+8+3+5+1+3+7, 2025: 1+8+3+5+3+8, 2026: 3+9+3+5+3+3+7; make-up days 8, 5, 6.
    expect(files.map((file) => [file.holidays.length, file.makeUpDays.length])).toEqual([
      [28, 8],
      [28, 5],
      [33, 6],
    ])
  })

  it('work on make-up Saturdays and rest on holiday Mondays', () => {
    expect(calendar.isWorkingDay(day('2026-02-28'))).toBe(true) // Saturday
    expect(calendar.isWorkingDay(day('2026-02-23'))).toBe(false) // Monday
    expect(calendar.isWorkingDay(day('2026-03-01'))).toBe(false) // Sunday
    expect(calendar.isWorkingDay(day('2026-10-08'))).toBe(true) // Thursday
  })
})

describe('counting', () => {
  it('begins on the day after', () => {
    expect(calendar.addWorkingDays(day('2026-03-02'), 1)).toBe('2026-03-03')
    // Friday before a make-up Saturday.
    expect(calendar.addWorkingDays(day('2026-05-08'), 1)).toBe('2026-05-09')
    expect(calendar.addWorkingDays(day('2026-09-30'), 1)).toBe('2026-10-08')
    expect(calendar.workingDaysIn(day('2026-09-30'), day('2026-10-10'))).toBe(3)
  })

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(publishedDay, fc.integer({ min: 0, max: 120 }), (after, length) => {
        const to = addDays(after, length)
        fc.pre(dayNumber(to) <= lastDay)
        expect(calendar.workingDaysIn(after, to)).toBe(countSlowly(after, to))
      }),
    )
  })

  it('finds the day that counting confirms', () => {
    fc.assert(
      fc.property(publishedDay, fc.integer({ min: 1, max: 200 }), (from, count) => {
        const due = calendar.addWorkingDays(from, count)
        if (due === 'undetermined') {
          expect(countSlowly(from, day('2026-12-31'))).toBeLessThan(count)
        } else {
          expect(countSlowly(from, due)).toBe(count)
          expect(calendar.isWorkingDay(due)).toBe(true)
        }
      }),
    )
  })

  it('joins years that follow each other', () => {
    expect(calendar.addWorkingDays(day('2025-12-31'), 1)).toBe('2026-01-04') // a make-up Sunday
    expect(calendar.workingDaysIn(day('2025-12-31'), day('2026-01-05'))).toBe(2)
  })
})

describe('a year that is not published', () => {
  it('is undetermined, and so is what runs into it', () => {
    expect(calendar.isWorkingDay(day('2027-01-04'))).toBe('undetermined')
    expect(calendar.addWorkingDays(day('2026-12-31'), 1)).toBe('undetermined')
    expect(calendar.addWorkingDays(day('2026-12-25'), 4)).toBe('2026-12-31')
    expect(calendar.addWorkingDays(day('2026-12-25'), 5)).toBe('undetermined')
    expect(calendar.workingDaysIn(day('2026-12-30'), day('2027-01-01'))).toBe('undetermined')
    expect(calendar.workingDaysIn(day('2027-03-01'), day('2027-03-01'))).toBe(0)
    expect(calendar.addWorkingDays(day('2027-03-01'), 0)).toBe('2027-03-01')
  })

  it('between two published ones breaks the count', () => {
    const gap = makeWorkingCalendar(files.filter((file) => file.year !== 2025))
    expect(gap.years).toEqual([2024, 2026])
    expect(gap.workingDaysIn(day('2024-12-01'), day('2026-01-10'))).toBe('undetermined')
    expect(gap.addWorkingDays(day('2024-12-31'), 3)).toBe('undetermined')
    expect(gap.addWorkingDays(day('2025-12-31'), 1)).toBe('2026-01-04')
  })

  it('becomes determined when the company publishes it, and a later file of a year replaces the earlier', () => {
    const year2027 = { year: 2027, holidays: [day('2027-01-01')], makeUpDays: [], source: 'test', confidence: 'F' }
    expect(makeWorkingCalendar([...files, year2027]).addWorkingDays(day('2026-12-31'), 1)).toBe('2027-01-04')
    const extended = { ...year2027, holidays: [day('2027-01-01'), day('2027-01-04')] }
    expect(makeWorkingCalendar([...files, year2027, extended]).addWorkingDays(day('2026-12-31'), 1)).toBe('2027-01-05')
  })
})

describe('a calendar file', () => {
  it('is refused with every fault at once', () => {
    const result = readCalendarYear({
      year: 2027,
      holidays: ['2027-01-01', '2027-02-30', '2026-12-31', '2027-01-01'],
      makeUpDays: ['2027-01-04', '2027-01-01'],
      source: '',
    })
    expect(result.ok ? [] : result.refusal.faults?.map((fault) => `${fault.path} ${fault.code}`)).toEqual([
      'source required',
      'confidence required',
      'holidays[1] date-invalid',
      'holidays[2] date-of-other-year',
      'holidays[3] date-twice',
      'makeUpDays[0] make-up-day-not-on-weekend',
      'makeUpDays[1] date-twice',
    ])
    expect(readCalendarYear(null).ok).toBe(false)
  })
})
