import type { PlanePoint } from '../network/geometry.ts'
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

/** Lays a surface around two places with room on all sides for a way round. */
export function laySurface(
  a: PlanePoint,
  b: PlanePoint,
  terrain: readonly TerrainFeature[],
  factors: GroundFactors,
): CostSurface {
  const margin = Math.max(200, 0.4 * Math.hypot(a.x - b.x, a.y - b.y))
  const left = Math.min(a.x, b.x) - margin
  const bottom = Math.min(a.y, b.y) - margin
  const width = Math.abs(a.x - b.x) + 2 * margin
  const height = Math.abs(a.y - b.y) + 2 * margin
  const cellM = Math.max(10, Math.sqrt((width * height) / mostCells))
  const columns = Math.ceil(width / cellM)
  const rows = Math.ceil(height / cellM)
  const surface = { left, bottom, cellM, columns, rows, cost: new Float64Array(columns * rows).fill(1) }
  for (const feature of terrain) paint(surface, feature, factors[feature.kind])
  return { ...surface, least: surface.cost.reduce((least, cost) => Math.min(least, cost), 1) }
}

type Canvas = Omit<CostSurface, 'least'>

/** The dearest ground of a cell counts, save that a road lowers open ground. */
function paint(surface: Canvas, { isArea, shape }: TerrainFeature, factor: number): void {
  const mark = (column: number, row: number) => {
    if (column < 0 || row < 0 || column >= surface.columns || row >= surface.rows) return
    const at = row * surface.columns + column
    const before = surface.cost[at] as number
    surface.cost[at] = factor < 1 ? (before === 1 ? factor : before) : Math.max(before, factor)
  }
  const column = (x: number) => Math.floor((x - surface.left) / surface.cellM)
  const row = (y: number) => Math.floor((y - surface.bottom) / surface.cellM)
  for (let at = 1; at < shape.length; at++) {
    const [a, b] = [shape[at - 1], shape[at]]
    if (!a || !b) continue
    const steps = Math.max(1, Math.ceil((4 * Math.hypot(b.x - a.x, b.y - a.y)) / surface.cellM))
    for (let step = 0; step <= steps; step++)
      mark(column(a.x + ((b.x - a.x) * step) / steps), row(a.y + ((b.y - a.y) * step) / steps))
  }
  if (!isArea) return
  const [lowX, highX] = [Math.min(...shape.map((p) => p.x)), Math.max(...shape.map((p) => p.x))]
  const [lowY, highY] = [Math.min(...shape.map((p) => p.y)), Math.max(...shape.map((p) => p.y))]
  for (let y = Math.max(0, row(lowY)); y <= Math.min(surface.rows - 1, row(highY)); y++) {
    for (let x = Math.max(0, column(lowX)); x <= Math.min(surface.columns - 1, column(highX)); x++) {
      const middle = { x: surface.left + (x + 0.5) * surface.cellM, y: surface.bottom + (y + 0.5) * surface.cellM }
      if (isInside(middle, shape)) mark(x, y)
    }
  }
}
