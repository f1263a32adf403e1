import { expect, it } from 'vitest'
import { plainDate } from '#kernel'
import { shippedStandards } from '../../../../tests/shipped-standards.ts'
import { faultsOfLastDay } from './temporary-end.ts'

const standards = await shippedStandards()
const codes = (until: string, onFrom: string, today = onFrom) =>
  faultsOfLastDay('until', until, plainDate(onFrom), standards, plainDate(today)).map(({ code }) => code)

it.each([
  // Six months by the rules of 1996, three years since 1 June 2024.
  ['2024-05-31', '2024-11-29', []],
  ['2024-05-31', '2024-11-30', ['temporary-too-long']],
  ['2024-06-01', '2027-05-31', []],
  ['2024-06-01', '2027-06-01', ['temporary-too-long']],
  ['2026-03-02', '2026-03-02', ['temporary-ends-in-the-past']],
])('on since %s, until %s: %j', (onFrom, until, expected) => {
  expect(codes(until, onFrom)).toEqual(expected)
})

it('goes by the rule of the day it is asked, for a supply that is on since before', () => {
  expect(codes('2026-12-01', '2024-03-01', '2026-05-01')).toEqual([])
})
