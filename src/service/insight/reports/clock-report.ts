import { dueDate, type PublishedStandards, readClock } from '#casefile'
import { type ComingLate, comingLate, daysByReason, type ReasonDays, type RunningLimit } from '#insight'
import { addDays, dateInShanghai, isPlainDate } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'
import { insightSetting } from '../settings.ts'
import { ownedDays } from './case-clock.ts'

export interface ClockReport {
  readonly cases: number
  /** Cases whose days run into a year without a published calendar: not in the sums. */
  readonly undetermined: readonly string[]
  readonly byReason: readonly ReasonDays[]
  /** Open cases past their tightest limit, or past it by `until` if nothing happens. */
  readonly late: readonly ComingLate[]
  readonly until: string
}

/** Whose days they were, with reasons, over all cases; and what is late or will be. */
export function clockReport(cases: readonly CaseHistory[], standards: PublishedStandards, now: Date): ClockReport {
  const today = dateInShanghai(now)
  const until = addDays(today, insightSetting(standards, 'late-outlook-days', today))
  const undetermined: string[] = []
  const counted = cases.flatMap((each) => {
    const days = ownedDays(each, standards.calendar, now)
    if (days !== 'undetermined') return [{ caseId: each.caseId, days }]
    undetermined.push(each.caseId)
    return []
  })
  const limits = cases.filter(({ status }) => status === 'open').flatMap((each) => runningLimits(each, standards, now))
  return {
    cases: counted.length,
    undetermined,
    byReason: daysByReason(counted),
    late: comingLate(limits, today, until),
    until,
  }
}

/** A clock that stands still cannot run out by itself, so only what it has run out of counts. */
function runningLimits(
  { caseId, clocks }: CaseHistory,
  { calendar }: PublishedStandards,
  now: Date,
): readonly RunningLimit[] {
  return clocks
    .filter(({ endedAt }) => endedAt === undefined)
    .flatMap((clock) =>
      readClock(clock, calendar, now, 0).limits.flatMap(({ ruleSet, limitDays, breached, dueOn }) => {
        const limit = clock.limits.find((each) => each.ruleSet === ruleSet && each.workingDays === limitDays)
        const day = dueOn ?? (breached && limit ? dueDate(limit, clock, calendar) : undefined)
        return day !== undefined && isPlainDate(day) ? [{ caseId, node: clock.node, ruleSet, dueOn: day }] : []
      }),
    )
}
