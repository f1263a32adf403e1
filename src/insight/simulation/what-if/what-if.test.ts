import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { calibrate } from '../calibrate/calibrate.ts'
import { observe } from '../calibrate/sample-history.ts'
import { backTest } from './back-test.ts'
import { runWhatIf, type WhatIfTask } from './run-what-if.ts'
import { wasserstein } from './wasserstein.ts'

const history = observe(11)
const { scenario: today } = getAccepted(calibrate(history))
const terms = {
  hoursPerDay: 7.5,
  limitDays: 15,
  yuanPerHour: 60,
  overloadedAt: 0.97,
  furtherLimits: [],
  visits: { apart: 0, forStep: {}, perCase: 0 },
}
/** 07:30 of work on working days of a year, as the sample history has them. */
const office = Array.from({ length: 366 }, (_, day) => day)
  .filter((day) => (day + 2) % 7 < 5)
  .flatMap((day): [number, number][] => [
    [day * 24 + 8.5, day * 24 + 12],
    [day * 24 + 13.5, day * 24 + 17.5],
  ])
const task: WhatIfTask = {
  graph: history.graph,
  today,
  office,
  terms,
  role: 'manager',
  runs: 8,
  seed: 1,
  people: [],
  scenarios: [],
}

describe('Wasserstein-1', () => {
  it('is by hand: {0, 2} and {1, 1} are 1 apart; unequal sizes count by share', () => {
    expect(wasserstein(Float64Array.of(0, 2), Float64Array.of(1, 1))).toBe(1)
    expect(wasserstein(Float64Array.of(0), Float64Array.of(0, 0, 3))).toBeCloseTo(1)
    expect(wasserstein(Float64Array.of(), Float64Array.of(1))).toBeNaN()
  })

  it('of a shifted sample is the shift, and symmetric', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(values, values, fc.integer({ min: -50, max: 50 }), (a, b, shift) => {
        const left = Float64Array.from(a)
        expect(
          wasserstein(
            left,
            left.map((x) => x + shift),
          ),
        ).toBeCloseTo(Math.abs(shift), 6)
        expect(wasserstein(left, Float64Array.from(b))).toBeCloseTo(wasserstein(Float64Array.from(b), left), 6)
      }),
    )
  })
})

describe('what if', () => {
  it('today against itself differs in nothing: all scenarios run on the same random numbers', () => {
    const { outcomes } = getAccepted(runWhatIf({ ...task, scenarios: [{ name: 'as today' }] }))
    expect(outcomes[1]?.lateChange).toEqual({ mean: 0, halfWidth: 0 })
    expect(outcomes[1]?.medianDays).toEqual(outcomes[0]?.medianDays)
    expect(outcomes[0]?.daysShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
  })

  it('a task dropped takes its pick-up and work out of the time', () => {
    const { outcomes } = getAccepted(runWhatIf({ ...task, scenarios: [{ name: 'no survey', dropped: ['survey'] }] }))
    const saved = -(outcomes[1]?.meanChangeDays.mean ?? 0) * terms.hoursPerDay
    // 6 h of pick-up, 2 h of work, and some queue.
    expect(saved).toBeGreaterThan(7)
    expect(saved).toBeLessThan(12)
    const merged = getAccepted(runWhatIf({ ...task, scenarios: [{ name: 'together', merged: ['survey'] }] }))
    const less = -(merged.outcomes[1]?.meanChangeDays.mean ?? 0) * terms.hoursPerDay
    expect(less).toBeGreaterThan(4)
    expect(less).toBeLessThan(saved)
  })

  it('more people never make a staffing curve worse beyond its intervals; too few are called overloaded', () => {
    const { curve } = getAccepted(runWhatIf({ ...task, people: [1, 2, 3, 5] }))
    expect(curve.map(({ people }) => people)).toEqual([1, 2, 3, 5])
    for (const [i, point] of curve.entries()) {
      const before = curve[i - 1]
      if (before) expect(point.lateShare.mean).toBeLessThan(before.lateShare.mean + before.lateShare.halfWidth + 0.01)
    }
    const more = getAccepted(runWhatIf({ ...task, scenarios: [{ name: 'double', arrivalChange: 1.5 }] }))
    expect(more.outcomes[1]?.overloaded).toContain('manager')
  })

  it('refuses what cannot run, all faults at once, each with its scenario', () => {
    const refused = runWhatIf({
      ...task,
      scenarios: [
        { name: 'A', dropped: ['nothing'], staff: { manager: 1.5, nobody: 1 }, arrivalChange: -1 },
        { name: 'B', loadLimit: 0, urgentShare: 2 },
      ],
    })
    expect(!refused.ok && refused.refusal.faults?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'A: dropped.nothing task-unknown',
      'A: staff.manager not-a-count',
      'A: staff.nobody staff-unknown',
      'A: arrivalChange no-arrivals',
      'B: loadLimit load-limit-below-one',
      'B: urgentShare shares-not-one',
    ])
    const nobody = runWhatIf({ ...task, scenarios: [{ name: 'empty', staff: { manager: 0 } }] })
    expect(!nobody.ok && nobody.refusal.faults?.[0]).toMatchObject({
      code: 'nobody-for-role',
      data: { role: 'manager' },
    })
  })

  it('stops when told', () => {
    const stopped = runWhatIf(task, (share) => share < 0.3)
    expect(!stopped.ok && stopped.refusal.code).toBe('simulation-stopped')
  })
})

