/** Values of the small language in which MATPOWER cases are written. A scalar is a 1 × 1 matrix; storage is by rows. */
export interface Matrix {
  readonly kind: 'matrix'
  rows: number
  columns: number
  data: Float64Array
  /** A comparison's answer: as an index it selects. */
  readonly isLogical: boolean
}

export interface Text {
  readonly kind: 'text'
  readonly value: string
}

export interface Cells {
  readonly kind: 'cells'
  readonly items: readonly Value[]
}

export interface Struct {
  readonly kind: 'struct'
  readonly fields: Map<string, Value>
}

export type Value = Matrix | Text | Cells | Struct

/** What a statement cannot be read or done for; carries the line it stands on. */
export class StatementFault extends Error {
  readonly code: string
  readonly line: number
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: string, line: number, data: Readonly<Record<string, unknown>> = {}) {
    super(`${code} at line ${line}`)
    this.code = code
    this.line = line
    this.data = data
  }
}

export const matrix = (rows: number, columns: number, data: Float64Array, isLogical = false): Matrix => ({
  kind: 'matrix',
  rows,
  columns,
  data,
  isLogical,
})

export const scalar = (value: number): Matrix => matrix(1, 1, Float64Array.of(value))

export const text = (value: string): Text => ({ kind: 'text', value })

export function asMatrix(value: Value, line: number): Matrix {
  if (value.kind === 'matrix') return value
  throw new StatementFault('matpower.notANumber', line, { found: value.kind })
}

export function asScalar(value: Value, line: number): number {
  const { rows, columns, data } = asMatrix(value, line)
  if (rows * columns !== 1) throw new StatementFault('matpower.notAScalar', line, { rows, columns })
  return data[0] as number
}
