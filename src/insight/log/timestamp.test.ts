import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noZone, readTimestamp, writeTimestamp } from './timestamp.ts'

const read = (text: string) => {
  const cell = { ms: 0, offsetMinutes: 0 }
  return readTimestamp(text, cell) ? cell : undefined
}

describe('timestamps', () => {
  it('agree with the platform on every date it can write', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(read(date.toISOString())).toEqual({ ms: date.getTime(), offsetMinutes: 0 })
        },
      ),
    )
  })

  it('come back from what was written, with zone and microseconds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: 0, max: 999 }),
        fc.integer({ min: -840, max: 840 }),
        (ms, us, offset) => {
          const cell = read(writeTimestamp(ms + us / 1000, offset))
          expect(cell?.offsetMinutes).toBe(offset)
          expect(cell?.ms).toBeCloseTo(ms + us / 1000, 3)
        },
      ),
    )
  })

  it.each([
    ['2011-04-13T14:02:31.199+02:00', Date.UTC(2011, 3, 13, 12, 2, 31, 199), 120],
    ['2011-04-13 14:02', Date.UTC(2011, 3, 13, 14, 2), noZone],
    ['2011-04-13T14:02:31Z', Date.UTC(2011, 3, 13, 14, 2, 31), 0],
    ['2011-04-13T14:02:31.5+0530', Date.UTC(2011, 3, 13, 8, 32, 31, 500), 330],
    ['2020-02-29T00:00:00-08', Date.UTC(2020, 1, 29, 8), -480],
  ])('%s', (text, ms, offsetMinutes) => {
    expect(read(text)).toEqual({ ms, offsetMinutes })
  })

  it.each([
    '',
    '2011-04-13',
    '2011-13-01T00:00:00',
    '2011-02-29T00:00:00',
    '2011-04-13T25:00:00',
    '2011-04-13T14:02:31.+02:00',
    '2011-04-13T14:02:31+20:00',
    'yesterday',
    '13.04.2011 14:02',
  ])('refuses %j', (text) => {
    expect(read(text)).toBeUndefined()
  })
})
