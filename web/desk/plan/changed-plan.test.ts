import { describe, expect, it } from 'vitest'
import type { PlanOption } from '#service/plan-options/draft-plans'
import { changeSource, drawnSources, isChanged, startChange } from './changed-plan.ts'

const points = (...all: readonly (readonly [number, number])[]) => ({
  points: all.map(([lon, lat]) => ({ lon, lat })),
})
const plan = {
  sources: [
    { kind: 'existing-feeder', accessPoint: 'A', feeder: 'F', capacityKva: 800, route: points([0, 0], [1, 1], [2, 2]) },
    { kind: 'new-feeder', accessPoint: 'B', feeder: null, capacityKva: 800, route: points([5, 5], [2, 2]) },
  ],
  form: { sources: [{ existingKva: 315 }, {}] },
} as unknown as Pick<PlanOption, 'sources' | 'form'>
const need = { capacityKva: 800 }

describe('a plan being changed', () => {
  it('is asked for only once something is changed', () => {
    const start = startChange(plan)
    expect(isChanged(start)).toBe(false)
    expect(isChanged(changeSource(start, 1, { bends: [] }))).toBe(true)
    expect(isChanged({ ...start, transformer: { unitKva: 630, count: 2 } })).toBe(true)
  })
  it('each source is changed by itself; what is not keeps its line and leaves the conductor to the system', () => {
    const changed = changeSource(startChange(plan), 1, { bends: [[4, 4]] })
    const [first, second] = drawnSources(plan, plan, changed, need)
    expect(first).toEqual({
      accessPoint: 'A',
      feeder: 'F',
      capacityKva: 800,
      existingKva: 315,
      route: [
        { longitude: 0, latitude: 0 },
        { longitude: 1, latitude: 1 },
        { longitude: 2, latitude: 2 },
      ],
    })
    expect(second?.route).toEqual([
      { longitude: 5, latitude: 5 },
      { longitude: 4, latitude: 4 },
      { longitude: 2, latitude: 2 },
    ])
  })
  it('another access point begins anew: no feeder, no line, nothing there already', () => {
    const bent = changeSource(startChange(plan), 0, { bends: [[9, 9]], conductor: 'X' })
    const [moved] = drawnSources(plan, plan, changeSource(bent, 0, { accessPoint: 'C' }), need)
    expect(moved).toEqual({ accessPoint: 'C', capacityKva: 800 })
  })
  it('other transformers are carried by every source', () => {
    const larger = { ...startChange(plan), transformer: { unitKva: 630, count: 2 } }
    expect(drawnSources(plan, plan, larger, need).map(({ capacityKva }) => capacityKva)).toEqual([1260, 1260])
  })
})
