import { expect, it } from 'vitest'
import { readDateText, showDateText } from './date-text.ts'

it('reads a day as people write it', () => {
  for (const text of ['2026-11-23', '2026/11/23', '2026.11.23', '20261123', '2026年11月23日', ' 2026-11-23 ']) {
    expect(readDateText(text, false)).toBe('2026-11-23')
  }
  expect(readDateText('2026-3-2', false)).toBe('2026-03-02')
})

it('reads a time of a day', () => {
  expect(readDateText('2026-03-04 9:05', true)).toBe('2026-03-04T09:05')
  expect(readDateText('2026-03-04T10:30', true)).toBe('2026-03-04T10:30')
  expect(readDateText('2026-03-04 10：30', true)).toBe('2026-03-04T10:30')
})

it('takes nothing for a day that is none, and no time where none belongs', () => {
  for (const text of ['', '2026-02-30', '2026-13-01', '11/23/2026', 'tomorrow', '2026-11-23 10:00'])
    expect(readDateText(text, false), text).toBeUndefined()
  for (const text of ['2026-11-23', '2026-11-23 24:10', '2026-11-23 10:60'])
    expect(readDateText(text, true), text).toBeUndefined()
})

it('shows it the same in every language', () => {
  expect(showDateText('2026-03-04T10:30')).toBe('2026-03-04 10:30')
  expect(showDateText('2026-03-04')).toBe('2026-03-04')
})
