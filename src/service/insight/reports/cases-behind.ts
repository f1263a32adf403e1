import type { ClockOwner, PublishedStandards } from '#casefile'
import { dateInShanghai } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'
import { ownedDays } from './case-clock.ts'
import { type IndicatorKey, indicatorReport } from './indicator-report.ts'

/** What the cases behind a number have in common; what is left out does not narrow. */
export interface CaseQuestion {
  readonly element?: string | undefined
  readonly source?: string | undefined
  readonly target?: string | undefined
  readonly sameWayAs?: string | undefined
  readonly reason?: string | undefined
  readonly owner?: ClockOwner | undefined
  readonly indicator?: IndicatorKey | undefined
}

/** The cases a number was counted from. */
export function casesBehind(
  cases: readonly CaseHistory[],
  question: CaseQuestion,
  standards: PublishedStandards,
  now: Date,
): readonly CaseHistory[] {
  const { element, source, target, sameWayAs, reason, owner, indicator } = question
  let found = cases
  if (element !== undefined) found = found.filter((each) => wayOf(each).includes(element))
  if (source !== undefined && target !== undefined) found = found.filter((each) => went(each, source, target))
  if (sameWayAs !== undefined) found = withWayOf(found, sameWayAs)
  if (reason !== undefined) found = found.filter((each) => lostDays(each, reason, owner, standards, now))
  if (indicator !== undefined) {
    const { all } = indicatorReport(cases, standards, now, dateInShanghai(now))
    const failed = new Set(all.find(({ key }) => key === indicator)?.failed)
    found = found.filter(({ caseId }) => failed.has(caseId))
  }
  return found
}

/** Elements in the order of the log: by completion, as recorded where two fell together. */
const wayOf = ({ runs }: CaseHistory): readonly string[] =>
  runs.toSorted((a, b) => a.doneMs - b.doneMs).map((run) => run.elementId)

function went(history: CaseHistory, source: string, target: string): boolean {
  const way = wayOf(history)
  return way.some((element, i) => i > 0 && element === target && way[i - 1] === source)
}

function withWayOf(cases: readonly CaseHistory[], caseId: string): readonly CaseHistory[] {
  const example = cases.find((each) => each.caseId === caseId)
  const way = example && wayOf(example).join(' ')
  return cases.filter((each) => each.status === 'closed' && wayOf(each).join(' ') === way)
}

function lostDays(
  history: CaseHistory,
  reason: string,
  owner: ClockOwner | undefined,
  { calendar }: PublishedStandards,
  now: Date,
): boolean {
  const days = ownedDays(history, calendar, now)
  return (
    days !== 'undetermined' &&
    days.some((each) => each.reason === reason && (owner === undefined || each.owner === owner))
  )
}
