import { type Bounds, getBounds, getDistanceM, type PlanePoint, widen } from '#kernel'
import { placesAlong } from '../network/geometry.ts'
import { isInside, type TerrainFeature, type TerrainKind } from './terrain.ts'

/** Cost of building over a metre of each kind of ground, open ground being 1. */
export type GroundFactors = Readonly<Record<TerrainKind, number>>

/** Square cells of ground; `cost` is the factor of each cell by row and column. */
export interface CostSurface {
  readonly left: number
  readonly bottom: number
  readonly cellM: number
  readonly columns: number
  readonly rows: number
  readonly cost: Float64Array
  /** The smallest factor of any cell, for the estimate of what is left. */
  readonly least: number
}

/** Largest number of cells: cells grow with the distance, so that a route never takes long to find. */
const mostCells = 40_000

/** The rectangle of ground that a way between two places may use: room on all sides for a way round. */
export const getGroundBetween = (a: PlanePoint, b: PlanePoint): Bounds =>
  widen(getBounds([a, b]), Math.max(200, 0.4 * getDistanceM(a, b)))

/** Lays a surface over the ground between two places. */
export function laySurface(
  a: PlanePoint,
  b: PlanePoint,
  terrain: readonly TerrainFeature[],
  factors: GroundFactors,
): CostSurface {
  const { left, right, bottom, top } = getGroundBetween(a, b)
  const [width, height] = [right - left, top - bottom]
  const cellM = Math.max(10, Math.sqrt((width * height) / mostCells))
  const columns = Math.ceil(width / cellM)
  const rows = Math.ceil(height / cellM)
  const surface = { left, bottom, cellM, columns, rows, cost: new Float64Array(columns * rows).fill(1) }
  for (const feature of terrain) paint(surface, feature, factors[feature.kind])
  return { ...surface, least: surface.cost.reduce((least, cost) => Math.min(least, cost), 1) }
}

type Canvas = Omit<CostSurface, 'least'>

/** The dearest ground of a cell counts, save that a road lowers open ground. */
function paint(surface: Canvas, feature: TerrainFeature, factor: number): void {
  const column = (x: number) => Math.floor((x - surface.left) / surface.cellM)
  const row = (y: number) => Math.floor((y - surface.bottom) / surface.cellM)
  const bounds = getBounds(feature.shape)
  const [firstColumn, lastColumn] = [
    Math.max(0, column(bounds.left)),
    Math.min(surface.columns - 1, column(bounds.right)),
  ]
  const [firstRow, lastRow] = [Math.max(0, row(bounds.bottom)), Math.min(surface.rows - 1, row(bounds.top))]
  if (firstColumn > lastColumn || firstRow > lastRow) return
  const mark = (x: number, y: number) => {
    if (x < 0 || y < 0 || x >= surface.columns || y >= surface.rows) return
    const at = y * surface.columns + x
    const before = surface.cost[at] as number
    surface.cost[at] = factor < 1 ? (before === 1 ? factor : before) : Math.max(before, factor)
  }
  for (const line of [feature.shape, ...(feature.holes ?? [])]) {
    for (const { x, y } of placesAlong(line, surface.cellM / 4)) mark(column(x), row(y))
  }
  if (!feature.isArea) return
  for (let y = firstRow; y <= lastRow; y++) {
    for (let x = firstColumn; x <= lastColumn; x++) {
      const middle = { x: surface.left + (x + 0.5) * surface.cellM, y: surface.bottom + (y + 0.5) * surface.cellM }
      if (isInside(middle, feature)) mark(x, y)
    }
  }
}
