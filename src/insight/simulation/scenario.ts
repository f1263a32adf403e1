import { accept, type Fault, isPlainDate, type Result, refuse, type WorkingCalendar } from '#kernel'
import type { Shift } from '../time/working-days.ts'
import { WorkingHours } from '../time/working-hours.ts'
import type { Duration } from './distribution.ts'
import { processNodes, type SimulatedGraph } from './process-model.ts'
import type { Arrivals, CaseKind, QueueRule, RoleRule, SimulationModel, StaffGroup } from './simulation-model.ts'

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
  /** Shares of the ways out of exclusive gateways: gateway id, flow id, share. */
  readonly branches?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Tasks that the scenario leaves out. */
  readonly dropped?: readonly string[]
  readonly queueRule?: QueueRule
  readonly limitHours?: number
}

const dayMs = 86_400_000
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
  for (const key of ['tasks', 'branches', 'roles', 'calendars']) {
    must(key, value[key] === undefined || isRecord(value[key]), 'not-an-object')
  }
  return faults.length > 0 ? refuse({ code: 'scenario-refused', faults }) : accept(value as unknown as Scenario)
}

const isStaff = (value: unknown): boolean =>
  isRecord(value) && typeof value.name === 'string' && typeof value.count === 'number' && Array.isArray(value.roles)

/** The published process under a scenario, as a model that can run. */
export function scenarioModel(
  graph: SimulatedGraph,
  scenario: Scenario,
  calendar?: WorkingCalendar,
): Result<SimulationModel> {
  const faults: Fault[] = []
  const nodes = processNodes(graph, scenario, faults)
  const startMs = Date.parse(`${scenario.startsOn}T00:00:00Z`)
  const calendars = Object.entries(scenario.calendars ?? {}).map(([name, hours]) => {
    return [name, hoursOf(name, hours, scenario, calendar, faults)] as const
  })
  if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
  const yearStart = Date.UTC(new Date(startMs).getUTCFullYear(), 0, 1)
  const { arrivals, staff, roles, kinds, queueRule, limitHours, warmUpDays } = scenario
  return accept({
    start: graph.nodes[graph.start]?.id ?? '',
    nodes,
    arrivals,
    staff,
    calendars: Object.fromEntries(calendars),
    startHourOfWeek: weekday(startMs) * 24 - 24,
    startDayOfYear: (startMs - yearStart) / dayMs,
    horizonHours: scenario.days * 24,
    warmUpHours: (warmUpDays ?? 0) * 24,
    ...(roles && { roles }),
    ...(kinds && { kinds }),
    ...(queueRule && { queueRule }),
    ...(limitHours !== undefined && { limitHours }),
  })
}

/** 1 for Monday to 7 for Sunday. */
const weekday = (ms: number): number => ((Math.floor(ms / dayMs) + 3) % 7) + 1

function hoursOf(
  name: string,
  { shifts, weekdays }: NonNullable<Scenario['calendars']>[string],
  scenario: Scenario,
  calendar: WorkingCalendar | undefined,
  faults: Fault[],
): WorkingHours {
  const path = `calendars.${name}`
  const clock = shifts.map(([from, to]) => [hourOf(from), hourOf(to)] as const)
  if (!clock.every(([from, to]) => from < to && to <= 24)) faults.push({ path, code: 'not-a-shift' })
  const startMs = Date.parse(`${scenario.startsOn}T00:00:00Z`)
  const intervals: [number, number][] = []
  const unknown = new Set<string>()
  // A year more than the horizon, so that work begun at its end has an end too.
  for (let day = 0; day < scenario.days + 366 && faults.length === 0; day++) {
    const date = new Date(startMs + day * dayMs).toISOString().slice(0, 10)
    const works = weekdays ? weekdays.includes(weekday(startMs + day * dayMs)) : isWorked(date, calendar)
    if (works === 'undetermined' && day < scenario.days) unknown.add(date.slice(0, 4))
    if (works === true) for (const [from, to] of clock) intervals.push([day * 24 + from, day * 24 + to])
  }
  for (const year of unknown) faults.push({ path, code: 'calendar-missing', data: { year } })
  return new WorkingHours(faults.length > 0 ? [] : intervals)
}

const isWorked = (date: string, calendar: WorkingCalendar | undefined): boolean | 'undetermined' =>
  calendar && isPlainDate(date) ? calendar.isWorkingDay(date) : 'undetermined'

const hourOf = (text: string): number => {
  const parts = /^(\d\d):(\d\d)$/.exec(text)
  return parts ? Number(parts[1]) + Number(parts[2]) / 60 : Number.NaN
}
