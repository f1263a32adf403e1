import { addDays, dateInShanghai, instantAtShanghai, type PlainDate, type WorkingCalendar } from '#kernel'
import type { ClockDues, LimitDue } from './clock-dues.ts'
import type { PublishedStandards } from './standards.ts'
import { canonicalJson, type TimerRow } from './write/index.ts'

/** When a running limit speaks up: working days before it is due, and after; of the table `notice-settings`. */
export interface LimitWatch {
  /** First and second warning, farthest first. */
  readonly warnDays: readonly number[]
  /** Escalation to the team's managers, and to the company's. */
  readonly escalateDays: readonly number[]
}

export function limitWatchOn(standards: PublishedStandards, today: PlainDate): LimitWatch {
  return {
    warnDays: [
      standards.setting('warn-working-days-before-due', today),
      standards.setting('warn-again-working-days-before-due', today),
    ],
    escalateDays: [
      standards.setting('escalate-working-days-after-due', today),
      standards.setting('escalate-company-working-days-after-due', today),
    ],
  }
}

/** People are told in the morning; a limit is breached when its last day is over. */
const tellAt = '08:30'
const dayEnds = '00:00'

/**
 * Warnings, breach and escalations of a limit that runs: one timer for each rule set, round and due date, under an id made
 * of them, so that each fires once however often it is set. None while the clock stands still.
 */
export function timersOfLimit(
  caseId: string,
  clock: ClockDues,
  limit: LimitDue,
  calendar: WorkingCalendar,
  watch: LimitWatch,
): readonly TimerRow[] {
  const { dueOn } = limit
  if (dueOn === undefined) return []
  const make = (kind: string, round: number, at: Date) => timer(caseId, clock, limit, kind, round, at)
  if (dueOn === 'undetermined') return [make('limit-undetermined', 0, new Date(clock.startedAt))]
  const startedOn = dateInShanghai(new Date(clock.startedAt))
  const warnings = watch.warnDays.map((days, index) =>
    make('limit-warning', index + 1, instantAtShanghai(workingDaysBefore(dueOn, days, calendar, startedOn), tellAt)),
  )
  const escalations = watch.escalateDays.flatMap((days, index) => {
    const day = calendar.addWorkingDays(dueOn, days)
    return day === 'undetermined' ? [] : [make('limit-escalation', index + 1, instantAtShanghai(day, tellAt))]
  })
  return [...warnings, make('limit-breach', 1, instantAtShanghai(addDays(dueOn, 1), dayEnds)), ...escalations]
}

function timer(caseId: string, clock: ClockDues, limit: LimitDue, kind: string, round: number, at: Date): TimerRow {
  const { ruleSet, limitDays, dueOn = '' } = limit
  return {
    timerId: `${caseId}:${clock.clock}:${ruleSet}:${kind}:${round}:${dueOn}`,
    dueAt: at.toISOString(),
    kind,
    body: canonicalJson({ clock: clock.clock, node: clock.node, ruleSet, limitDays, dueOn, round }),
  }
}

/** The day that lies `count` working days before `date`, not before `notBefore`. */
function workingDaysBefore(date: PlainDate, count: number, calendar: WorkingCalendar, notBefore: PlainDate): PlainDate {
  let day = date
  for (let left = count; left > 0 && day > notBefore; ) {
    day = addDays(day, -1)
    if (calendar.isWorkingDay(day) === true) left -= 1
  }
  return day
}
