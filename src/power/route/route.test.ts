import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPlane, getLengthM } from '#kernel'
import { findRoutes } from './find-routes.ts'
import { findLeastCostPath } from './least-cost.ts'
import { countCrossings, isInside, readTerrain, type TerrainFeature } from './terrain.ts'

const parameters = Object.entries({
  detourFactor: 1.2,
  roadFactor: 0.7,
  waterFactor: 5,
  railwayFactor: 8,
  blockedFactor: 1000,
  maxSharePercent: 70,
}).map(([name, value]) => ({
  name: `route.${name}`,
  value,
  unit: '',
  validFrom: '2000-01-01',
  validTo: undefined,
  source: 'test',
  confidence: 'M?' as const,
}))
const square = (kind: TerrainFeature['kind'], x: number, y: number, width: number, height: number): TerrainFeature => ({
  kind,
  isArea: true,
  shape: [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
    { x, y },
  ],
})

describe('least cost', () => {
  const graph = fc.integer({ min: 2, max: 7 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      costs: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })), {
        minLength: size * size,
        maxLength: size * size,
      }),
    }),
  )
  it('is what trying every path finds', () => {
    fc.assert(
      fc.property(graph, ({ size, costs }) => {
        const step = (a: number, b: number) => costs[a * size + b] as number
        const tryAll = (at: number, seen: number[], cost: number): number => {
          if (at === size - 1) return cost
          const rest = [...Array(size).keys()].filter((next) => step(at, next) > 0 && !seen.includes(next))
          return Math.min(
            Number.POSITIVE_INFINITY,
            ...rest.map((next) => tryAll(next, [...seen, next], cost + step(at, next))),
          )
        }
        const wanted = tryAll(0, [0], 0)
        const found = findLeastCostPath(
          {
            size,
            neighbours: (node, visit) =>
              [...Array(size).keys()].forEach((next) => {
                if (step(node, next) > 0) visit(next, step(node, next))
              }),
          },
          0,
          size - 1,
        )
        expect(found?.cost ?? Number.POSITIVE_INFINITY).toBe(wanted)
        if (found)
          expect(found.nodes.slice(1).reduce((sum, node, at) => sum + step(found.nodes[at] as number, node), 0)).toBe(
            wanted,
          )
      }),
      { numRuns: 300 },
    )
  })
})

describe('routes over ground', () => {
  const from = { x: 0, y: 0 }
  const to = { x: 600, y: 0 }
  it('goes round a building and never through it', () => {
    const [route] = findRoutes(from, to, [square('building', 250, -100, 100, 220)], parameters)
    expect(route?.crossings.building).toBe(0)
    // Round the near end at y = −100: two legs of √(250² + 100²) and 100 m: 638.5 m; eight directions cost a little more.
    expect(route?.lengthM).toBeGreaterThan(638)
    expect(route?.lengthM).toBeLessThan(720)
  })
  it('crosses a river once where there is no way round, and counts it', () => {
    const [route] = findRoutes(from, to, [square('water', 280, -5000, 30, 10000)], parameters)
    expect(route?.crossings.water).toBe(1)
  })
  it('follows a road that costs less', () => {
    const road: TerrainFeature = {
      kind: 'road',
      isArea: false,
      shape: [
        { x: 0, y: 60 },
        { x: 600, y: 60 },
      ],
    }
    const [route] = findRoutes(from, to, [road], parameters)
    expect(route?.points.some(({ y }) => Math.abs(y - 60) < 15)).toBe(true)
  })
  it('offers several distinct routes, the cheapest first', () => {
    const routes = findRoutes(from, to, [square('building', 250, -150, 100, 300)], parameters, 3)
    expect(routes.length).toBeGreaterThanOrEqual(2)
    for (const { points, lengthM } of routes) expect(lengthM).toBeCloseTo(getLengthM(points), 9)
  })
  it('takes the straight line with the detour factor where no ground is known', () => {
    expect(findRoutes(from, to, [], parameters)[0]).toMatchObject({ lengthM: 720, basis: 'straight' })
  })
})

describe('areas with holes', () => {
  const ring = (x: number, y: number, size: number) => square('water', x, y, size, size).shape
  const lake: TerrainFeature = { kind: 'water', isArea: true, shape: ring(0, 0, 100), holes: [ring(40, 40, 20)] }

  it('an island is not water', () => {
    expect(isInside({ x: 10, y: 10 }, lake)).toBe(true)
    expect(isInside({ x: 50, y: 50 }, lake)).toBe(false)
    expect(isInside({ x: 150, y: 50 }, lake)).toBe(false)
  })

  it('a line over the island crosses the water twice, one beside it once', () => {
    const crossed = (y: number) =>
      countCrossings(
        [
          { x: -10, y },
          { x: 110, y },
        ],
        [lake],
      ).water
    expect(crossed(50)).toBe(2)
    expect(crossed(20)).toBe(1)
  })

  it('GeoJSON gives the holes of polygons and multipolygons', () => {
    const outer = [
      [119, 32],
      [119.1, 32],
      [119.1, 32.1],
      [119, 32],
    ]
    const hole = [
      [119.05, 32.01],
      [119.06, 32.01],
      [119.06, 32.02],
      [119.05, 32.01],
    ]
    const feature = (type: string, coordinates: unknown) => ({
      type: 'Feature',
      properties: { kind: 'water' },
      geometry: { type, coordinates },
    })
    const plane = createPlane({ lon: 119, lat: 32 })
    const collection = {
      features: [feature('Polygon', [outer, hole]), feature('MultiPolygon', [[outer], [outer, hole]])],
    }
    const read = readTerrain('ground.geojson', collection, plane)
    expect(read.ok && read.value.map(({ holes }) => holes?.length ?? 0)).toEqual([1, 0, 1])
  })
})
