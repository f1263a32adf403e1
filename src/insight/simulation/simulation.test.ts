import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { WorkingHours } from '../time/working-hours.ts'
import { modelFaults } from './check-model.ts'
import { type Duration, meanHours, samplerOf } from './distribution.ts'
import { EventQueue } from './event-queue.ts'
import { RandomStream } from './random.ts'
import { simulate } from './replications.ts'
import { Simulation } from './simulation.ts'
import type { SimulationModel, SimulationNode } from './simulation-model.ts'

const end: SimulationNode = { kind: 'end', id: 'end' }
const task = (id: string, role: string, service: Duration, next = 'end'): SimulationNode => ({
  kind: 'task',
  id,
  role,
  service,
  next,
})
const exponential = (hours: number): Duration => ({ kind: 'exponential', meanHours: hours })
const constant = (hours: number): Duration => ({ kind: 'constant', hours })
const crew = (role: string, count: number) => ({ name: `${role} crew`, roles: [role], count })

const queue = (count: number, perHour: number, service: Duration, horizonHours: number): SimulationModel => ({
  start: 'work',
  nodes: [task('work', 'r', service), end],
  arrivals: { kind: 'poisson', perHour },
  staff: [crew('r', count)],
  horizonHours,
  warmUpHours: horizonHours / 50,
})

/** Mean wait in M/M/c (A. K. Erlang, 1917): the chance to wait, over the spare capacity. */
function erlangWait(servers: number, perHour: number, hours: number): number {
  const load = perHour * hours
  let term = 1
  let sum = 1
  for (let k = 1; k < servers; k++) {
    term *= load / k
    sum += term
  }
  const last = (term * load) / servers / (1 - load / servers)
  return (last / (sum + last)) * (hours / (servers - load))
}

const near = (value: number, wanted: number, share = 0.01): void => {
  expect(Math.abs(value / wanted - 1)).toBeLessThan(share)
}

describe('queues with known answers, to 1 %', () => {
  it.each([
    [1, 0.6],
    [2, 1.4],
    [5, 3],
  ])('M/M/%d at %d an hour', (servers, perHour) => {
    const { tasks, staff } = getAccepted(simulate(queue(servers, perHour, exponential(1), 2_500_000 / perHour), 1, 11))
    near(tasks[0]!.meanWaitHours.mean, erlangWait(servers, perHour, 1))
    near(staff[0]!.utilisation.mean, perHour / servers)
  })

  it('M/D/1 (Pollaczek and Khinchine: half the wait of M/M/1)', () => {
    const { tasks } = getAccepted(simulate(queue(1, 0.6, constant(1), 4_000_000), 1, 5))
    near(tasks[0]!.meanWaitHours.mean, 0.6 / (2 * 0.4))
  })

  it('a Jackson network with rework: every station is its own M/M/c', () => {
    // 0.5 an hour from outside; 20 % of what the check sees goes back, so each station sees 0.625.
    const model: SimulationModel = {
      start: 'design',
      nodes: [
        task('design', 'd', exponential(1), 'check'),
        task('check', 'c', exponential(2.4), 'is good'),
        {
          kind: 'choice',
          id: 'is good',
          branches: [
            { next: 'design', probability: 0.2 },
            { next: 'end', probability: 0.8 },
          ],
        },
        end,
      ],
      arrivals: { kind: 'poisson', perHour: 0.5 },
      staff: [crew('d', 1), crew('c', 2)],
      horizonHours: 4_000_000,
      warmUpHours: 50_000,
    }
    const { tasks, meanCycleHours } = getAccepted(simulate(model, 1, 3))
    const design = erlangWait(1, 0.625, 1)
    const check = erlangWait(2, 0.625, 2.4)
    near(tasks[0]!.meanWaitHours.mean, design)
    near(tasks[1]!.meanWaitHours.mean, check)
    near(meanCycleHours.mean, (design + 1 + check + 2.4) / 0.8)
  })

  it('a stage dropped takes away the time queueing theory gives it', () => {
    const stages = (ids: readonly string[]): SimulationModel => ({
      ...queue(1, 0.6, exponential(1), 2_000_000),
      start: ids[0]!,
      nodes: [...ids.map((id, i) => task(id, id, exponential(1), ids[i + 1])), end],
      staff: ids.map((id) => crew(id, 1)),
    })
    const with3 = getAccepted(simulate(stages(['a', 'b', 'c']), 1, 7)).meanCycleHours.mean
    const with2 = getAccepted(simulate(stages(['a', 'c']), 1, 7)).meanCycleHours.mean
    near(with3 - with2, 1 / (1 - 0.6), 0.03)
  })
})

