import { describe, expect, it } from 'vitest'
import { rankSumP, shareP } from './rank-sum.ts'

// Expected values were computed apart, pair by pair (U counted over all pairs) and with the error function of another library.
describe('the rank-sum test', () => {
  const a = [1, 2, 2, 3, 5, 8, 13, 21, 4]
  const b = [2, 4, 6, 9, 14, 22, 30, 31]

  it('gives the two-sided p with ties and continuity corrected', () => {
    expect(rankSumP(a, b, 8)).toBeCloseTo(0.08231979, 6)
    expect(rankSumP(b, a, 8)).toBeCloseTo(0.08231979, 6)
  })

  it('sees no difference between a sample and itself, and a clear one between far samples', () => {
    expect(rankSumP(a, a, 8)).toBeCloseTo(1, 6)
    const far = a.map((value) => value + 1000)
    expect(rankSumP(a, far, 8)).toBeLessThan(0.001)
  })

  it('says nothing of few values, or of values that are all the same', () => {
    expect(rankSumP([1, 2, 3], b, 8)).toBeUndefined()
    expect(rankSumP(Array(9).fill(4), Array(9).fill(4), 8)).toBeUndefined()
  })
})

it('compares two shares', () => {
  expect(shareP(30, 100, 45, 90, 8)).toBeCloseTo(0.004861, 5)
  expect(shareP(0, 100, 0, 90, 8)).toBeUndefined()
  expect(shareP(1, 5, 45, 90, 8)).toBeUndefined()
})
