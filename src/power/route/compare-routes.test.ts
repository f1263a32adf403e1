import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanePoint } from '#kernel'
import { compareRoutes } from './compare-routes.ts'
import type { TerrainFeature } from './terrain.ts'

const tolerance = { distanceM: 20, lengthPercent: 5 }
const p = (x: number, y: number): PlanePoint => ({ x, y })
const straight = [p(0, 0), p(300, 0)]
const compare = (built: readonly PlanePoint[], terrain: readonly TerrainFeature[] = []) =>
  compareRoutes(straight, built, terrain, tolerance)

describe('a built line against the approved route', () => {
  it('on the route differs by nothing, however its corners are set', () => {
    const found = compare([p(0, 0), p(100, 0), p(300, 0)])
    expect(found).toMatchObject({ outsideM: 0, isWithin: true })
    expect(found.farthestM).toBeCloseTo(0, 9)
    expect(found.lengthPercent).toBeCloseTo(0, 9)
  })

  it('just within the tolerance holds, just beyond it is moved', () => {
    expect(compare([p(0, 20), p(300, 20)])).toMatchObject({ farthestM: 20, isWithin: true })
    expect(compare([p(0, 20.01), p(300, 20.01)])).toMatchObject({ isWithin: false, exceeded: ['distance'] })
  })

  it('a bend is measured at its tip and by its length, by hand', () => {
    // Out to (150, 40) and back: 2 × √(150² + 40²) = 310.48 m, 3.49 % more; outside where y > 20: the middle half.
    const found = compare([p(0, 0), p(150, 40), p(300, 0)])
    expect(found.farthestM).toBeCloseTo(40, 6)
    expect(found.builtLengthM).toBeCloseTo(310.48, 2)
    expect(found.lengthPercent).toBeCloseTo(3.495, 2)
    expect(Math.abs(found.outsideM - 155.24)).toBeLessThan(2)
    expect(found.exceeded).toEqual(['distance'])
  })

  it('a line that stops short is as far away as the end it never reaches', () => {
    expect(compare([p(0, 0), p(200, 0)])).toMatchObject({ farthestM: 100, exceeded: ['distance', 'length'] })
  })

  it('a new crossing counts even within the distance, one the plan already had does not', () => {
    const ditch = (y: number, x = 140): TerrainFeature => ({
      kind: 'water',
      isArea: false,
      shape: [p(x, y), p(x, y + 30)],
    })
    const bent = [p(0, 0), p(150, 15), p(300, 0)]
    expect(compare(bent, [ditch(10)])).toMatchObject({ newCrossings: { water: 1 }, exceeded: ['crossings'] })
    expect(compare(bent, [ditch(-10)])).toMatchObject({ newCrossings: {}, isWithin: true })
  })

  it('is the same distance from either side, and nothing for a line against itself', () => {
    const line = fc.array(fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: 0, max: 400 }) }), {
      minLength: 2,
      maxLength: 6,
    })
    const moves = (places: readonly PlanePoint[]) => places.some(({ x, y }) => x !== places[0]?.x || y !== places[0]?.y)
    fc.assert(
      fc.property(line.filter(moves), line.filter(moves), (a, b) => {
        expect(compareRoutes(a, a, [], tolerance)).toMatchObject({ isWithin: true })
        const there = compareRoutes(a, b, [], tolerance).farthestM
        expect(compareRoutes(b, a, [], tolerance).farthestM).toBeCloseTo(there, 6)
      }),
      { numRuns: 60 },
    )
  })
})