describe('rules of the work', () => {
  const done = (model: SimulationModel, seed = 1) => {
    const rows: {
      readonly of: number
      readonly id: string
      readonly person: number
      readonly ready: number
      readonly begun: number
      readonly done: number
    }[] = []
    const simulation = new Simulation(model, seed, (of, node, person, ready, begun, finished) => {
      if (person >= 0) rows.push({ of, id: model.nodes[node]!.id, person, ready, begun, done: finished })
    })
    simulation.advance()
    return rows
  }

  it('one seed gives one run, another seed another, however the run is cut into pieces', () => {
    const model = queue(2, 1.5, exponential(1), 500)
    expect(done(model, 4)).toEqual(done(model, 4))
    expect(done(model, 4)).not.toEqual(done(model, 5))
    const pieces = new Simulation(model, 4)
    while (!pieces.advance(7));
    const whole = new Simulation(model, 4)
    whole.advance()
    expect(pieces.measures()).toEqual(whole.measures())
  })

  it('a seed goes on giving the figures it gave: speed must not change what a manager was shown', () => {
    const model: SimulationModel = {
      start: 'intake',
      queueRule: 'priority',
      nodes: [
        task('intake', 'clerk', { kind: 'lognormal', meanHours: 0.5, sdHours: 0.3 }, 'which'),
        {
          kind: 'choice',
          id: 'which',
          branches: [
            { next: 'both', probability: 0.6 },
            { next: 'return', probability: 0.4 },
          ],
        },
        { kind: 'wait', id: 'return', duration: { kind: 'erlang', meanHours: 8, phases: 3 }, next: 'intake' },
        { kind: 'split', id: 'both', next: ['survey', 'draft'] },
        task('survey', 'manager', constant(1), 'joined'),
        task('draft', 'engineer', exponential(1.4), 'joined'),
        { kind: 'join', id: 'joined', incoming: 2, next: 'end' },
        end,
      ],
      kinds: [
        { name: 'plain', share: 0.7 },
        { name: 'urgent', share: 0.3, priority: 2 },
      ],
      arrivals: { kind: 'every', hours: 1 },
      staff: [
        { name: 'A', roles: ['clerk'], count: 1 },
        { name: 'B', roles: ['manager', 'clerk'], count: 2 },
        { name: 'C', roles: ['engineer', 'manager'], count: 2 },
      ],
      roles: { manager: { oneToOne: true, loadLimit: 4 } },
      horizonHours: 2000,
      warmUpHours: 100,
    }
    const simulation = new Simulation(model, 7)
    simulation.advance()
    const { taskEvents, openCases, cycleHours, waitHours } = simulation.measures()
    expect({
      taskEvents,
      openCases,
      cycles: cycleHours.reduce((sum, hours) => sum + hours, 0),
      waits: waitHours.reduce((sum, hours) => sum + hours, 0),
    }).toEqual({ taskEvents: 7398, openCases: 10, cycles: 21826.65198624202, waits: 9266.834239280055 })
  })

  it('parallel branches join when the last is done', () => {
    const model: SimulationModel = {
      start: 'split',
      nodes: [
        { kind: 'split', id: 'split', next: ['a', 'b', 'w'] },
        task('a', 'r', constant(1), 'join'),
        task('b', 'r', constant(2), 'join'),
        { kind: 'wait', id: 'w', duration: constant(5), next: 'join' },
        { kind: 'join', id: 'join', incoming: 3, next: 'last' },
        task('last', 'r', constant(1)),
        end,
      ],
      arrivals: { kind: 'every', hours: 10 },
      staff: [crew('r', 2)],
      horizonHours: 35,
    }
    const last = done(model).filter(({ id }) => id === 'last')
    expect(last.map(({ ready, done: at }) => [ready, at])).toEqual([
      [15, 16],
      [25, 26],
    ])
  })

  it('work stops and goes on with the working hours', () => {
    const model: SimulationModel = {
      ...queue(1, 1, constant(5), 100),
      arrivals: { kind: 'every', hours: 30 },
      staff: [{ ...crew('r', 1), calendar: 'office' }],
      calendars: {
        office: new WorkingHours([
          [8, 16],
          [32, 40],
          [56, 64],
          [80, 88],
        ]),
      },
      warmUpHours: 0,
    }
    // Comes at 30 (closed): 32 to 37. Comes at 60: four hours to 64, one more on the next day.
    expect(done(model).map(({ begun, done: at }) => [begun, at])).toEqual([
      [32, 37],
      [60, 81],
    ])
  })

  it('one-to-one service keeps the person for the whole case, within the load limit', () => {
    const model: SimulationModel = {
      ...queue(3, 1, exponential(1), 2000),
      start: 'survey',
      nodes: [
        task('survey', 'manager', exponential(0.5), 'outside'),
        { kind: 'wait', id: 'outside', duration: exponential(4), next: 'reply' },
        task('reply', 'manager', exponential(0.5)),
        end,
      ],
      staff: [crew('manager', 3)],
      roles: { manager: { oneToOne: true, loadLimit: 2 } },
      warmUpHours: 0,
    }
    const rows = done(model)
    const keeper = new Map<number, number>()
    for (const { of, person } of rows) expect(keeper.set(of, keeper.get(of) ?? person).get(of)).toBe(person)
    const span = new Map<number, { person: number; from: number; to: number }>()
    for (const { of, person, begun, done: at } of rows)
      span.set(of, { person, from: span.get(of)?.from ?? begun, to: at })
    const spans = [...span.values()]
    for (const { person, from } of spans) {
      expect(
        spans.filter((other) => other.person === person && other.from <= from && other.to > from).length,
      ).toBeLessThanOrEqual(2)
    }
  })

  it('priority goes first, and is paid for by the others', () => {
    const model: SimulationModel = {
      ...queue(1, 0.9, exponential(1), 100_000),
      kinds: [
        { name: 'plain', share: 0.8 },
        { name: 'green channel', share: 0.2, priority: 1 },
      ],
      queueRule: 'priority',
    }
    const simulation = (queueRule: SimulationModel['queueRule']) =>
      getAccepted(simulate({ ...model, ...(queueRule && { queueRule }) }, 1, 2)).tasks[0]!.meanWaitHours.mean
    // Who goes first changes no mean when the rule does not look at the work; taking the shortest does.
    near(simulation('priority'), simulation('first-come'), 0.02)
    expect(simulation('shortest')).toBeLessThan(0.6 * simulation('first-come'))
  })

  it('arrivals follow the hour of the week', () => {
    const perHour = Array.from({ length: 168 }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 18 ? 3 : 0))
    const model: SimulationModel = { ...queue(50, 1, constant(0.01), 168 * 52), arrivals: { kind: 'by-hour', perHour } }
    const rows = done(model)
    expect(rows.every(({ ready }) => ready % 24 >= 8 && ready % 24 < 18)).toBe(true)
    near(rows.length, 3 * 70 * 52, 0.03)
  })
})

