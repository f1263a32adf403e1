import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import type { SimulatedGraph } from './process-model.ts'
import { simulate } from './replications.ts'
import { flow, node } from './sample-graph.ts'
import { readScenario, type Scenario } from './scenario.ts'
import { scenarioModel } from './scenario-model.ts'

/** start → accept → split → (plan | customer's papers) → join → good? → (accept again | end) */
const graph: SimulatedGraph = {
  start: 0,
  nodes: [
    node('applied', 'start', [], [0]),
    node('again', 'exclusive', [0, 7], [1]),
    node('accept', 'task', [1], [2]),
    node('fork', 'parallel', [2], [3, 4]),
    node('plan', 'task', [3], [5]),
    node('papers', 'task', [4], [6]),
    node('joined', 'parallel', [5, 6], [8]),
    node('good', 'exclusive', [8], [7, 9]),
    node('done', 'end', [9], []),
  ],
  flows: [
    flow('f0', 0, 1),
    flow('f1', 1, 2),
    flow('f2', 2, 3),
    flow('f3', 3, 4),
    flow('f4', 3, 5),
    flow('f5', 4, 6),
    flow('f6', 5, 6),
    flow('back', 7, 1),
    flow('f8', 6, 7),
    flow('f9', 7, 8),
  ],
  taskById: new Map([
    ['accept', { role: 'clerk' }],
    ['plan', { role: 'designer' }],
    ['papers', { role: 'customer' }],
  ]),
}

const scenario: Scenario = {
  startsOn: '2026-01-05',
  days: 400,
  warmUpDays: 20,
  arrivals: { kind: 'every', hours: 24 },
  staff: [
    { name: 'clerks', roles: ['clerk'], count: 1 },
    { name: 'designers', roles: ['designer'], count: 2 },
  ],
  tasks: {
    accept: { kind: 'constant', hours: 1 },
    plan: { kind: 'constant', hours: 10 },
    papers: { kind: 'constant', hours: 15 },
  },
}
const cycle = (change: Partial<Scenario>): number =>
  getAccepted(simulate(getAccepted(scenarioModel(graph, { ...scenario, ...change })), 1, 1)).meanCycleHours.mean

describe('scenarios over a process', () => {
  it('follow the gateways: the longer branch counts, the shortest way to the end is taken', () => {
    expect(cycle({})).toBeCloseTo(16, 9)
  })

  it('repeat what the shares send back', () => {
    expect(Math.abs(cycle({ branches: { good: { back: 0.5 } }, days: 40_000 }) / 32 - 1)).toBeLessThan(0.03)
  })

  it('leave out a dropped task', () => {
    expect(cycle({ dropped: ['papers'] })).toBeCloseTo(11, 9)
  })

  it('keep working hours: ten hours of work from Monday 09:00 in eight-hour days', () => {
    const hours = {
      office: {
        shifts: [
          ['08:00', '12:00'],
          ['13:00', '17:00'],
        ] as const,
        weekdays: [1, 2, 3, 4, 5],
      },
    }
    const staff = scenario.staff.map((group) => ({ ...group, calendar: 'office' }))
    // Arrives at midnight, accepted 08:00 to 09:00, planned for 7 hours today and 3 tomorrow: done at 11:00 the next day.
    const weekly = { kind: 'every', hours: 168 } as const
    expect(cycle({ calendars: hours, staff, arrivals: weekly, dropped: ['papers'] })).toBeCloseTo(35, 9)
  })

  it.each<[string, Partial<Scenario>, string]>([
    ['a task that is not there', { dropped: ['survey'] }, 'tasks.survey: task-unknown'],
    ['a task with nothing before it', { parallel: ['plan'] }, 'parallel.plan: nothing-to-do-it-alongside'],
    [
      'people of a unit without cases',
      { staff: [{ name: 'clerks', roles: ['clerk'], count: 1, unit: 'moon' }] },
      'staff.clerks: unit-unknown',
    ],
    ['a flow that is not there', { branches: { good: { sideways: 0.1 } } }, 'branches.good.sideways: flow-unknown'],
    ['no duration', { tasks: {} }, 'tasks.accept: duration-missing'],
    [
      'no calendar for the year',
      { calendars: { office: { shifts: [['08:00', '17:00']] } } },
      'calendars.office: calendar-missing',
    ],
    [
      'a shift that ends before it begins',
      { calendars: { office: { shifts: [['17:00', '08:00']], weekdays: [1] } } },
      'calendars.office: not-a-shift',
    ],
  ])('refuse %s', (_, change, fault) => {
    const model = scenarioModel(graph, { ...scenario, ...change })
    expect(model.ok ? [] : model.refusal.faults?.map(({ path, code }) => `${path}: ${code}`)).toContain(fault)
  })

  it('refuse a file of another shape, every fault at once', () => {
    const result = readScenario({ startsOn: 'soon', days: -1, staff: [{ name: 'x' }] })
    expect(result.ok ? [] : result.refusal.faults?.map(({ path }) => path)).toEqual([
      'startsOn',
      'days',
      'arrivals',
      'staff',
    ])
  })
})
