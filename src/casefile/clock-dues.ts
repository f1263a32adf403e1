import type { PlainDate, WorkingCalendar } from '#kernel'
import type { CaseClock, ClockOwner } from './case-state.ts'
import { companyDays, dueDate, type WorkingDays } from './read-clock.ts'

/** The day a limit is used up; undefined while the clock stands still. */
export interface LimitDue {
  readonly ruleSet: string
  readonly limitDays: number
  readonly dueOn?: PlainDate | 'undetermined'
}

/** What lists and timers need of a running clock. Unlike a reading it does not change from one day to the next. */
export interface ClockDues {
  readonly clock: string
  readonly node: string
  readonly startedAt: string
  readonly owner: ClockOwner | undefined
  /** The company's working days so far, where they do not grow because the clock stands still. */
  readonly usedDays?: WorkingDays
  readonly limits: readonly LimitDue[]
}

export function readDues(clock: CaseClock, calendar: WorkingCalendar): ClockDues {
  const owner = clock.segments.at(-1)?.owner
  return {
    clock: clock.clock,
    node: clock.node,
    startedAt: clock.startedAt,
    owner,
    ...(owner === 'company' ? {} : { usedDays: companyDays(clock, calendar) }),
    limits: clock.limits.map((limit) => {
      const due = { ruleSet: limit.ruleSet, limitDays: limit.workingDays }
      return owner === 'company' ? { ...due, dueOn: dueDate(limit, clock, calendar) } : due
    }),
  }
}
