import type { EventLog } from '../log/event-log.ts'

export interface Rework {
  readonly activity: string
  /** Cases in which it was done more than once, and their share of all cases that have it. */
  readonly cases: number
  readonly share: number
  /** Times it was done beyond the first, over all cases. */
  readonly repeats: number
}

/** Activities done again within a case, most repeats first. */
export function rework(log: EventLog): Rework[] {
  const size = log.activities.length
  const [withIt, again, repeats] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)]
  const timesInCase = new Uint32Array(size)
  const add = (counts: Uint32Array, code: number): void => {
    counts[code] = (counts[code] ?? 0) + 1
  }
  for (let c = 0; c < log.caseCount; c++) {
    const codes = log.activityOf.subarray(log.caseStarts[c], log.caseStarts[c + 1])
    for (const code of codes) {
      const before = timesInCase[code] ?? 0
      timesInCase[code] = before + 1
      if (before === 0) add(withIt, code)
      else add(repeats, code)
      if (before === 1) add(again, code)
    }
    for (const code of codes) timesInCase[code] = 0
  }
  return log.activities
    .map((activity, code) => ({
      activity,
      cases: again[code] ?? 0,
      share: (again[code] ?? 0) / (withIt[code] ?? 1),
      repeats: repeats[code] ?? 0,
    }))
    .filter(({ repeats: count }) => count > 0)
    .sort((a, b) => b.repeats - a.repeats)
}
