import { asMatrix, type Matrix, matrix, StatementFault, type Value } from './values.ts'

/** An index argument: everything (`:`), or a value. */
export type IndexArgument = 'all' | Value

function places(argument: IndexArgument, length: number, line: number): Int32Array {
  if (argument === 'all') return Int32Array.from({ length }, (_, at) => at)
  const { data, isLogical } = asMatrix(argument, line)
  if (isLogical) return Int32Array.from([...data.keys()].filter((at) => data[at] !== 0))
  return Int32Array.from(data, (place) => {
    if (!Number.isInteger(place) || place < 1) throw new StatementFault('matpower.indexOutside', line, { found: place })
    return place - 1
  })
}

/** `m(i)` by columns as the language counts, or `m(i, j)`. */
export function getIndexed(m: Matrix, args: readonly IndexArgument[], line: number): Matrix {
  const [first, second] = args
  if (first === undefined) return m
  if (second === undefined) {
    const linear = places(first, m.data.length, line)
    const data = Float64Array.from(linear, (at) => getAt(m, at % m.rows, Math.floor(at / m.rows), line))
    const isColumn = first === 'all' || m.columns === 1 || (m.rows > 1 && asMatrix(first, line).columns === 1)
    return isColumn ? matrix(data.length, 1, data) : matrix(1, data.length, data)
  }
  const rows = places(first, m.rows, line)
  const columns = places(second, m.columns, line)
  const data = new Float64Array(rows.length * columns.length)
  let at = 0
  for (const row of rows) for (const column of columns) data[at++] = getAt(m, row, column, line)
  return matrix(rows.length, columns.length, data)
}

function getAt(m: Matrix, row: number, column: number, line: number): number {
  if (row >= m.rows || column >= m.columns) {
    throw new StatementFault('matpower.indexOutside', line, {
      row: row + 1,
      column: column + 1,
      rows: m.rows,
      columns: m.columns,
    })
  }
  return m.data[row * m.columns + column] as number
}

/** `m(i, j) = value` in place; a scalar fills, and the matrix grows where the index asks for it. */
export function setIndexed(m: Matrix, args: readonly IndexArgument[], value: Matrix, line: number): void {
  const [first, second] = args
  if (first === undefined) throw new StatementFault('matpower.indexMissing', line)
  const [rows, columns] =
    second === undefined ? linearPlaces(m, first, line) : [places(first, m.rows, line), places(second, m.columns, line)]
  const isPairs = second === undefined
  grow(m, 1 + getLast(rows), 1 + getLast(columns))
  const count = isPairs ? rows.length : rows.length * columns.length
  if (value.data.length !== 1 && value.data.length !== count) {
    throw new StatementFault('matpower.sizesDiffer', line, { wanted: count, found: value.data.length })
  }
  for (let at = 0; at < count; at++) {
    const row = rows[isPairs ? at : Math.floor(at / columns.length)] as number
    const column = columns[isPairs ? at : at % columns.length] as number
    m.data[row * m.columns + column] = value.data[value.data.length === 1 ? 0 : at] as number
  }
}

function linearPlaces(m: Matrix, argument: IndexArgument, line: number): [Int32Array, Int32Array] {
  const linear = places(argument, m.data.length, line)
  const rows = Math.max(1, m.rows)
  return [linear.map((at) => at % rows), linear.map((at) => Math.floor(at / rows))]
}

function grow(m: Matrix, rows: number, columns: number): void {
  if (rows <= m.rows && columns <= m.columns) return
  const [newRows, newColumns] = [Math.max(rows, m.rows), Math.max(columns, m.columns)]
  const data = new Float64Array(newRows * newColumns)
  for (let row = 0; row < m.rows; row++)
    data.set(m.data.subarray(row * m.columns, (row + 1) * m.columns), row * newColumns)
  m.rows = newRows
  m.columns = newColumns
  m.data = data
}

const getLast = (places: Int32Array): number => places.reduce((last, place) => Math.max(last, place), -1)
