import { accept, type Fault, type Result, refuse } from '#kernel'
import { groupName } from '../calibrate/observed-staff.ts'
import { kindsByUrgency, type Scenario } from '../scenario.ts'
import type { Arrivals, StaffGroup } from '../simulation-model.ts'

/** What a manager turns against today; absent: as today. */
export interface Levers {
  readonly name: string
  /** Tasks left out, by element. */
  readonly dropped?: readonly string[] | undefined
  /** Tasks done together with the one before. */
  readonly merged?: readonly string[] | undefined
  /** Tasks done alongside what comes before them. */
  readonly parallel?: readonly string[] | undefined
  /** People who leave their group for another unit, after `staff`. */
  readonly moves?: readonly StaffMove[] | undefined
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

/** So many people of a group of one unit work for another from now on. */
export interface StaffMove {
  readonly from: string
  readonly unit: string
  readonly people: number
}

/** Most people of one group that a run is asked for. */
const mostPeople = 200

/** Today changed by the levers; `role`: whose service becomes one-to-one. All faults at once, each with its place. */
export function pullLevers(today: Scenario, levers: Levers, role: string): Result<Scenario> {
  const faults = leverFaults(today, levers)
  if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
  const { dropped = [], merged = [], parallel = [], staff = {}, moves = [] } = levers
  const { oneToOne = false, loadLimit, arrivalChange = 0, urgentShare } = levers
  const counted = today.staff.map((group) => ({ ...group, count: staff[group.name] ?? group.count }))
  const moved = moveStaff(counted, moves)
  if (!moved.ok) return moved
  return accept({
    ...today,
    dropped: [...(today.dropped ?? []), ...dropped],
    merged: [...(today.merged ?? []), ...merged],
    parallel: [...(today.parallel ?? []), ...parallel],
    staff: moved.value,
    arrivals: scaled(today.arrivals, 1 + arrivalChange),
    ...(oneToOne && { roles: { [role]: { oneToOne, ...(loadLimit !== undefined && { loadLimit }) } } }),
    ...(urgentShare !== undefined && { kinds: kindsByUrgency(urgentShare) }),
  })
}

function leverFaults(today: Scenario, levers: Levers): Fault[] {
  const faults: Fault[] = []
  for (const lever of ['dropped', 'merged', 'parallel'] as const) {
    for (const id of levers[lever] ?? []) {
      if (today.tasks?.[id] === undefined) faults.push({ path: `${lever}.${id}`, code: 'task-unknown' })
    }
  }
  faults.push(...staffFaults(today, levers.staff ?? {}), ...moveFaults(today, levers.moves ?? []))
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

function moveFaults({ staff, units = [] }: Scenario, moves: readonly StaffMove[]): Fault[] {
  return moves.flatMap(({ from, unit, people }, place): Fault[] => {
    const path = `moves.${place}`
    if (!staff.some((group) => group.name === from && group.unit !== undefined))
      return [{ path, code: 'staff-unknown' }]
    if (!units.some(({ name }) => name === unit)) return [{ path, code: 'unit-unknown', data: { unit } }]
    return Number.isInteger(people) && people >= 0 ? [] : [{ path, code: 'not-a-count', data: { count: people } }]
  })
}

/** The groups after the moves; refused where more would go than there are. */
function moveStaff(staff: readonly StaffGroup[], moves: readonly StaffMove[]): Result<readonly StaffGroup[]> {
  const groups = new Map(staff.map((group) => [group.name, group]))
  const faults: Fault[] = []
  for (const [place, { from, unit, people }] of moves.entries()) {
    const left = groups.get(from)
    if (!left || left.unit === unit) continue
    if (people > left.count) {
      faults.push({ path: `moves.${place}`, code: 'too-few-to-move', data: { people, there: left.count } })
      continue
    }
    const name = groupName(left.roles, unit)
    const joined = groups.get(name) ?? { ...left, name, unit, count: 0 }
    groups.set(from, { ...left, count: left.count - people })
    groups.set(name, { ...joined, count: joined.count + people })
  }
  return faults.length > 0 ? refuse({ code: 'scenario-refused', faults }) : accept([...groups.values()])
}
