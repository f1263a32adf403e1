import { type Matrix, matrix, StatementFault } from './values.ts'

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '.*': (a, b) => a * b,
  './': (a, b) => a / b,
  '.^': (a, b) => a ** b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '~=': (a, b) => Number(a !== b),
  '!=': (a, b) => Number(a !== b),
  '&': (a, b) => Number(a !== 0 && b !== 0),
  '|': (a, b) => Number(a !== 0 || b !== 0),
  '&&': (a, b) => Number(a !== 0 && b !== 0),
  '||': (a, b) => Number(a !== 0 || b !== 0),
}

const logical = new Set(['<', '<=', '>', '>=', '==', '~=', '!=', '&', '|', '&&', '||'])

/** One operation between two matrices: element by element with rows and columns stretched, or a true product. */
export function calculate(sign: string, a: Matrix, b: Matrix, line: number): Matrix {
  const hasScalar = a.data.length === 1 || b.data.length === 1
  if (sign === '*' && !hasScalar) return multiply(a, b, line)
  const name = { '*': '.*', '/': './', '^': '.^' }[sign] ?? sign
  const operation = operations[name]
  if (!operation || (name !== sign && !hasScalar))
    throw new StatementFault('matpower.operationNotSupported', line, { sign })
  return { ...combine(a, b, operation, line), isLogical: logical.has(name) }
}

/** Element by element; a side with one row or column serves all. */
function combine(a: Matrix, b: Matrix, operation: (a: number, b: number) => number, line: number): Matrix {
  const rows = stretched(a.rows, b.rows, line)
  const columns = stretched(a.columns, b.columns, line)
  const data = new Float64Array(rows * columns)
  const pick = (m: Matrix, row: number, column: number) =>
    m.data[(m.rows === 1 ? 0 : row) * m.columns + (m.columns === 1 ? 0 : column)] as number
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      data[row * columns + column] = operation(pick(a, row, column), pick(b, row, column))
  }
  return matrix(rows, columns, data)
}

function stretched(a: number, b: number, line: number): number {
  if (a === b || b === 1) return a
  if (a === 1) return b
  throw new StatementFault('matpower.sizesDiffer', line, { wanted: a, found: b })
}

function multiply(a: Matrix, b: Matrix, line: number): Matrix {
  if (a.columns !== b.rows) throw new StatementFault('matpower.sizesDiffer', line, { wanted: a.columns, found: b.rows })
  const data = new Float64Array(a.rows * b.columns)
  for (let row = 0; row < a.rows; row++) {
    for (let column = 0; column < b.columns; column++) {
      let sum = 0
      for (let k = 0; k < a.columns; k++)
        sum += (a.data[row * a.columns + k] as number) * (b.data[k * b.columns + column] as number)
      data[row * b.columns + column] = sum
    }
  }
  return matrix(a.rows, b.columns, data)
}

export function transpose(m: Matrix): Matrix {
  const data = new Float64Array(m.data.length)
  for (let row = 0; row < m.rows; row++) {
    for (let column = 0; column < m.columns; column++)
      data[column * m.rows + row] = m.data[row * m.columns + column] as number
  }
  return matrix(m.columns, m.rows, data, m.isLogical)
}