describe('back-test', () => {
  const bounds = { needed: 30, thresholdDays: 1.5, hoursPerDay: 7.5 }

  it('passes on a history made by such a process, and fails when the second half was another', () => {
    const good = backTest(history, bounds)
    expect(good).toMatchObject({ kind: 'tested', passed: true })
    const slower = {
      ...history,
      cases: history.cases.map((each) =>
        each.endedHours !== undefined && each.arrivedHours > 182 * 24
          ? { ...each, endedHours: each.endedHours + 240 }
          : each,
      ),
    }
    expect(backTest(slower, bounds)).toMatchObject({ kind: 'tested', passed: false })
  })

  it('says that there is too little history, with the counts', () => {
    const thin = backTest({ ...history, cases: history.cases.slice(0, 21) }, bounds)
    expect(thin).toMatchObject({ kind: 'too-little-history', heldOut: 0, needed: 30 })
  })
})

describe('people and units', () => {
  const units = [
    { name: 'north', share: 0.8 },
    { name: 'south', share: 0.2 },
  ]
  const manager = today.staff.find(({ name }) => name === 'manager')
  if (!manager) throw new Error('the sample has managers')
  const others = today.staff.filter((group) => group !== manager)
  const of = (unit: string, count: number) => ({ ...manager, name: `manager of ${unit}`, unit, count })
  const split: WhatIfTask = { ...task, today: { ...today, units, staff: [...others, of('north', 2), of('south', 2)] } }

  it('more people where the work is make fewer cases late; nobody is made of nothing', () => {
    const move = { from: 'manager of south', unit: 'north', people: 1 }
    const { outcomes } = getAccepted(
      runWhatIf({
        ...split,
        scenarios: [
          { name: 'moved', moves: [move], arrivalChange: 0.6 },
          { name: 'as it is', arrivalChange: 0.6 },
        ],
      }),
    )
    expect(outcomes[1]?.meanDays.mean).toBeLessThan(outcomes[2]?.meanDays.mean ?? 0)
    const refused = runWhatIf({ ...split, scenarios: [{ name: 'A', moves: [{ ...move, people: 3 }] }] })
    expect(!refused.ok && refused.refusal.faults).toMatchObject([{ path: 'A: moves.0', code: 'too-few-to-move' }])
    const strange = runWhatIf({ ...split, scenarios: [{ name: 'A', moves: [{ ...move, unit: 'moon' }] }] })
    expect(!strange.ok && strange.refusal.faults).toMatchObject([{ path: 'A: moves.0', code: 'unit-unknown' }])
  })

  it('one-to-one service shares its people out over the units, and is not asked with fewer than units', () => {
    const { curve } = getAccepted(runWhatIf({ ...split, people: [1, 4] }))
    expect(curve.map(({ people }) => people)).toEqual([4])
  })
})

it('counts late cases against further limits, and visits to the counter by the steps that are done', () => {
  const visits = { apart: 0.25, forStep: { survey: 0.5 }, perCase: 0.75 }
  const counting = { ...task, terms: { ...terms, furtherLimits: [5, 120], visits } }
  const { outcomes } = getAccepted(runWhatIf({ ...counting, scenarios: [{ name: 'no survey', dropped: ['survey'] }] }))
  const [now, without] = outcomes
  expect(now?.furtherLate.map(({ mean }) => mean)).toEqual([expect.any(Number), 0])
  expect(now?.furtherLate[0]?.mean).toBeGreaterThan(now?.lateShare.mean ?? 1)
  expect(now?.counterVisits).toBeCloseTo(0.75, 9)
  expect(without?.counterVisits).toBeCloseTo(0.25, 9)
})
