import { expect, it } from 'vitest'
import { directionOf, directionOfDays, showPair } from './differences.ts'

it('calls a difference only what is hardly chance', () => {
  expect(directionOf(1, 2, true)).toBe('more')
  expect(directionOf(2, 1, true)).toBe('less')
  expect(directionOf(2, 1, false)).toBe('unclear')
  expect(directionOf(null, 1, true)).toBe('unclear')
  expect(directionOf(1, 1, true)).toBe('unclear')
})

it('shows as many digits as tell two medians apart', () => {
  expect(showPair(0.4, 1.26, '—')).toEqual(['0.4', '1.3'])
  expect(showPair(0.04, 0.02, '—')).toEqual(['0.04', '0.02'])
  expect(showPair(0.001, 0.002, '—')).toEqual(['0.0', '0.0'])
  expect(showPair(2, 2, '—')).toEqual(['2.0', '2.0'])
  expect(showPair(null, 0.2, '—')).toEqual(['—', '0.2'])
})

it('calls medians that read alike no difference', () => {
  expect(directionOfDays(0.001, 0.002, true)).toBe('unclear')
  expect(directionOfDays(0.01, 0.02, true)).toBe('more')
  expect(directionOfDays(null, 0.02, true)).toBe('unclear')
})
