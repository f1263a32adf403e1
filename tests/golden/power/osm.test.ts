import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { createPlane, getAccepted } from '#kernel'
import { findRoutes, isInside, readOsm, standardsOn } from '#power'
import { hasReferenceData, readReferenceBytes } from './reference-data.ts'

const plane = createPlane({ lon: 7.42, lat: 43.735 })

describe.skipIf(!hasReferenceData)('terrain from an OpenStreetMap extract', () => {
  const terrain = () => getAccepted(readOsm('monaco', readReferenceBytes('osm/monaco.osm.pbf'), plane))
  it('finds the roads, buildings and railway of a small state, each on its map', () => {
    const features = terrain()
    const count = (kind: string) => features.filter((feature) => feature.kind === kind).length
    expect(count('road')).toBeGreaterThan(300)
    expect(count('building')).toBeGreaterThan(300)
    // Monaco measures about 2 × 3 km; everything must lie around it.
    for (const { shape } of features) for (const { x, y } of shape) expect(Math.hypot(x, y)).toBeLessThan(20_000)
    // A building is an outline that ends where it began.
    const buildings = features.filter((feature) => feature.kind === 'building')
    const closed = buildings.filter(
      ({ shape }) =>
        Math.hypot((shape[0]?.x ?? 0) - (shape.at(-1)?.x ?? 1), (shape[0]?.y ?? 0) - (shape.at(-1)?.y ?? 1)) < 1e-6,
    )
    expect(closed.length / buildings.length).toBeGreaterThan(0.95)
  })
  it('reads areas put together from several ways, with what is left out of them', () => {
    const areas = terrain().filter((feature) => feature.isArea)
    const withHoles = areas.filter(({ holes = [] }) => holes.length > 0)
    expect(withHoles.length).toBeGreaterThan(0)
    for (const { shape, holes = [] } of withHoles) {
      for (const hole of holes) {
        expect(hole[0]).toEqual(hole.at(-1))
        expect(hole[0] && isInside(hole[0], { shape })).toBe(true)
      }
    }
  })
  it('leads a route through town along its streets and round its houses', () => {
    const { parameters } = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23')
    const [from, to] = [plane.toPlane({ lon: 7.4187, lat: 43.7325 }), plane.toPlane({ lon: 7.4262, lat: 43.7395 })]
    const [route] = findRoutes(from, to, terrain(), parameters)
    const straightM = Math.hypot(from.x - to.x, from.y - to.y)
    expect(route?.lengthM).toBeGreaterThan(straightM)
    expect(route?.lengthM).toBeLessThan(3 * straightM)
    const [blind] = findRoutes(
      from,
      to,
      terrain().filter((feature) => feature.kind !== 'building'),
      parameters,
    )
    const through = (points: typeof route) => points?.crossings.building ?? 0
    expect(through(route)).toBeLessThanOrEqual(through(blind))
  })
  it('refuses bytes that are no map', () => {
    const bytes = readReferenceBytes('osm/monaco.osm.pbf')
    for (const broken of [
      bytes.subarray(0, 5000),
      new Uint8Array([1, 2, 3, 4, 5, 6]),
      new TextEncoder().encode('{"type": "FeatureCollection"}'),
    ]) {
      const refused = readOsm('x.pbf', broken, plane)
      expect(!refused.ok && refused.refusal.faults?.[0]?.path).toBe('x.pbf')
    }
  })
})
