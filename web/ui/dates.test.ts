import { describe, expect, it } from 'vitest'
import { daysFrom, inputFromInstant, instantFromInput, showDay, showInstant, todayInShanghai } from './dates.ts'
import { showNumber, showYuan, withUnit } from './numbers.ts'

const now = new Date('2026-11-23T04:00:00Z')

describe('dates', () => {
  it('carry their weekday, and their year where it is not this one', () => {
    expect(showDay('2026-11-19', 'zh-CN', now)).toBe('11月19日（周四）')
    expect(showDay('2027-11-19', 'zh-CN', now)).toBe('2027年11月19日（周五）')
    expect(showDay('2026-11-19', 'en', now)).toBe('Thu 19 Nov')
    expect(showDay('2027-11-19', 'en', now)).toBe('Fri 19 Nov 2027')
  })

  it('are those of China, wherever the reader is', () => {
    expect(showInstant('2026-11-19T16:30:00Z', 'zh-CN', now)).toBe('11月20日（周五）00:30')
    expect(todayInShanghai(new Date('2026-11-19T16:30:00Z'))).toBe('2026-11-20')
    expect(daysFrom('2026-11-19T15:59:00Z', '2026-11-19T16:01:00Z')).toBe(1)
  })

  it('go into an input and out again unchanged', () => {
    expect(instantFromInput('2026-03-02T09:30')).toBe('2026-03-02T09:30:00+08:00')
    expect(inputFromInstant('2026-03-02T01:30:00.000Z')).toBe('2026-03-02T09:30')
    // What was typed and is no time yet is kept, so that the form can say so and nothing typed is lost.
    expect(inputFromInstant('nonsense')).toBe('nonsense')
    expect(instantFromInput('2026-03')).toBe('2026-03')
  })
})

describe('numbers', () => {
  it('are grouped, keep their unit, and show a zero plainly', () => {
    expect(showNumber(12345.6789)).toBe('12,345.679')
    expect(withUnit(315, 'kVA')).toBe('315\u00a0kVA')
    expect(showYuan(0)).toBe('0')
    expect(showYuan(50_400_050)).toBe('504,000.50')
  })
})
