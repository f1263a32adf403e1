import type { Moves } from '#service/insight/reports/moves'

/** Where a case is: in work at a step, or on the way between two (both the same: waiting after its last step so far). */
export interface Standing {
  readonly source: number
  readonly target: number
  /** Share of the way from the one to the other, 0 … 1; 1 at the step itself. */
  readonly share: number
  readonly isWorking: boolean
}

/** Where case `c` is at a minute; undefined before it began and after it ended. */
export function standAt(moves: Moves, c: number, minute: number): Standing | undefined {
  const { caseStarts, stepOf, begunMinute, doneMinute, endedMinute } = moves
  const first = caseStarts[c] ?? 0
  const end = caseStarts[c + 1] ?? first
  if (minute < (begunMinute[first] ?? 0)) return undefined
  for (let event = first; event < end; event += 1) {
    if (minute >= (doneMinute[event] ?? 0)) continue
    const target = stepOf[event] ?? 0
    const begun = begunMinute[event] ?? 0
    if (minute >= begun || event === first) return { source: target, target, share: 1, isWorking: true }
    const left = doneMinute[event - 1] ?? 0
    return {
      source: stepOf[event - 1] ?? 0,
      target,
      share: begun > left ? (minute - left) / (begun - left) : 1,
      isWorking: false,
    }
  }
  const ended = endedMinute[c] ?? Number.POSITIVE_INFINITY
  const last = stepOf[end - 1] ?? 0
  return minute < ended ? { source: last, target: last, share: 1, isWorking: false } : undefined
}

/** Of one step: cases in work, and on their way to it or waiting after it. */
export interface Load {
  readonly working: number
  readonly waiting: number
}

/** How many cases are where at a minute, by step. */
export function loadAt(moves: Moves, minute: number): readonly Load[] {
  const working = new Array<number>(moves.steps.length).fill(0)
  const waiting = new Array<number>(moves.steps.length).fill(0)
  for (let c = 0; c < moves.shown; c += 1) {
    const standing = standAt(moves, c, minute)
    if (!standing) continue
    const counts = standing.isWorking ? working : waiting
    counts[standing.target] = (counts[standing.target] ?? 0) + 1
  }
  return working.map((count, step) => ({ working: count, waiting: waiting[step] ?? 0 }))
}
