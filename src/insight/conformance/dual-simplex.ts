/** A column of the constraint matrix: which rows it touches, and its cost (not negative). */
export interface LinearColumn {
  readonly cost: number
  readonly rows: readonly { readonly row: number; readonly coefficient: number }[]
}

const tolerance = 1e-9
const violated = 1e-7
const mostPivots = 5_000
const pivotsBetweenChecks = 50

/**
 * Least cost of A x = b, x ≥ 0, for many right sides b in turn. Dual simplex on a dense tableau: with costs that are not
 * negative, the basis of artificial variables (bound to zero) is dual feasible from the start, and stays so whatever b
 * is, so each new b begins where the last one ended and needs but a few pivots.
 * C. E. Lemke, "The dual method of solving the linear programming problem", Naval Research Logistics 1 (1954).
 */
export class DualSimplex {
  readonly #columns: readonly LinearColumn[]
  readonly #rowCount: number
  readonly #width: number
  /** Row-major; columns of the problem, then the inverse of the basis where the artificial columns stand. */
  readonly #tableau: Float64Array
  readonly #reducedCost: Float64Array
  /** Column in the basis at each row; artificial ones are numbered behind the real ones. */
  readonly #basis: Int32Array
  readonly #value: Float64Array
  /** Cost of every column, artificial ones free. */
  readonly #costOf: Float64Array
  #pivotsSinceCheck = 0

  constructor(columns: readonly LinearColumn[], rowCount: number) {
    this.#columns = columns
    this.#rowCount = rowCount
    this.#width = columns.length + rowCount
    this.#tableau = new Float64Array(rowCount * this.#width)
    this.#reducedCost = new Float64Array(this.#width)
    this.#basis = new Int32Array(rowCount)
    this.#value = new Float64Array(rowCount)
    this.#costOf = new Float64Array(this.#width)
    columns.forEach(({ cost }, column) => {
      this.#costOf[column] = cost
    })
    this.#restart()
  }

  /** The least cost; Infinity where no x fits; 0, which is always safe as a lower bound, where the numbers go astray. */
  solve(right: Float64Array): number {
    for (let attempt = 0; attempt < 2; attempt++) {
      this.#takeRightSide(right)
      const outcome = this.#pivotUntilFeasible()
      if (outcome === 'infeasible' && attempt === 1) return Number.POSITIVE_INFINITY
      if (outcome === 'feasible' && this.#isSound(right)) return this.#cost()
      this.#restart()
    }
    return 0
  }

  /** Values of the real columns at the last solution. */
  solution(): Float32Array {
    const values = new Float32Array(this.#columns.length)
    for (let row = 0; row < this.#rowCount; row++) {
      const column = this.#basis[row] as number
      if (column < values.length) values[column] = this.#value[row] as number
    }
    return values
  }

  #restart(): void {
    this.#tableau.fill(0)
    const real = this.#columns.length
    this.#columns.forEach(({ rows, cost }, column) => {
      for (const { row, coefficient } of rows) this.#tableau[row * this.#width + column] = coefficient
      this.#reducedCost[column] = cost
    })
    for (let row = 0; row < this.#rowCount; row++) {
      this.#tableau[row * this.#width + real + row] = 1
      this.#reducedCost[real + row] = 0
      this.#basis[row] = real + row
    }
  }

  #takeRightSide(right: Float64Array): void {
    const real = this.#columns.length
    this.#value.fill(0)
    // Most entries are zero: a marking has few tokens.
    for (let i = 0; i < this.#rowCount; i++) {
      const entry = right[i] as number
      if (entry === 0) continue
      for (let row = 0, at = real + i; row < this.#rowCount; row++, at += this.#width) {
        this.#value[row] = (this.#value[row] as number) + (this.#tableau[at] as number) * entry
      }
    }
  }

  #pivotUntilFeasible(): 'feasible' | 'infeasible' | 'astray' {
    for (let pivots = 0; pivots < mostPivots; pivots++) {
      const row = this.#leavingRow(pivots > mostPivots / 2)
      if (row < 0) return 'feasible'
      const column = this.#enteringColumn(row)
      if (column < 0) return 'infeasible'
      this.#pivot(row, column)
    }
    return 'astray'
  }

  /** The row furthest out of its bounds, or the first one when cycling is feared; -1 for none. */
  #leavingRow(first: boolean): number {
    let worst = violated
    let found = -1
    for (let row = 0; row < this.#rowCount; row++) {
      const value = this.#value[row] as number
      const artificial = (this.#basis[row] as number) >= this.#columns.length
      const out = artificial ? Math.abs(value) : -value
      if (out <= worst) continue
      found = row
      if (first) return found
      worst = out
    }
    return found
  }

  /** Ratio test over the reduced costs; of equal ratios the largest coefficient, for the sake of the numbers. */
  #enteringColumn(row: number): number {
    const sign = (this.#value[row] as number) > 0 ? 1 : -1
    const base = row * this.#width
    let best = Number.POSITIVE_INFINITY
    let bestSize = 0
    let found = -1
    for (let column = 0; column < this.#columns.length; column++) {
      const size = sign * (this.#tableau[base + column] as number)
      if (size <= tolerance) continue
      const ratio = (this.#reducedCost[column] as number) / size
      if (ratio < best - tolerance || (ratio <= best + tolerance && size > bestSize)) {
        best = Math.min(best, ratio)
        bestSize = size
        found = column
      }
    }
    return found
  }

  #pivot(pivotRow: number, column: number): void {
    this.#pivotsSinceCheck++
    const tableau = this.#tableau
    const width = this.#width
    const base = pivotRow * width
    const scale = 1 / (tableau[base + column] as number)
    for (let k = 0; k < width; k++) tableau[base + k] = (tableau[base + k] as number) * scale
    this.#value[pivotRow] = (this.#value[pivotRow] as number) * scale
    for (let row = 0; row < this.#rowCount; row++) {
      const factor = tableau[row * width + column] as number
      if (row === pivotRow || factor === 0) continue
      const start = row * width
      for (let k = 0; k < width; k++) {
        tableau[start + k] = (tableau[start + k] as number) - factor * (tableau[base + k] as number)
      }
      tableau[start + column] = 0
      this.#value[row] = (this.#value[row] as number) - factor * (this.#value[pivotRow] as number)
    }
    const price = this.#reducedCost[column] as number
    for (let k = 0; k < width; k++) {
      this.#reducedCost[k] = (this.#reducedCost[k] as number) - price * (tableau[base + k] as number)
    }
    this.#reducedCost[column] = 0
    this.#basis[pivotRow] = column
  }

  #cost(): number {
    let sum = 0
    for (let row = 0; row < this.#rowCount; row++) {
      sum += (this.#costOf[this.#basis[row] as number] as number) * (this.#value[row] as number)
    }
    return sum
  }

  /** Every so many pivots: do the values still solve the equations, or has rounding crept in? */
  #isSound(right: Float64Array): boolean {
    if (this.#pivotsSinceCheck < pivotsBetweenChecks) return true
    this.#pivotsSinceCheck = 0
    const left = Float64Array.from(right, (value) => -value)
    this.#basis.forEach((column, row) => {
      for (const { row: touched, coefficient } of this.#columns[column]?.rows ?? []) {
        left[touched] = (left[touched] as number) + coefficient * (this.#value[row] as number)
      }
    })
    return left.every((value) => Math.abs(value) < 1e-6)
  }
}
