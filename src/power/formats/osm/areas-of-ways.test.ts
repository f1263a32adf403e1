import { describe, expect, it } from 'vitest'
import { joinRings } from './areas-of-ways.ts'

const ways = (...lists: number[][]) => lists.map((refs) => ({ refs }))

describe('rings of ways', () => {
  it('takes a closed way as it is', () => {
    expect(joinRings(ways([1, 2, 3, 1]))).toEqual([[1, 2, 3, 1]])
  })
  it('joins parts in any order and turned, and keeps two rings apart', () => {
    expect(joinRings(ways([1, 2, 3], [5, 4, 3], [7, 8, 9, 7], [1, 6, 5]))).toEqual([
      [1, 2, 3, 4, 5, 6, 1],
      [7, 8, 9, 7],
    ])
  })
  it('leaves out what an extract has cut open', () => {
    expect(joinRings(ways([1, 2, 3], [3, 4], [9], [10, 11, 12, 10]))).toEqual([[10, 11, 12, 10]])
  })
})
