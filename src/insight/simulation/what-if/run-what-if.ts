import { accept, type Fault, type Result, refuse } from '#kernel'
import { WorkingHours } from '../../time/working-hours.ts'
import type { Interval } from '../confidence-interval.ts'
import type { SimulatedGraph } from '../process-model.ts'
import { type Progress, replicate } from '../replications.ts'
import type { Scenario } from '../scenario.ts'
import { scenarioModel } from '../scenario-model.ts'
import type { RunMeasures } from '../simulation.ts'
import type { StaffGroup } from '../simulation-model.ts'
import { type Levers, pullLevers } from './levers.ts'
import { type OutcomeTerms, type ScenarioOutcome, scenarioOutcome } from './scenario-outcome.ts'

/** Everything a run needs, plain so that it can be sent to a thread. */
export interface WhatIfTask {
  readonly graph: SimulatedGraph
  readonly today: Scenario
  /** Open office hours since the first day of the scenario. */
  readonly office: readonly (readonly [number, number])[]
  readonly terms: OutcomeTerms
  readonly scenarios: readonly Levers[]
  /** The role whose people serve one-to-one. */
  readonly role: string
  /** Numbers of people the staffing curve is asked for; empty: no curve. */
  readonly people: readonly number[]
  readonly runs: number
  readonly seed: number
}

export interface CurvePoint {
  readonly people: number
  readonly lateShare: Interval
  /** Against today, run by run. */
  readonly lateChange: Interval
  readonly overloaded: boolean
}

export interface WhatIfResult {
  readonly runs: number
  readonly seed: number
  /** Today first. */
  readonly outcomes: readonly ScenarioOutcome[]
  /** One-to-one service by number of people of the role. */
  readonly curve: readonly CurvePoint[]
}

/** Runs today, every scenario and the staffing curve with the same seeds; all scenarios are checked before the first runs. */
export function runWhatIf(task: WhatIfTask, onProgress: Progress = () => true): Result<WhatIfResult> {
  const { scenarios, people, runs, seed, terms } = task
  const holders = task.today.staff.filter(({ roles }) => roles.includes(task.role))
  // With fewer people than units, one would have nobody.
  const numbers = people.filter((count) => count >= holders.length)
  const asked: readonly Levers[] = [{ name: 'today' }, ...scenarios, ...numbers.map((count) => oneToOne(task, count))]
  const models = asked.map((levers) => modelOf(task, levers))
  const faults = models.flatMap((model, i) => (model.ok ? [] : named(asked[i]?.name, model.refusal.faults)))
  if (faults.length > 0) return refuse({ code: 'scenario-refused', faults })
  const outcomes: ScenarioOutcome[] = []
  let today: readonly RunMeasures[] = []
  for (const [i, model] of models.entries()) {
    if (!model.ok) return model
    const measured = replicate(model.value, runs, seed, (share) => onProgress((i + share) / models.length))
    if (!measured.ok) return refuse({ ...measured.refusal, faults: named(asked[i]?.name, measured.refusal.faults) })
    if (measured.value.every(({ cycleHours }) => cycleHours.length === 0)) {
      return refuse({ code: 'scenario-refused', faults: [{ path: asked[i]?.name ?? '', code: 'nothing-finished' }] })
    }
    if (i === 0) today = measured.value
    outcomes.push(scenarioOutcome(asked[i]?.name ?? '', model.value, measured.value, today, terms))
  }
  const curve = outcomes.slice(scenarios.length + 1).map(({ lateShare, lateChange, overloaded }, i) => ({
    people: numbers[i] ?? 0,
    lateShare,
    lateChange,
    overloaded: overloaded.length > 0,
  }))
  return accept({ runs, seed, outcomes: outcomes.slice(0, scenarios.length + 1), curve })
}

/** The faults of one scenario, each with its name before its place. */
const named = (name = '', faults: readonly Fault[] = []): readonly Fault[] =>
  faults.map((fault) => ({ ...fault, path: `${name}: ${fault.path}` }))

function modelOf({ today, graph, office, role }: WhatIfTask, levers: Levers) {
  const scenario = pullLevers(today, levers, role)
  if (!scenario.ok) return scenario
  const model = scenarioModel(graph, scenario.value)
  return model.ok ? accept({ ...model.value, calendars: { office: new WorkingHours(office) } }) : model
}

/** One-to-one service with so many people of the role in all, shared out among its groups as they are today. */
function oneToOne({ today, role, scenarios }: WhatIfTask, count: number): Levers {
  const holders = today.staff.filter(({ roles }) => roles.includes(role))
  const loadLimit = scenarios.find((each) => each.oneToOne)?.loadLimit
  return {
    name: `one-to-one ${count}`,
    oneToOne: true,
    loadLimit,
    staff: Object.fromEntries(shareOut(count, holders)),
  }
}

/** So many people over groups, in proportion to what they are, each group one at least; the last seats go to the largest rests. */
function shareOut(count: number, groups: readonly StaffGroup[]): readonly (readonly [string, number])[] {
  const today = groups.reduce((sum, group) => sum + group.count, 0)
  const rest = count - groups.length
  const fair = groups.map((group) => (today > 0 ? (rest * group.count) / today : rest / groups.length))
  const given = fair.map((share) => 1 + Math.floor(share))
  const left = count - given.reduce((sum, each) => sum + each, 0)
  const byRest = [...groups.keys()].sort((a, b) => ((fair[b] ?? 0) % 1) - ((fair[a] ?? 0) % 1) || a - b)
  for (const place of byRest.slice(0, left)) given[place] = (given[place] ?? 0) + 1
  return groups.map(({ name }, place) => [name, given[place] ?? 1])
}
