import type { PlainDate } from '#kernel'
import type { ClockOwner, OwnedDays } from './indicator-case.ts'

export interface ReasonDays {
  readonly owner: ClockOwner
  readonly reason: string
  readonly days: number
  readonly cases: number
}

/** Days by owner and reason over many cases, most days first. */
export function daysByReason(
  cases: readonly { readonly caseId: string; readonly days: readonly OwnedDays[] }[],
): ReasonDays[] {
  const sums = new Map<string, { owner: ClockOwner; reason: string; days: number; cases: Set<string> }>()
  for (const { caseId, days } of cases) {
    for (const { owner, reason, days: count } of days) {
      const key = `${owner} ${reason}`
      const sum = sums.get(key) ?? { owner, reason, days: 0, cases: new Set<string>() }
      sum.days += count
      sum.cases.add(caseId)
      sums.set(key, sum)
    }
  }
  return [...sums.values()].map((sum) => ({ ...sum, cases: sum.cases.size })).sort((a, b) => b.days - a.days)
}

/** A limit that runs in an open case, by one rule set: law, regulator or the company's promise. */
export interface RunningLimit {
  readonly caseId: string
  readonly ruleSet: string
  readonly dueOn: PlainDate
  /** A clock that stands still now cannot run out by itself. */
  readonly running: boolean
}

export interface ComingLate {
  readonly caseId: string
  readonly dueOn: PlainDate
  readonly ruleSet: string
  /** Due before today. */
  readonly overdue: boolean
}

/** What is late, or will be by `until`: each case once, by its tightest limit, earliest first. */
export function comingLate(limits: readonly RunningLimit[], today: PlainDate, until: PlainDate): ComingLate[] {
  const tightest = new Map<string, RunningLimit>()
  for (const limit of limits) {
    const known = tightest.get(limit.caseId)
    if (limit.running && (!known || limit.dueOn < known.dueOn)) tightest.set(limit.caseId, limit)
  }
  return [...tightest.values()]
    .filter(({ dueOn }) => dueOn <= until)
    .map(({ caseId, dueOn, ruleSet }) => ({ caseId, dueOn, ruleSet, overdue: dueOn < today }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
}