describe('models that cannot run', () => {
  const good = queue(1, 0.5, constant(1), 100)
  const faults = (change: Partial<SimulationModel>) =>
    modelFaults({ ...good, ...change }).map(({ path, code }) => `${path}: ${code}`)

  it.each<[string, Partial<SimulationModel>, string]>([
    ['zero staff', { staff: [crew('r', 0)] }, 'node work: nobody-for-role'],
    ['no arrivals', { arrivals: { kind: 'poisson', perHour: 0 } }, 'arrivals: no-arrivals'],
    ['a way to nowhere', { nodes: [task('work', 'r', constant(1), 'gone'), end] }, 'node work: node-unknown'],
    ['a case that never ends', { nodes: [task('work', 'r', constant(1), 'work'), end] }, 'node work: no-way-to-an-end'],
    [
      'a circle without time',
      {
        start: 'c',
        nodes: [
          {
            kind: 'choice',
            id: 'c',
            branches: [
              { next: 'c', probability: 0.5 },
              { next: 'end', probability: 0.5 },
            ],
          },
          end,
        ],
      },
      'node c: circle-without-time',
    ],
    [
      'probabilities',
      { nodes: [{ kind: 'choice', id: 'work', branches: [{ next: 'end', probability: 0.7 }] }, end] },
      'node work: probabilities-not-one',
    ],
    ['a negative duration', { nodes: [task('work', 'r', constant(-1)), end] }, 'node work.service: not-a-duration'],
    ['an unknown calendar', { staff: [{ ...crew('r', 1), calendar: 'night' }] }, 'staff r crew: calendar-unknown'],
    ['a horizon inside the warm-up', { warmUpHours: 200 }, 'horizonHours: horizon-too-short'],
  ])('%s', (_, change, fault) => {
    expect(faults(change)).toContain(fault)
    expect(simulate({ ...good, ...change }, 1, 1).ok).toBe(false)
  })

  it('stops when told to', () => {
    const stopped = simulate(queue(1, 0.5, constant(1), 5_000_000), 1, 1, (share) => share < 0.2)
    expect(stopped).toMatchObject({ ok: false, refusal: { code: 'simulation-stopped' } })
  })
})

