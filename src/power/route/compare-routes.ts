import { getLengthM, type PlanePoint } from '#kernel'
import { placesAlong } from '../network/geometry.ts'
import { countCrossings, type TerrainFeature, type TerrainKind } from './terrain.ts'

/** What a built line may differ by before it counts as moved. */
export interface RouteTolerance {
  /** Farthest that any place of the built line may lie from the approved one, metres. */
  readonly distanceM: number
  /** Largest change of length, per cent of the approved. */
  readonly lengthPercent: number
}

export interface RouteComparison {
  /** Farthest distance of either line from the other (Hausdorff distance, sampled every metre), metres. */
  readonly farthestM: number
  /** Metres of the built line that lie farther from the approved one than the tolerance. */
  readonly outsideM: number
  readonly approvedLengthM: number
  readonly builtLengthM: number
  /** Built less approved, per cent of the approved. */
  readonly lengthPercent: number
  /** More crossings than the approved route has, by kind of ground; none where the ground is not known. */
  readonly newCrossings: Readonly<Partial<Record<TerrainKind, number>>>
  readonly isWithin: boolean
  readonly exceeded: readonly ('distance' | 'length' | 'crossings')[]
}

const sampleM = 1

/** The built line held against the approved one: how far away, how much longer, what it newly crosses. */
export function compareRoutes(
  approved: readonly PlanePoint[],
  built: readonly PlanePoint[],
  terrain: readonly TerrainFeature[],
  tolerance: RouteTolerance,
): RouteComparison {
  const awayFromApproved = placesAlong(built, sampleM).map((place) => distanceToLine(place, approved))
  const awayFromBuilt = placesAlong(approved, sampleM).map((place) => distanceToLine(place, built))
  const farthestM = [...awayFromApproved, ...awayFromBuilt].reduce((most, distance) => Math.max(most, distance), 0)
  const [approvedLengthM, builtLengthM] = [getLengthM(approved), getLengthM(built)]
  const lengthPercent = (100 * (builtLengthM - approvedLengthM)) / approvedLengthM
  const newCrossings = moreCrossings(countCrossings(approved, terrain), countCrossings(built, terrain))
  const exceeded = [
    ...(farthestM > tolerance.distanceM ? (['distance'] as const) : []),
    ...(Math.abs(lengthPercent) > tolerance.lengthPercent ? (['length'] as const) : []),
    ...(Object.keys(newCrossings).length > 0 ? (['crossings'] as const) : []),
  ]
  const outside = awayFromApproved.filter((distance) => distance > tolerance.distanceM).length
  return {
    farthestM,
    outsideM: Math.min(builtLengthM, outside * sampleM),
    approvedLengthM,
    builtLengthM,
    lengthPercent,
    newCrossings,
    isWithin: exceeded.length === 0,
    exceeded,
  }
}

function moreCrossings(
  before: Readonly<Record<TerrainKind, number>>,
  after: Readonly<Record<TerrainKind, number>>,
): Partial<Record<TerrainKind, number>> {
  const kinds = Object.keys(after) as TerrainKind[]
  return Object.fromEntries(
    kinds.filter((kind) => after[kind] > before[kind]).map((kind) => [kind, after[kind] - before[kind]]),
  )
}

function distanceToLine({ x, y }: PlanePoint, line: readonly PlanePoint[]): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1], line[at]]
    if (!a || !b) continue
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const along = dx === 0 && dy === 0 ? 0 : ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy)
    const share = Math.max(0, Math.min(1, along))
    least = Math.min(least, Math.hypot(x - a.x - share * dx, y - a.y - share * dy))
  }
  return least
}
