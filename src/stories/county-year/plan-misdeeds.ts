import { type Misdeed, misdeeds } from './misdeeds.ts'

/** A script sends the forms of so many cases at once, at least: the published threshold of a batch. */
const fewestInBatch = 3

/**
 * Which cases go wrong, and how: so many of each kind, all cases of a week the same way, so that a batch finds its
 * fellows. `serials`: the cases that can; case `s` begins in week `s % weeks`.
 */
export function planMisdeeds(serials: readonly number[], weeks: number, ofEach: number): ReadonlyMap<number, Misdeed> {
  const left = new Map(misdeeds.map((misdeed) => [misdeed, ofEach]))
  const plan = new Map<number, Misdeed>()
  for (const [week, inWeek] of Map.groupBy(serials, (serial) => serial % weeks)) {
    const misdeed = misdeeds[week % misdeeds.length]
    if (misdeed === undefined) continue
    const open = left.get(misdeed) ?? 0
    const chosen = inWeek.slice(0, misdeed === 'same-second-batch' ? ofBatch(open, inWeek.length) : open)
    if (misdeed === 'same-second-batch' && chosen.length < fewestInBatch) continue
    left.set(misdeed, open - chosen.length)
    for (const serial of chosen) plan.set(serial, misdeed)
  }
  return plan
}

/** As many as leave a whole batch for another week, or none. */
function ofBatch(open: number, there: number): number {
  const rest = open - there
  return rest > 0 && rest < fewestInBatch ? Math.max(fewestInBatch, open - fewestInBatch) : open
}
