import { doTouch, getBounds, getDistanceM, getLengthM, type PlanePoint } from '#kernel'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import { type CostSurface, getGroundBetween, laySurface } from './cost-surface.ts'
import { findLeastCostPath, type RouteGraph } from './least-cost.ts'
import { countCrossings, type TerrainFeature, type TerrainKind } from './terrain.ts'

export interface Route {
  readonly points: readonly PlanePoint[]
  readonly lengthM: number
  readonly crossings: Readonly<Record<TerrainKind, number>>
  /** `straight` where no terrain is known: the length is then the straight line times the detour factor. */
  readonly basis: 'terrain' | 'straight' | 'drawn'
}

/** Up to `count` distinct routes between two places, cheapest first. */
export function findRoutes(
  from: PlanePoint,
  to: PlanePoint,
  terrain: readonly TerrainFeature[],
  parameters: readonly Parameter[],
  count = 1,
): Route[] {
  const noCrossings = countCrossings([], [])
  const get = (name: string) => getParameter(parameters, `route.${name}`)
  if (terrain.length === 0) {
    return [
      {
        points: [from, to],
        lengthM: getDistanceM(from, to) * get('detourFactor'),
        crossings: noCrossings,
        basis: 'straight',
      },
    ]
  }
  const factors = {
    road: get('roadFactor'),
    water: get('waterFactor'),
    railway: get('railwayFactor'),
    building: get('blockedFactor'),
    protected: get('blockedFactor'),
  }
  // So that a whole town's map need not be walked each time.
  const between = getGroundBetween(from, to)
  const near = terrain.filter(({ shape }) => doTouch(getBounds(shape), between))
  const surface = laySurface(from, to, near, factors)
  const routes: Route[] = []
  const used: Set<number>[] = []
  const dearer = new Float64Array(surface.cost.length).fill(1)
  for (let attempt = 0; attempt < 3 * count && routes.length < count; attempt++) {
    const cells = findCells(surface, dearer, from, to)
    if (!cells) break
    const isNew = used.every(
      (other) => (100 * cells.filter((cell) => other.has(cell)).length) / cells.length <= get('maxSharePercent'),
    )
    if (isNew) {
      used.push(new Set(cells))
      const points = straighten([from, ...cells.slice(1, -1).map((cell) => getMiddle(surface, cell)), to])
      routes.push({ points, lengthM: getLengthM(points), crossings: countCrossings(points, near), basis: 'terrain' })
    }
    // Ground already built on is made dearer, so that the next search goes elsewhere.
    for (const cell of cells) dearer[cell] = (dearer[cell] as number) * 1.5
  }
  return routes
}

/** A route as a designer drew it. */
export const measureRoute = (points: readonly PlanePoint[], terrain: readonly TerrainFeature[]): Route => ({
  points,
  lengthM: getLengthM(points),
  crossings: countCrossings(points, terrain),
  basis: 'drawn',
})

/** The eight directions from a cell to its neighbours. */
const steps = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].flatMap((dx) => (dx === 0 && dy === 0 ? [] : [[dx, dy] as const])))

function findCells(
  surface: CostSurface,
  dearer: Float64Array,
  from: PlanePoint,
  to: PlanePoint,
): readonly number[] | undefined {
  const { columns, rows, cellM, cost, least } = surface
  const cellOf = ({ x, y }: PlanePoint) =>
    Math.floor((y - surface.bottom) / cellM) * columns + Math.floor((x - surface.left) / cellM)
  const goal = cellOf(to)
  const [goalX, goalY] = [goal % columns, Math.floor(goal / columns)]
  const weights = cost.map((each, cell) => each * (dearer[cell] as number))
  const diagonalM = cellM * Math.SQRT2
  const costOf = (cell: number, dx: number, dy: number): number => {
    const even = ((weights[cell] as number) + (weights[cell + dy * columns + dx] as number)) / 2
    if (dx === 0 || dy === 0) return even * cellM
    // A diagonal step touches the two cells beside it: it must not cut the corner of an obstacle.
    const beside = Math.max(weights[cell + dx] as number, weights[cell + dy * columns] as number)
    return (beside > 1 ? Math.max(even, beside) : even) * diagonalM
  }
  const graph: RouteGraph = {
    size: columns * rows,
    neighbours(cell, visit) {
      const [x, y] = [cell % columns, Math.floor(cell / columns)]
      for (const [dx, dy] of steps) {
        if (x + dx < 0 || y + dy < 0 || x + dx >= columns || y + dy >= rows) continue
        visit(cell + dy * columns + dx, costOf(cell, dx, dy))
      }
    },
  }
  const estimate = (cell: number) => {
    const [x, y] = [(cell % columns) - goalX, Math.floor(cell / columns) - goalY]
    return least * cellM * Math.sqrt(x * x + y * y)
  }
  return findLeastCostPath(graph, cellOf(from), goal, estimate)?.nodes
}

const getMiddle = ({ left, bottom, cellM, columns }: CostSurface, cell: number): PlanePoint => ({
  x: left + ((cell % columns) + 0.5) * cellM,
  y: bottom + (Math.floor(cell / columns) + 0.5) * cellM,
})

/** Leaves out the points that lie on the line between their neighbours. */
function straighten(points: readonly PlanePoint[]): PlanePoint[] {
  const kept: PlanePoint[] = []
  for (const [at, point] of points.entries()) {
    const [before, after] = [kept.at(-1), points[at + 1]]
    if (before && after) {
      const turn = (point.x - before.x) * (after.y - point.y) - (point.y - before.y) * (after.x - point.x)
      if (Math.abs(turn) < 1e-6) continue
    }
    kept.push(point)
  }
  return kept
}
