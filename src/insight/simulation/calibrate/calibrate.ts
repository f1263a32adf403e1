import { accept, type Result, refuse } from '#kernel'
import { type Duration, meanHours } from '../distribution.ts'
import { kindsByUrgency, type Scenario } from '../scenario.ts'
import { arrivalRates } from './arrival-rates.ts'
import { countBranches } from './branch-shares.ts'
import { type CounterVisits, counterVisits } from './counter-visits.ts'
import { measureTasks } from './measure-tasks.ts'
import type { Estimate, Observation } from './observation.ts'
import { observedStaff, observedUnits } from './observed-staff.ts'
import { pickUpTimes } from './pick-up-times.ts'

/** Today as a scenario, with what each of its figures rests on. The calendar `office` is to be added by the caller. */
export interface Calibration {
  readonly scenario: Scenario
  readonly estimates: readonly Estimate[]
  readonly visits: CounterVisits
}

/** Values kept of one duration: enough for its distribution, and a bound for what is sent to the thread that runs. */
const mostValues = 2_000

/**
 * Estimates today's process from its history: arrivals, work, pick-up and customer times as measured values to draw from,
 * ways at gateways, staff by the roles each person was seen in. Refused where no case of the process was finished.
 */
export function calibrate(observation: Observation): Result<Calibration> {
  const { graph, cases, days, startsOn, waits, season, assumedHours } = observation
  const finished = cases.filter(({ endedHours }) => endedHours !== undefined)
  if (finished.length === 0) return refuse({ code: 'no-finished-case' })
  const estimates: Estimate[] = []
  const samples = measureTasks(observation)
  const tasks: Record<string, Duration> = {}
  const lying: Record<string, readonly number[]> = {}
  for (const [id, { role }] of graph.taskById) {
    const alike = [...graph.taskById].filter(
      ([other, task]) => task.role === role && waits.has(other) === waits.has(id),
    )
    const pool = { id, alike: alike.map(([other]) => other), fewest: observation.fewest }
    const kind = waits.has(id) ? ('customer' as const) : ('work' as const)
    const measured = pooled(pool, samples[kind])
    const { values, basis, observations } = measured
    tasks[id] = values.length > 0 ? { kind: 'measured', hours: values } : { kind: 'constant', hours: assumedHours }
    estimates.push({ kind, key: id, observations, basis, value: meanHours(tasks[id]) })
    if (kind === 'work') lying[id] = pooled(pool, samples.lying).values
  }
  const firstMs = Date.parse(`${startsOn}T00:00:00Z`)
  const startWeekday = ((Math.floor(firstMs / 86_400_000) + 3) % 7) + 1
  const startDay = (firstMs - Date.UTC(new Date(firstMs).getUTCFullYear(), 0, 1)) / 86_400_000
  const { arrivals, isSeasonal } = arrivalRates(cases, { days, startWeekday, startDayOfYear: startDay, season })
  estimates.push({ ...whole('arrivals', cases.length), value: (cases.length / days) * 7 })
  estimates.push({
    ...whole('season', cases.length),
    basis: isSeasonal ? 'own' : 'assumed',
    value: isSeasonal ? 12 : 0,
  })
  const urgent = cases.filter((each) => each.urgent).length / cases.length
  estimates.push({ ...whole('urgent', cases.length), value: urgent })
  const units = observedUnits(cases)
  const staff = observedStaff(observation, units, estimates)
  const visits = counterVisits(cases)
  estimates.push({ ...whole('visits', cases.length), value: visits.perCase })
  const queueOnly: Scenario = {
    startsOn,
    days,
    arrivals,
    tasks,
    tasksThatWait: [...waits],
    branches: branchShares(observation, estimates),
    staff,
    ...(staff.some(({ unit }) => unit !== undefined) && { units }),
    kinds: kindsByUrgency(urgent),
    queueRule: 'priority',
    countedBy: 'office',
  }
  const pickUp = pickUpTimes(observation, queueOnly, lying)
  if (!pickUp.ok) return pickUp
  for (const [id, duration] of Object.entries(pickUp.value)) {
    const observations = samples.lying.get(id)?.length ?? 0
    const basis = estimates.find(({ kind, key }) => kind === 'work' && key === id)?.basis ?? 'assumed'
    estimates.push({ kind: 'pick-up', key: id, observations, basis, value: meanHours(duration) })
  }
  return accept({ scenario: { ...queueOnly, pickUp: pickUp.value }, estimates, visits })
}

const whole = (kind: Estimate['kind'], observations: number) =>
  ({ kind, key: '', observations, basis: 'own' as Estimate['basis'] }) as const

interface Pool {
  readonly id: string
  readonly alike: readonly string[]
  readonly fewest: number
}

/** Measured values of a task; of its role where it has too few, of all tasks where the role has too few too. */
function pooled({ id, alike, fewest }: Pool, samples: ReadonlyMap<string, readonly number[]>) {
  const own = samples.get(id) ?? []
  const observations = own.length
  if (observations >= fewest) return { values: thinned(own), basis: 'own', observations } as const
  const ofRole = alike.flatMap((other) => samples.get(other) ?? [])
  if (ofRole.length >= fewest) return { values: thinned(ofRole), basis: 'role', observations } as const
  const ofAll = [...samples.values()].flat()
  return { values: thinned(ofAll), basis: ofAll.length > 0 ? 'all' : 'assumed', observations } as const
}

/** Evenly spaced values of the sorted ones, so that the distribution stays. */
function thinned(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length <= mostValues) return sorted
  return Array.from({ length: mostValues }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / mostValues)] ?? 0)
}

function branchShares({ graph, cases }: Observation, estimates: Estimate[]): NonNullable<Scenario['branches']> {
  const counts = countBranches(graph, cases)
  const shares: Record<string, Record<string, number>> = {}
  for (const { id, kind, outgoing } of graph.nodes) {
    if (kind !== 'exclusive' || outgoing.length < 2) continue
    const taken = counts.get(id)
    const total = taken ? [...taken.values()].reduce((sum, count) => sum + count, 0) : 0
    const most = taken && total > 0 ? Math.max(...taken.values()) / total : 1
    estimates.push({ kind: 'branch', key: id, observations: total, basis: total > 0 ? 'own' : 'assumed', value: most })
    if (!taken || total === 0) continue
    // A way never seen has no share: what is seen adds up to one.
    shares[id] = Object.fromEntries(
      outgoing.map((flow) => {
        const name = graph.flows[flow]?.id ?? ''
        return [name, (taken.get(name) ?? 0) / total]
      }),
    )
  }
  return shares
}
