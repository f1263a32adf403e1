import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import type { SimulatedGraph } from '../process-model.ts'
import { simulate } from '../replications.ts'
import { flow, node } from '../sample-graph.ts'
import type { Scenario } from '../scenario.ts'
import { scenarioModel } from '../scenario-model.ts'
import { putAlongside, tasksBefore } from './alongside.ts'
import { timesDone } from './times-done.ts'

/** start → first → second → end, each by a role of its own. */
const tandem: SimulatedGraph = {
  start: 0,
  nodes: [
    node('applied', 'start', [], [0]),
    node('first', 'task', [0], [1]),
    node('second', 'task', [1], [2]),
    node('done', 'end', [2], []),
  ],
  flows: [flow('f0', 0, 1), flow('f1', 1, 2), flow('f2', 2, 3)],
  taskById: new Map([
    ['first', { role: 'a' }],
    ['second', { role: 'b' }],
  ]),
}

const perHour = 0.5
const exponential = { kind: 'exponential', meanHours: 1 } as const
const scenario: Scenario = {
  startsOn: '2026-01-05',
  days: 20_000,
  warmUpDays: 200,
  arrivals: { kind: 'poisson', perHour },
  staff: [
    { name: 'a', roles: ['a'], count: 1 },
    { name: 'b', roles: ['b'], count: 1 },
  ],
  tasks: { first: exponential, second: exponential },
}
const meanHours = (change: Partial<Scenario>, graph = tandem): number =>
  getAccepted(simulate(getAccepted(scenarioModel(graph, { ...scenario, ...change })), 4, 1)).meanCycleHours.mean

const within = (found: number, wanted: number, share: number) =>
  expect(Math.abs(found / wanted - 1)).toBeLessThan(share)

describe('steps done alongside each other', () => {
  it('take the time of two queues that fork and join (Flatto and Hahn 1984): (12 − ρ) / 8 of one', () => {
    const one = 1 / (1 - perHour)
    within(meanHours({}), 2 * one, 0.01)
    within(meanHours({ parallel: ['second'] }), ((12 - perHour) / 8) * one, 0.01)
  })

  it('take the longer of both where nobody waits: 1/a + 1/b − 1/(a + b) for exponential times', () => {
    const many = scenario.staff.map((group) => ({ ...group, count: 60 }))
    const tasks = { first: exponential, second: { kind: 'exponential', meanHours: 2 } as const }
    within(meanHours({ staff: many, tasks }), 3, 0.01)
    within(meanHours({ staff: many, tasks, parallel: ['second'] }), 1 + 2 - 1 / (1 + 0.5), 0.01)
  })
})

/** start → again? → check → good? (back | on) → split → (left | right) → join → last → end: a loop, and branches. */
const winding: SimulatedGraph = {
  start: 0,
  nodes: [
    node('applied', 'start', [], [0]),
    node('again', 'exclusive', [0, 4], [1]),
    node('check', 'task', [1], [2]),
    node('good', 'exclusive', [2], [4, 3]),
    node('meet', 'task', [3], [5]),
    node('split', 'parallel', [5], [6, 7]),
    node('left', 'task', [6], [8]),
    node('right', 'task', [7], [9]),
    node('join', 'parallel', [8, 9], [10]),
    node('last', 'task', [10], [11]),
    node('done', 'end', [11], []),
  ],
  flows: [
    flow('f0', 0, 1),
    flow('f1', 1, 2),
    flow('f2', 2, 3),
    flow('on', 3, 4),
    flow('back', 3, 1),
    flow('f5', 4, 5),
    flow('f6', 5, 6),
    flow('f7', 5, 7),
    flow('f8', 6, 8),
    flow('f9', 7, 8),
    flow('f10', 8, 9),
    flow('f11', 9, 10),
  ],
  taskById: new Map(['check', 'meet', 'left', 'right', 'last'].map((id) => [id, { role: 'a' }])),
}

describe('the piece before a step', () => {
  it('is the step, loop or branches that end there; none where a branch begins', () => {
    expect(tasksBefore(tandem, 'second')).toEqual(['first'])
    expect(tasksBefore(winding, 'meet')).toEqual(['check'])
    expect(tasksBefore(winding, 'last')).toEqual(['left', 'right'])
    expect(tasksBefore(winding, 'left')).toBeUndefined()
    expect(tasksBefore(winding, 'check')).toBeUndefined()
  })

  it('grows with what was put alongside it before, and every step is done as often as before', () => {
    const { graph, together } = getAccepted(putAlongside(winding, ['meet', 'last']))
    expect(together).toEqual([
      { task: 'meet', others: ['check'] },
      { task: 'last', others: ['left', 'right'] },
    ])
    const branches = { good: { back: 0.25 } }
    const tasks = Object.fromEntries([...winding.taskById.keys()].map((id) => [id, exponential]))
    const visits = (parallel: readonly string[]) =>
      timesDone(getAccepted(scenarioModel(winding, { ...scenario, branches, tasks, parallel })))
    const [before, after] = [visits([]), visits(['meet', 'last'])]
    for (const [step, times] of before) expect(after.get(step), step).toBeCloseTo(times, 9)
    // A loop left with three quarters is gone through four thirds times.
    expect(before.get('check')).toBeCloseTo(4 / 3, 9)
    expect(before.get('left')).toBeCloseTo(1, 9)
    expect(
      graph.flows.every(({ source, target }, index) => {
        const [from, to] = [graph.nodes[source], graph.nodes[target]]
        return from?.outgoing.includes(index) && to?.incoming.includes(index)
      }),
    ).toBe(true)
  })

  it('is refused where there is none, with the step', () => {
    const refused = putAlongside(winding, ['left', 'meet'])
    expect(!refused.ok && refused.refusal.faults).toEqual([
      { path: 'parallel.left', code: 'nothing-to-do-it-alongside' },
    ])
  })
})

describe('units', () => {
  const single: Scenario = {
    ...scenario,
    dropped: ['second'],
    arrivals: { kind: 'poisson', perHour: 1.2 },
    units: [
      { name: 'north', share: 0.5 },
      { name: 'south', share: 0.5 },
    ],
    staff: [
      { name: 'a north', roles: ['a'], count: 1, unit: 'north' },
      { name: 'a south', roles: ['a'], count: 1, unit: 'south' },
      { name: 'b', roles: ['b'], count: 1 },
    ],
  }
  const shares = (north: number) => [
    { name: 'north', share: north },
    { name: 'south', share: 1 - north },
  ]

  it('each keep their own queue (M/M/1 each), where people of no unit would share one (M/M/2)', () => {
    within(meanHours(single), 1 / (1 - 0.6), 0.015)
    const pooled = [
      { name: 'a', roles: ['a'], count: 2 },
      { name: 'b', roles: ['b'], count: 1 },
    ]
    // M/M/2 at ρ = 0.6: 1 / (1 − ρ²) services.
    within(meanHours({ ...single, staff: pooled }), 1 / (1 - 0.36), 0.015)
  })

  it('are worse off where the people are not where the work is', () => {
    const uneven = { ...single, units: shares(0.7) }
    const wanted = 0.7 / (1 - 0.84) + 0.3 / (1 - 0.36)
    within(meanHours(uneven), wanted, 0.03)
  })
})
