import { accept, type Fault, isPlainDate, type Result, refuse, type WorkingCalendar } from '#kernel'
import { WorkingHours } from '../time/working-hours.ts'
import { processNodes, type SimulatedGraph } from './process-model.ts'
import { putAlongside } from './reshape/alongside.ts'
import { splitByUnit } from './reshape/by-unit.ts'
import type { Scenario } from './scenario.ts'
import type { SimulationModel } from './simulation-model.ts'

/** The part of a published calendar that a simulation asks. */
type WorkedDays = Pick<WorkingCalendar, 'isWorkingDay'>

const dayMs = 86_400_000

/** The published process under a scenario, as a model that can run. */
export function scenarioModel(
  graph: SimulatedGraph,
  scenario: Scenario,
  calendar?: WorkedDays,
): Result<SimulationModel> {
  const faults: Fault[] = []
  const shaped = putAlongside(graph, scenario.parallel ?? [])
  if (!shaped.ok) return shaped
  const nodes = processNodes(shaped.value.graph, scenario, faults)
  const startMs = Date.parse(`${scenario.startsOn}T00:00:00Z`)
  const calendars = Object.entries(scenario.calendars ?? {}).map(([name, hours]) => {
    return [name, hoursOf(name, hours, scenario, calendar, faults)] as const
  })
  faults.push(...unitFaults(scenario))
  if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
  const yearStart = Date.UTC(new Date(startMs).getUTCFullYear(), 0, 1)
  const { arrivals, staff, roles = {}, units = [], kinds, queueRule, limitHours, warmUpDays, countedBy } = scenario
  const whole = { start: graph.nodes[graph.start]?.id ?? '', nodes, staff, roles }
  return accept({
    ...(units.length > 1 ? splitByUnit(whole, units) : whole),
    arrivals,
    calendars: Object.fromEntries(calendars),
    startHourOfWeek: weekday(startMs) * 24 - 24,
    startDayOfYear: (startMs - yearStart) / dayMs,
    horizonHours: scenario.days * 24,
    warmUpHours: (warmUpDays ?? 0) * 24,
    ...(kinds && { kinds }),
    ...(queueRule && { queueRule }),
    ...(limitHours !== undefined && { limitHours }),
    ...(countedBy !== undefined && { countedBy }),
  })
}

/** People of a unit that has no cases would never work. */
const unitFaults = ({ staff, units = [] }: Scenario): Fault[] =>
  staff.flatMap(({ name, unit }) =>
    unit === undefined || units.some((each) => each.name === unit)
      ? []
      : [{ path: `staff.${name}`, code: 'unit-unknown', data: { unit } }],
  )

/** 1 for Monday to 7 for Sunday. */
const weekday = (ms: number): number => ((Math.floor(ms / dayMs) + 3) % 7) + 1

function hoursOf(
  name: string,
  { shifts, weekdays }: NonNullable<Scenario['calendars']>[string],
  scenario: Scenario,
  calendar: WorkedDays | undefined,
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

const isWorked = (date: string, calendar: WorkedDays | undefined): boolean | 'undetermined' =>
  calendar && isPlainDate(date) ? calendar.isWorkingDay(date) : 'undetermined'

const hourOf = (text: string): number => {
  const parts = /^(\d\d):(\d\d)$/.exec(text)
  return parts ? Number(parts[1]) + Number(parts[2]) / 60 : Number.NaN
}
