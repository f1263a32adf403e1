import { type Matrix, matrix, StatementFault } from './values.ts'

/** `from:to` or `from:step:to` as a row. */
export function buildRange(parts: readonly number[]): Matrix {
  const [from = 0, second = 0, third] = parts
  const [step, to] = third === undefined ? [1, second] : [second, third]
  const count = Math.max(0, Math.floor((to - from) / step + 1e-10) + 1)
  return matrix(
    1,
    count,
    Float64Array.from({ length: count }, (_, at) => from + at * step),
  )
}

/** Cells of one bracket row side by side. */
export function joinAcross(cells: readonly Matrix[], line: number): Matrix {
  const [only] = cells
  if (cells.length === 1 && only) return only
  const solid = cells.filter((cell) => cell.data.length > 0)
  const rows = solid[0]?.rows ?? 0
  if (solid.some((cell) => cell.rows !== rows)) throw new StatementFault('matpower.sizesDiffer', line, { wanted: rows })
  const columns = solid.reduce((sum, cell) => sum + cell.columns, 0)
  const data = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    let at = row * columns
    for (const cell of solid) {
      data.set(cell.data.subarray(row * cell.columns, (row + 1) * cell.columns), at)
      at += cell.columns
    }
  }
  return matrix(rows, columns, data)
}

/** Bracket rows one under another. */
export function joinDown(parts: readonly Matrix[], line: number): Matrix {
  const columns = parts[0]?.columns ?? 0
  const odd = parts.find((part) => part.columns !== columns)
  if (odd) throw new StatementFault('matpower.sizesDiffer', line, { wanted: columns, found: odd.columns })
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const data = new Float64Array(rows * columns)
  let at = 0
  for (const part of parts) {
    data.set(part.data, at)
    at += part.data.length
  }
  return matrix(rows, columns, data)
}
