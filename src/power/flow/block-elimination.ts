import type { Elimination } from './elimination-order.ts'

/** A sparse matrix of 2 × 2 blocks by rows; `columns` includes the diagonal, `values` holds a, b, c, d of [a b; c d]. */
export interface BlockMatrix {
  readonly start: Int32Array
  readonly columns: Int32Array
  readonly values: Float64Array
}

/** Solver for one sparsity pattern, reused at each Newton step. */
export interface BlockSolver {
  /** Solves matrix · x = rhs in place (two values a row); false when a pivot block is singular. */
  solve(matrix: BlockMatrix, rhs: Float64Array): boolean
}

/**
 * Direct solution by rows without pivoting between blocks (each pivot is a whole 2 × 2 block, which holds for the
 * Jacobians of power flow). The right-hand side is eliminated along, so the lower factor is never kept.
 */
export function createBlockSolver(elimination: Elimination): BlockSolver {
  const { rowOfStep, stepOfRow, start, columns } = elimination
  const count = rowOfStep.length
  const upper = new Float64Array(4 * columns.length)
  const pivots = new Float64Array(4 * count)
  const work = new Float64Array(4 * count)
  const lower = getLowerPattern(elimination)

  function eliminateRow(step: number, rhs: Float64Array): boolean {
    const row = 2 * (rowOfStep[step] as number)
    for (let at = lower.start[step] as number; at < (lower.start[step + 1] as number); at++) {
      const k = lower.steps[at] as number
      const [w, p] = [4 * k, 4 * k]
      const [a, b, c, d] = [work[w] as number, work[w + 1] as number, work[w + 2] as number, work[w + 3] as number]
      const [e, f, g, h] = [
        pivots[p] as number,
        pivots[p + 1] as number,
        pivots[p + 2] as number,
        pivots[p + 3] as number,
      ]
      const [l0, l1, l2, l3] = [a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h]
      for (let u = start[k] as number; u < (start[k + 1] as number); u++)
        subtractProduct(work, 4 * (columns[u] as number), l0, l1, l2, l3, upper, 4 * u)
      const above = 2 * (rowOfStep[k] as number)
      const [x, y] = [rhs[above] as number, rhs[above + 1] as number]
      rhs[row] = (rhs[row] as number) - l0 * x - l1 * y
      rhs[row + 1] = (rhs[row + 1] as number) - l2 * x - l3 * y
    }
    for (let u = start[step] as number; u < (start[step + 1] as number); u++) {
      const from = 4 * (columns[u] as number)
      for (let part = 0; part < 4; part++) upper[4 * u + part] = work[from + part] as number
    }
    return invertInto(pivots, 4 * step, work, 4 * step)
  }

  function scatterRow(step: number, matrix: BlockMatrix): void {
    clear(work, step)
    for (let at = lower.start[step] as number; at < (lower.start[step + 1] as number); at++)
      clear(work, lower.steps[at] as number)
    for (let u = start[step] as number; u < (start[step + 1] as number); u++) clear(work, columns[u] as number)
    const row = rowOfStep[step] as number
    for (let at = matrix.start[row] as number; at < (matrix.start[row + 1] as number); at++) {
      const to = 4 * (stepOfRow[matrix.columns[at] as number] as number)
      for (let part = 0; part < 4; part++) work[to + part] = matrix.values[4 * at + part] as number
    }
  }

  function substituteBack(rhs: Float64Array): void {
    for (let step = count - 1; step >= 0; step--) {
      const row = 2 * (rowOfStep[step] as number)
      let x = rhs[row] as number
      let y = rhs[row + 1] as number
      for (let u = start[step] as number; u < (start[step + 1] as number); u++) {
        const other = 2 * (rowOfStep[columns[u] as number] as number)
        const [a, b] = [rhs[other] as number, rhs[other + 1] as number]
        x -= (upper[4 * u] as number) * a + (upper[4 * u + 1] as number) * b
        y -= (upper[4 * u + 2] as number) * a + (upper[4 * u + 3] as number) * b
      }
      const p = 4 * step
      rhs[row] = (pivots[p] as number) * x + (pivots[p + 1] as number) * y
      rhs[row + 1] = (pivots[p + 2] as number) * x + (pivots[p + 3] as number) * y
    }
  }

  return {
    solve(matrix, rhs) {
      for (let step = 0; step < count; step++) {
        scatterRow(step, matrix)
        if (!eliminateRow(step, rhs)) return false
      }
      substituteBack(rhs)
      return true
    },
  }
}

function getLowerPattern({ rowOfStep, start, columns }: Elimination) {
  const count = rowOfStep.length
  const lowerStart = new Int32Array(count + 1)
  for (const column of columns) lowerStart[column + 1] = (lowerStart[column + 1] as number) + 1
  for (let step = 0; step < count; step++)
    lowerStart[step + 1] = (lowerStart[step + 1] as number) + (lowerStart[step] as number)
  const next = lowerStart.slice(0, count)
  const steps = new Int32Array(columns.length)
  for (let step = 0; step < count; step++) {
    for (let u = start[step] as number; u < (start[step + 1] as number); u++) {
      const column = columns[u] as number
      const at = next[column] as number
      steps[at] = step
      next[column] = at + 1
    }
  }
  return { start: lowerStart, steps }
}

function clear(work: Float64Array, step: number): void {
  work.fill(0, 4 * step, 4 * step + 4)
}

/** target −= [l0 l1; l2 l3] · block. */
function subtractProduct(
  target: Float64Array,
  at: number,
  l0: number,
  l1: number,
  l2: number,
  l3: number,
  blocks: Float64Array,
  from: number,
): void {
  const a = blocks[from] as number
  const b = blocks[from + 1] as number
  const c = blocks[from + 2] as number
  const d = blocks[from + 3] as number
  target[at] = (target[at] as number) - (l0 * a + l1 * c)
  target[at + 1] = (target[at + 1] as number) - (l0 * b + l1 * d)
  target[at + 2] = (target[at + 2] as number) - (l2 * a + l3 * c)
  target[at + 3] = (target[at + 3] as number) - (l2 * b + l3 * d)
}

function invertInto(target: Float64Array, at: number, blocks: Float64Array, from: number): boolean {
  const a = blocks[from] as number
  const b = blocks[from + 1] as number
  const c = blocks[from + 2] as number
  const d = blocks[from + 3] as number
  const determinant = a * d - b * c
  if (!(Math.abs(determinant) > 1e-300)) return false
  target[at] = d / determinant
  target[at + 1] = -b / determinant
  target[at + 2] = -c / determinant
  target[at + 3] = a / determinant
  return true
}
