import type { Pair } from '#service/insight/reports/comparison'

export type SideName = 'a' | 'b'

/** Chance below which a difference is called clear; the usual one in twenty. */
const clearBelow = 0.05

/** Whether the second side has more, less or about as much; `unclear` where it may well be chance or too few cases tell. */
export type Direction = 'more' | 'less' | 'unclear'

export function directionOf(a: number | null, b: number | null, p: number | null): Direction {
  if (a === null || b === null || p === null || p >= clearBelow || a === b) return 'unclear'
  return b > a ? 'more' : 'less'
}

export const directionOfShare = ({ a, b, p }: Pair<number>): Direction => directionOf(a, b, p)

/** `▲`, `▼`, or nothing: what a colour alone would not say. */
export const signOf: Readonly<Record<Direction, string>> = { more: '▲', less: '▼', unclear: '' }
