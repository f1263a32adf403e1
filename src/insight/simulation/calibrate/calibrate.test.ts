import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { simulate } from '../replications.ts'
import { calibrate } from './calibrate.ts'
import { known, modelOf, observe } from './sample-history.ts'

describe('calibrate', () => {
  const { scenario, estimates } = getAccepted(calibrate(observe(7)))
  const of = (kind: string, key: string) => estimates.find((each) => each.kind === kind && each.key === key)

  it('finds the parameters a history was made with, within 8 %', () => {
    const expected = { accept: 0.6, survey: 2, plan: 1.5, energise: 7 / 3 }
    for (const [task, hours] of Object.entries(expected)) {
      const value = of('work', task)?.value ?? 0
      expect(Math.abs(value / hours - 1), task).toBeLessThan(0.08)
    }
    expect(Math.abs((of('customer', 'works')?.value ?? 0) / 120 - 1)).toBeLessThan(0.08)
    // Pick-up: only the survey lay although somebody was free.
    expect(Math.abs((of('pick-up', 'survey')?.value ?? 0) / 6 - 1)).toBeLessThan(0.08)
    for (const task of ['accept', 'plan', 'energise']) expect(of('pick-up', task)?.value ?? 0, task).toBeLessThan(0.1)
    const perWeek = 0.43 * 40
    expect(Math.abs((of('arrivals', '')?.value ?? 0) / perWeek - 1)).toBeLessThan(0.08)
    expect(Math.abs((scenario.branches?.['complete?']?.missing ?? 0) - 0.25)).toBeLessThan(0.03)
  })

  it('finds staff and their roles, and nights and Sundays without arrivals', () => {
    expect(scenario.staff.map(({ name, count }) => [name, count])).toEqual([
      ['clerk', 1],
      ['fitter', 2],
      ['manager', 2],
    ])
    if (scenario.arrivals.kind !== 'by-hour') throw new Error('arrivals by hour')
    expect(scenario.arrivals.perHour.slice(120).every((rate) => rate === 0)).toBe(true)
    expect(scenario.arrivals.perHour[3]).toBe(0)
  })

  it('makes a model that gives the times of the known one again, within 8 %', () => {
    const { calendars, countedBy } = known
    const again = { ...scenario, ...(calendars && { calendars }), ...(countedBy && { countedBy }) }
    const wanted = getAccepted(simulate(modelOf(known), 20, 100))
    const found = getAccepted(simulate(modelOf(again), 20, 500))
    for (const figure of ['medianCycleHours', 'meanCycleHours', 'p90CycleHours'] as const) {
      expect(Math.abs(found[figure].mean / wanted[figure].mean - 1), figure).toBeLessThan(0.08)
    }
  })

  it('says what rests on the role, on all tasks or on nothing', () => {
    const { cases, ...rest } = observe(7)
    const thin = getAccepted(calibrate({ ...rest, cases: cases.slice(0, 6) }))
    expect(thin.estimates.find(({ kind, key }) => kind === 'work' && key === 'survey')).toMatchObject({
      observations: 6,
      basis: 'role',
    })
    expect(thin.estimates.find(({ kind, key }) => kind === 'work' && key === 'energise')?.basis).toBe('all')
    expect(thin.estimates.find(({ kind }) => kind === 'season')?.basis).toBe('assumed')
    const none = calibrate({ ...rest, cases: [] })
    expect(!none.ok && none.refusal.code).toBe('no-finished-case')
  })
})
