import { accept, type Fault, type GeoPoint, type Plane, type PlanePoint, type Result, refuse } from '#kernel'
import { doSegmentsCross } from '../network/geometry.ts'

export type TerrainKind = 'road' | 'water' | 'railway' | 'building' | 'protected'

/** One feature of the ground: a line (road, railway, narrow water) or an area. */
export interface TerrainFeature {
  readonly kind: TerrainKind
  readonly isArea: boolean
  readonly shape: readonly PlanePoint[]
  /** What lies inside an area and is not of it: islands, courtyards. */
  readonly holes?: readonly (readonly PlanePoint[])[]
}

const kinds: readonly TerrainKind[] = ['road', 'water', 'railway', 'building', 'protected']

/**
 * Reads terrain from a GeoJSON feature collection: property `kind` (road, water, railway, building, protected), lines
 * and polygons with their holes. Faults: `terrain.kindUnknown`, `terrain.shapeNotSupported`, by feature.
 */
export function readTerrain(file: string, content: unknown, plane: Plane): Result<readonly TerrainFeature[]> {
  const features = isRecord(content) && Array.isArray(content.features) ? (content.features as unknown[]) : undefined
  if (!features) return refuse({ code: 'terrain.faulty', faults: [{ path: file, code: 'geojson.noFeatures' }] })
  const faults: Fault[] = []
  const found = features.flatMap((feature, at) => readFeature(`${file}:features[${at}]`, feature, plane, faults))
  return faults.length > 0 ? refuse({ code: 'terrain.faulty', faults }) : accept(found)
}

function readFeature(path: string, feature: unknown, plane: Plane, faults: Fault[]): TerrainFeature[] {
  const { properties, geometry } = isRecord(feature) ? feature : {}
  const stated = isRecord(properties) ? properties.kind : undefined
  const kind = kinds.find((known) => known === stated)
  const lines = listLines(isRecord(geometry) ? geometry : {})
  const onPlane = (ring: readonly GeoPoint[]) => ring.map((place) => plane.toPlane(place))
  if (!kind)
    faults.push({
      path: `${path}.properties.kind`,
      code: 'terrain.kindUnknown',
      data: { found: stated ?? null, allowed: kinds },
    })
  if (lines.length === 0 || lines.some(({ rings }) => (rings[0]?.length ?? 0) < 2))
    faults.push({ path: `${path}.geometry`, code: 'terrain.shapeNotSupported' })
  return kind
    ? lines.map(({ isArea, rings: [outer = [], ...holes] }) => ({
        kind,
        isArea,
        shape: onPlane(outer),
        ...(holes.length > 0 && { holes: holes.map(onPlane) }),
      }))
    : []
}

/** The lines of a geometry: one ring each, an area with its holes after it. */
function listLines(geometry: Readonly<Record<string, unknown>>): { isArea: boolean; rings: GeoPoint[][] }[] {
  const { type, coordinates } = geometry
  const line = (value: unknown): GeoPoint[] =>
    Array.isArray(value)
      ? value.flatMap((pair: unknown) =>
          Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'number'
            ? [{ lon: pair[0], lat: pair[1] }]
            : [],
        )
      : []
  const polygon = (value: unknown) => ({ isArea: true, rings: Array.isArray(value) ? value.map(line) : [] })
  if (!Array.isArray(coordinates)) return []
  if (type === 'LineString') return [{ isArea: false, rings: [line(coordinates)] }]
  if (type === 'MultiLineString') return coordinates.map((part: unknown) => ({ isArea: false, rings: [line(part)] }))
  if (type === 'Polygon') return [polygon(coordinates)]
  if (type === 'MultiPolygon') return coordinates.map(polygon)
  return []
}

/** How often a route crosses each kind of ground; a road followed is not a road crossed. */
export function countCrossings(
  route: readonly PlanePoint[],
  terrain: readonly TerrainFeature[],
): Readonly<Record<TerrainKind, number>> {
  const counts: Record<TerrainKind, number> = { road: 0, water: 0, railway: 0, building: 0, protected: 0 }
  for (const { kind, isArea, shape, holes = [] } of terrain) {
    const crossed = [shape, ...holes].reduce((sum, ring) => sum + countCrossed(route, ring), 0)
    // Into an area and out of it again is one crossing.
    counts[kind] += isArea ? Math.ceil(crossed / 2) : crossed
  }
  return counts
}

function countCrossed(route: readonly PlanePoint[], line: readonly PlanePoint[]): number {
  let crossed = 0
  for (let at = 1; at < route.length; at++) {
    for (let edge = 1; edge < line.length; edge++) {
      const [a, b, c, d] = [route[at - 1], route[at], line[edge - 1], line[edge]]
      if (a && b && c && d && doSegmentsCross(a, b, c, d)) crossed++
    }
  }
  return crossed
}

/** True inside a closed shape, and in none of its holes, by the count of edges to the right. */
export function isInside(place: PlanePoint, { shape, holes = [] }: Pick<TerrainFeature, 'shape' | 'holes'>): boolean {
  return isInRing(place, shape) && !holes.some((hole) => isInRing(place, hole))
}

function isInRing({ x, y }: PlanePoint, ring: readonly PlanePoint[]): boolean {
  let inside = false
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [a, b] = [ring[at], ring[before]]
    if (a && b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
