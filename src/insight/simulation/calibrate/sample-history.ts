import { getAccepted } from '#kernel'
import { WorkingHours } from '../../time/working-hours.ts'
import type { SimulatedGraph } from '../process-model.ts'
import { flow, node } from '../sample-graph.ts'
import type { Scenario } from '../scenario.ts'
import { scenarioModel } from '../scenario-model.ts'
import { Simulation } from '../simulation.ts'
import type { Observation, ObservedCase, ObservedTask } from './observation.ts'

/** start → in → accept → complete? → (papers → in | survey → parts(plan | works) → energise → end) */
const graph: SimulatedGraph = {
  start: 0,
  nodes: [
    node('applied', 'start', [], [0]),
    node('in', 'exclusive', [0, 4], [1]),
    node('accept', 'task', [1], [2]),
    node('complete?', 'exclusive', [2], [3, 5]),
    node('papers', 'task', [3], [4]),
    node('survey', 'task', [5], [6]),
    node('parts', 'parallel', [6], [7, 8]),
    node('plan', 'task', [7], [9]),
    node('works', 'task', [8], [10]),
    node('joined', 'parallel', [9, 10], [11]),
    node('energise', 'task', [11], [12]),
    node('done', 'end', [12], []),
  ],
  flows: [
    flow('f0', 0, 1),
    flow('f1', 1, 2),
    flow('f2', 2, 3),
    flow('missing', 3, 4),
    flow('f4', 4, 1),
    flow('complete', 3, 5),
    flow('f6', 5, 6),
    flow('f7', 6, 7),
    flow('f8', 6, 8),
    flow('f9', 7, 9),
    flow('f10', 8, 9),
    flow('f11', 9, 10),
    flow('f12', 10, 11),
  ],
  taskById: new Map([
    ['accept', { role: 'clerk' }],
    ['papers', { role: 'customer' }],
    ['survey', { role: 'manager' }],
    ['plan', { role: 'manager' }],
    ['works', { role: 'customer' }],
    ['energise', { role: 'fitter' }],
  ]),
}

const weekdays = [1, 2, 3, 4, 5]
/** A year whose every parameter is known. */
export const known: Scenario = {
  startsOn: '2025-01-01',
  days: 365,
  // 900 cases a year, in office hours.
  arrivals: {
    kind: 'by-hour',
    perHour: Array.from({ length: 168 }, (_, at) => (at < 120 && at % 24 >= 9 && at % 24 < 17 ? 0.43 : 0)),
  },
  tasks: {
    accept: { kind: 'lognormal', meanHours: 0.6, sdHours: 0.3 },
    papers: { kind: 'exponential', meanHours: 30 },
    survey: { kind: 'lognormal', meanHours: 2, sdHours: 1 },
    plan: { kind: 'lognormal', meanHours: 1.5, sdHours: 0.8 },
    works: { kind: 'erlang', meanHours: 120, phases: 3 },
    energise: { kind: 'triangular', fromHours: 1, modeHours: 2, toHours: 4 },
  },
  pickUp: { survey: { kind: 'exponential', meanHours: 6 } },
  branches: { 'complete?': { missing: 0.25, complete: 0.75 } },
  staff: [
    { name: 'clerk', roles: ['clerk'], count: 1, calendar: 'office' },
    { name: 'manager', roles: ['manager'], count: 2, calendar: 'office' },
    { name: 'fitter', roles: ['fitter'], count: 2, calendar: 'office' },
  ],
  calendars: {
    office: {
      shifts: [
        ['08:30', '12:00'],
        ['13:30', '17:30'],
      ],
      weekdays,
    },
  },
  countedBy: 'office',
}

export function modelOf(scenario: Scenario) {
  return getAccepted(scenarioModel(graph, scenario))
}

/** A history as the engine would have recorded the run. */
export function observe(seed: number): Observation {
  const model = modelOf(known)
  const cases = new Map<number, ObservedTask[]>()
  const lying = new Map<string, number>()
  const simulation = new Simulation(model, seed, (number, at, person, ready, begun, done) => {
    const id = model.nodes[at]?.id ?? ''
    if (id.endsWith(' pick-up')) {
      lying.set(`${number} ${id.slice(0, -' pick-up'.length)}`, ready)
      return
    }
    const tasks = cases.get(number) ?? []
    const openedHours = lying.get(`${number} ${id}`) ?? ready
    tasks.push({ elementId: id, openedHours, takenHours: begun, doneHours: done, person: `${person}` })
    cases.set(number, tasks)
  })
  simulation.advance()
  const observed = [...cases.values()].map((tasks): ObservedCase => {
    const arrivedHours = Math.min(...tasks.map(({ openedHours }) => openedHours))
    const last = tasks.find(({ elementId }) => elementId === 'energise')
    return { arrivedHours, endedHours: last?.doneHours, unit: 'town', visits: [], urgent: false, tasks }
  })
  const office = model.calendars?.office ?? new WorkingHours([])
  const waits = new Set(['papers', 'works'])
  const season = { days: 360, casesPerMonth: 20 }
  return {
    graph,
    startsOn: known.startsOn,
    days: known.days,
    cases: observed,
    office,
    waits,
    fewest: 10,
    season,
    assumedHours: 1,
  }
}
