import { accept, type Fault, type Result, refuse } from '#kernel'
import { kindsByUrgency, type Scenario } from '../scenario.ts'
import type { Arrivals } from '../simulation-model.ts'

/** What a manager turns against today; absent: as today. */
export interface Levers {
  readonly name: string
  /** Tasks left out, by element. */
  readonly dropped?: readonly string[] | undefined
  /** Tasks done together with the one before. */
  readonly merged?: readonly string[] | undefined
  /** People of a staff group. */
  readonly staff?: Readonly<Record<string, number>> | undefined
  readonly oneToOne?: boolean | undefined
  /** Cases one person keeps at a time under one-to-one service. */
  readonly loadLimit?: number | undefined
  /** 0.1: a tenth more applications. */
  readonly arrivalChange?: number | undefined
  /** Share of cases that go first. */
  readonly urgentShare?: number | undefined
}

/** Most people of one group that a run is asked for. */
const mostPeople = 200

/** Today changed by the levers; `role`: whose service becomes one-to-one. All faults at once, each with its place. */
export function pullLevers(today: Scenario, levers: Levers, role: string): Result<Scenario> {
  const faults = leverFaults(today, levers)
  if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
  const { dropped = [], merged = [], staff = {}, oneToOne = false, loadLimit, arrivalChange = 0, urgentShare } = levers
  return accept({
    ...today,
    dropped: [...(today.dropped ?? []), ...dropped],
    merged: [...(today.merged ?? []), ...merged],
    staff: today.staff.map((group) => ({ ...group, count: staff[group.name] ?? group.count })),
    arrivals: scaled(today.arrivals, 1 + arrivalChange),
    ...(oneToOne && { roles: { [role]: { oneToOne, ...(loadLimit !== undefined && { loadLimit }) } } }),
    ...(urgentShare !== undefined && { kinds: kindsByUrgency(urgentShare) }),
  })
}

function leverFaults(today: Scenario, levers: Levers): Fault[] {
  const faults: Fault[] = []
  for (const lever of ['dropped', 'merged'] as const) {
    for (const id of levers[lever] ?? []) {
      if (today.tasks?.[id] === undefined) faults.push({ path: `${lever}.${id}`, code: 'task-unknown' })
    }
  }
  faults.push(...staffFaults(today, levers.staff ?? {}))
  const { loadLimit, arrivalChange = 0, urgentShare = 0 } = levers
  if (loadLimit !== undefined && !(Number.isInteger(loadLimit) && loadLimit >= 1))
    faults.push({ path: 'loadLimit', code: 'load-limit-below-one' })
  if (!(arrivalChange > -1 && arrivalChange <= 4)) faults.push({ path: 'arrivalChange', code: 'no-arrivals' })
  if (!(urgentShare >= 0 && urgentShare <= 1)) faults.push({ path: 'urgentShare', code: 'shares-not-one' })
  return faults
}

function scaled(arrivals: Arrivals, factor: number): Arrivals {
  if (arrivals.kind === 'every') return { ...arrivals, hours: arrivals.hours / factor }
  if (arrivals.kind === 'poisson') return { ...arrivals, perHour: arrivals.perHour * factor }
  return { ...arrivals, perHour: arrivals.perHour.map((rate) => rate * factor) }
}

function staffFaults(today: Scenario, staff: Readonly<Record<string, number>>): Fault[] {
  return Object.entries(staff).flatMap(([name, count]): Fault[] => {
    const path = `staff.${name}`
    if (!today.staff.some((group) => group.name === name)) return [{ path, code: 'staff-unknown' }]
    const isCount = Number.isInteger(count) && count >= 0 && count <= mostPeople
    return isCount ? [] : [{ path, code: 'not-a-count', data: { count } }]
  })
}
