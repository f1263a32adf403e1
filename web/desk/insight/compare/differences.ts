import type { Pair } from '#service/insight/reports/comparison'
import { plainDays } from '../figures.ts'

export type SideName = 'a' | 'b'

/** Whether the second side has more, less or about as much; `unclear` where it may well be chance or too few cases tell. */
export type Direction = 'more' | 'less' | 'unclear'

export function directionOf(a: number | null, b: number | null, isClear: boolean): Direction {
  if (a === null || b === null || !isClear || a === b) return 'unclear'
  return b > a ? 'more' : 'less'
}

/** As `directionOf`; two medians that read alike to a hundredth of a day are no difference to anybody. */
export const directionOfDays = (a: number | null, b: number | null, isClear: boolean): Direction =>
  a?.toFixed(2) === b?.toFixed(2) ? 'unclear' : directionOf(a, b, isClear)

export const directionOfShare = ({ a, b, isClear }: Pair<number>): Direction => directionOf(a, b, isClear)

/** `▲`, `▼`, or nothing: what a colour alone would not say. */
export const signOf: Readonly<Record<Direction, string>> = { more: '▲', less: '▼', unclear: '' }

/** Days of both sides with as many digits as tell them apart, at most two. */
export function showPair(a: number | null, b: number | null, none: string): readonly [string, string] {
  const inTenths = (days: number | null) => (days === null ? none : plainDays(days))
  const inHundredths = (days: number | null) => (days === null ? none : days.toFixed(2))
  const isOnlyInHundredths = inTenths(a) === inTenths(b) && inHundredths(a) !== inHundredths(b)
  const show = isOnlyInHundredths ? inHundredths : inTenths
  return [show(a), show(b)]
}
