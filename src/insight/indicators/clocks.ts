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
  /** The part of the way it is for; `whole` for all of it. */
  readonly node: string
  readonly ruleSet: string
  readonly dueOn: PlainDate
}

export interface ComingLate {
  readonly caseId: string
  readonly node: string
  readonly dueOn: PlainDate
  readonly ruleSet: string
  /** Due before today. */
  readonly overdue: boolean
  /** The tightest limit of every rule set that is late or will be, earliest first. */
  readonly byRuleSet: readonly { readonly ruleSet: string; readonly dueOn: PlainDate }[]
}

const earliestFirst = (a: { readonly dueOn: PlainDate }, b: { readonly dueOn: PlainDate }): number =>
  a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)

/** What is late, or will be by `until` if nothing happens: each case once, by its tightest limit, earliest first. */
export function comingLate(limits: readonly RunningLimit[], today: PlainDate, until: PlainDate): ComingLate[] {
  const due = limits.filter(({ dueOn }) => dueOn <= until).sort(earliestFirst)
  return [...Map.groupBy(due, ({ caseId }) => caseId)].flatMap(([caseId, ofCase]) => {
    const [tightest] = ofCase
    if (!tightest) return []
    const { node, dueOn, ruleSet } = tightest
    const byRuleSet = [...Map.groupBy(ofCase, (limit) => limit.ruleSet)].flatMap(([name, [first]]) =>
      first ? [{ ruleSet: name, dueOn: first.dueOn }] : [],
    )
    return [{ caseId, node, dueOn, ruleSet, overdue: dueOn < today, byRuleSet }]
  })
}