describe('parts', () => {
  it.each<Duration>([
    constant(2),
    exponential(2),
    { kind: 'uniform', fromHours: 1, toHours: 3 },
    { kind: 'triangular', fromHours: 1, modeHours: 1.5, toHours: 4 },
    { kind: 'lognormal', meanHours: 2, sdHours: 1.5 },
    { kind: 'erlang', meanHours: 2, phases: 3 },
    { kind: 'measured', hours: [1, 2, 2, 5] },
  ])('$kind has the mean it says', (duration) => {
    const random = new RandomStream(9)
    const sample = samplerOf(duration)
    let sum = 0
    for (let i = 0; i < 400_000; i++) sum += sample(random)
    near(sum / 400_000, meanHours(duration))
  })

  it('the event queue gives events by time, equal times as they came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (times) => {
        const heap = new EventQueue()
        times.forEach((time, code) => {
          heap.push(time, code)
        })
        const out = times.map(() => [heap.pop(), heap.code])
        const wanted = times.map((time, code) => [time, code] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1])
        expect(out).toEqual(wanted)
        expect(heap.pop()).toBeNaN()
      }),
    )
  })

  it('the event queue gives the same when events bring forth others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }), { maxLength: 300 }),
        (steps) => {
          const heap = new EventQueue()
          let waiting: [number, number][] = []
          steps.forEach((delay, code) => {
            if (delay !== undefined) {
              heap.push(delay, code)
              waiting.push([delay, code])
            } else {
              waiting = waiting.sort((a, b) => a[0] - b[0] || a[1] - b[1])
              const [next] = waiting.splice(0, 1)
              expect(heap.pop()).toBe(next ? next[0] : Number.NaN)
              if (next) expect(heap.code).toBe(next[1])
            }
            expect(heap.size).toBe(waiting.length)
          })
        },
      ),
    )
  })

  it('working hours: adding what elapsed leads back', () => {
    const hours = new WorkingHours([
      [8, 12],
      [14, 18],
      [32, 36],
      [38, 42],
    ])
    expect(hours.elapsed(10, 15)).toBe(3)
    expect(hours.elapsed(0, 100)).toBe(16)
    expect(hours.add(11, 2)).toBe(15)
    expect(hours.add(13, 0.5)).toBe(14.5)
    expect(hours.add(41, 5)).toBe(Number.POSITIVE_INFINITY)
    expect([hours.isOpen(12), hours.isOpen(14), hours.nextOpen(12), hours.openingAfter(14)]).toEqual([
      false,
      true,
      14,
      32,
    ])
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 30, noNaN: true }),
        fc.double({ min: 0.001, max: 4, noNaN: true }),
        (from, work) => {
          expect(hours.elapsed(from, hours.add(from, work))).toBeCloseTo(work, 9)
        },
      ),
    )
  })
})
