import { accept, type Fault, isPlainDate, type Result, refuse } from '#kernel'
import type { Shift } from '../time/working-days.ts'
import type { Duration } from './distribution.ts'
import type { UnitShare } from './reshape/by-unit.ts'
import type { Arrivals, CaseKind, QueueRule, RoleRule, StaffGroup } from './simulation-model.ts'

/** A scenario file: everything a manager may turn, in hours and plain dates. */
export interface Scenario {
  /** First day of the run; it begins at 00:00 in Shanghai. */
  readonly startsOn: string
  readonly days: number
  readonly warmUpDays?: number
  readonly seed?: number
  readonly arrivals: Arrivals
  readonly kinds?: readonly CaseKind[]
  readonly staff: readonly StaffGroup[]
  readonly roles?: Readonly<Record<string, RoleRule>>
  /** Roles whose tasks take time but no staff; `customer` and `government` where absent. */
  readonly rolesThatWait?: readonly string[]
  /** Working hours by name; `weekdays` 1 (Monday) to 7, working days by the published calendar where absent. */
  readonly calendars?: Readonly<
    Record<string, { readonly shifts: readonly Shift[]; readonly weekdays?: readonly number[] }>
  >
  /** How long each task takes, by id of the process file. */
  readonly tasks?: Readonly<Record<string, Duration>>
  readonly otherTasks?: Duration
  /** Office hours a task lies before somebody takes it up although nobody is too busy, by id; none where absent. */
  readonly pickUp?: Readonly<Record<string, Duration>>
  /** Tasks that take time but nobody's work, beside those of `rolesThatWait`. */
  readonly tasksThatWait?: readonly string[]
  /** Tasks done together with the one before: their work stays, their pick-up time goes. */
  readonly merged?: readonly string[]
  /** Shares of the ways out of exclusive gateways: gateway id, flow id, share. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Tasks that the scenario leaves out. */
  readonly dropped?: readonly string[]
  /** Tasks done alongside what comes before them, in this order: what comes after waits for both. */
  readonly parallel?: readonly string[]
  /** Units with their share of the cases, where staff works for one of them; absent: everybody works for all cases. */
  readonly units?: readonly UnitShare[]
  readonly queueRule?: QueueRule
  readonly limitHours?: number
  /** Name of the working hours in which pick-up times and times from application to end are counted; absent: the clock. */
  readonly countedBy?: string
}

/** Plain cases, and the share of those that go before them (绿色通道). */
export const kindsByUrgency = (urgentShare: number): readonly CaseKind[] => [
  { name: 'plain', share: 1 - urgentShare },
  { name: 'urgent', share: urgentShare, priority: 1 },
]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Checks the outer shape of a scenario read from JSON; the model built from it is checked in full before it runs. */
export function readScenario(value: unknown): Result<Scenario> {
  if (!isRecord(value)) return refuse({ code: 'scenario-refused', faults: [{ path: '', code: 'not-an-object' }] })
  const faults: Fault[] = []
  const must = (path: string, holds: boolean, code: string): void => {
    if (!holds) faults.push({ path, code })
  }
  must('startsOn', isPlainDate(String(value.startsOn)), 'not-a-date')
  must('days', typeof value.days === 'number' && value.days > 0, 'not-a-number-of-days')
  must('arrivals', isRecord(value.arrivals), 'required')
  must('staff', Array.isArray(value.staff) && value.staff.every(isStaff), 'not-a-list-of-staff')
  for (const key of ['tasks', 'pickUp', 'branches', 'roles', 'calendars']) {
    must(key, value[key] === undefined || isRecord(value[key]), 'not-an-object')
  }
  for (const key of ['dropped', 'merged', 'parallel', 'units']) {
    must(key, value[key] === undefined || Array.isArray(value[key]), 'not-a-list')
  }
  return faults.length > 0 ? refuse({ code: 'scenario-refused', faults }) : accept(value as unknown as Scenario)
}

const isStaff = (value: unknown): boolean =>
  isRecord(value) && typeof value.name === 'string' && typeof value.count === 'number' && Array.isArray(value.roles)
