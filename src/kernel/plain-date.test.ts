import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  dateInShanghai,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  instantAtShanghai,
  isPlainDate,
  plainDate,
  weekdayOf,
} from './plain-date.ts'

const anyDate = fc.integer({ min: -25_567, max: 47_481 }).map(dateOfDayNumber) // 1900 to 2099

describe('plain dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-01T00:00', '', '２０２６-01-01'])(
    'refuses %j',
    (text) => {
      expect(isPlainDate(text)).toBe(false)
      expect(() => plainDate(text)).toThrow(RangeError)
    },
  )

  it('goes to its day number and back, and orders like its text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(isPlainDate(a)).toBe(true)
        expect(dateOfDayNumber(dayNumber(a))).toBe(a)
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
        expect(addDays(a, daysBetween(a, b))).toBe(b)
      }),
    )
  })

  it('knows weekdays', () => {
    // As printed in the holiday notices for 2025 and 2026.
    expect(
      ['2026-01-01', '2026-02-14', '2026-02-15', '2026-10-07', '2025-04-27'].map((d) => weekdayOf(plainDate(d))),
    ).toEqual([4, 6, 7, 3, 7])
    fc.assert(fc.property(anyDate, (date) => weekdayOf(date) === (new Date(date).getUTCDay() || 7)))
  })

  it('changes the day at midnight in China', () => {
    expect(dateInShanghai(new Date('2026-03-01T15:59:59.999Z'))).toBe('2026-03-01')
    expect(dateInShanghai(new Date('2026-03-01T16:00:00Z'))).toBe('2026-03-02')
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        expect(dateInShanghai(instantAtShanghai(date, time))).toBe(date)
      }),
    )
    expect(() => instantAtShanghai(plainDate('2026-03-02'), '24:00')).toThrow(RangeError)
  })

  it('ends a month where the next one is shorter', () => {
    expect(addMonths(plainDate('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(plainDate('2027-11-30'), 3)).toBe('2028-02-29')
    expect(addMonths(plainDate('2026-03-02'), 12)).toBe('2027-03-02')
    expect(addMonths(plainDate('2026-03-31'), -1)).toBe('2026-02-28')
  })
})
