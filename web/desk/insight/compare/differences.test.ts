import { expect, it } from 'vitest'
import { directionOf } from './differences.ts'

it('calls a difference only what is hardly chance', () => {
  expect(directionOf(1, 2, 0.01)).toBe('more')
  expect(directionOf(2, 1, 0.01)).toBe('less')
  expect(directionOf(2, 1, 0.05)).toBe('unclear')
  expect(directionOf(2, 1, null)).toBe('unclear')
  expect(directionOf(null, 1, 0.01)).toBe('unclear')
  expect(directionOf(1, 1, 0.01)).toBe('unclear')
})
