import { accept, type Fault, type Result, refuse } from '#kernel'
import { readSheet } from './csv.ts'

/** How one cell is read: its value, or the code of what is wrong with it. */
export type Cell<T> = (
  text: string,
) => { readonly value: T } | { readonly fault: string; readonly data?: Fault['data'] }

/** The columns of a sheet by name; the name is both the header cell and the property of the row read. */
export type Columns = Readonly<Record<string, Cell<unknown>>>

export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Cell<infer T> ? T : never
}

/** A row read, with the line it stood on so that later checks can still say where. */
export type Located<R> = R & { readonly line: number }

/** Free text that must not be empty. */
export const text: Cell<string> = (cell) => (cell === '' ? { fault: 'cell.missing' } : { value: cell })

/** Free text that may be empty. */
export const anyText: Cell<string> = (cell) => ({ value: cell })

/** A number within limits, both included. */
export const number =
  (min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): Cell<number> =>
  (cell) => {
    if (cell === '') return { fault: 'cell.missing' }
    const value = Number(cell)
    if (!Number.isFinite(value)) return { fault: 'cell.notANumber', data: { found: cell } }
    if (value < min || value > max) return { fault: 'cell.outOfRange', data: { found: value, min, max } }
    return { value }
  }

/** A number above zero. */
export const positive: Cell<number> = (cell) => {
  const read = number()(cell)
  if ('value' in read && read.value <= 0) return { fault: 'cell.notPositive', data: { found: read.value } }
  return read
}

/** One of the words listed. */
export const oneOf =
  <const W extends string>(...words: readonly W[]): Cell<W> =>
  (cell) => {
    const value = words.find((word) => word === cell)
    if (value !== undefined) return { value }
    return cell === '' ? { fault: 'cell.missing' } : { fault: 'cell.notInList', data: { found: cell, allowed: words } }
  }

/** `yes` or `no`. */
export const yesNo: Cell<boolean> = (cell) => {
  const read = oneOf('yes', 'no')(cell)
  return 'value' in read ? { value: read.value === 'yes' } : read
}

/** A plain date YYYY-MM-DD that exists in the calendar. */
export const plainDate: Cell<string> = (cell) => {
  if (cell === '') return { fault: 'cell.missing' }
  const time = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(`${cell}T00:00:00Z`) : Number.NaN
  const exists = Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === cell
  return exists ? { value: cell } : { fault: 'cell.notADate', data: { found: cell } }
}

/** The cell may be empty; then the value is undefined. */
export const optional =
  <T>(cell: Cell<T>): Cell<T | undefined> =>
  (found) =>
    found === '' ? { value: undefined } : cell(found)

/**
 * Reads a sheet whose columns are known. Columns may stand in any order; a column not known is a fault, so that a
 * misspelt header is not silently left out. All faults of the file are answered at once as `file:line.column`.
 */
export function readRows<C extends Columns>(
  file: string,
  content: string,
  columns: C,
): Result<readonly Located<RowOf<C>>[]> {
  const sheet = readSheet(file, content)
  if (!sheet.ok) return sheet
  const faults: Fault[] = []
  for (const name of sheet.value.columns) {
    if (!(name in columns))
      faults.push({ path: `${file}:${sheet.value.headerLine}.${name}`, code: 'sheet.columnUnknown' })
  }
  for (const name of Object.keys(columns)) {
    const isOptional = 'value' in (columns[name] ?? text)('')
    if (!sheet.value.columns.includes(name) && !isOptional) {
      faults.push({ path: `${file}:${sheet.value.headerLine}.${name}`, code: 'sheet.columnMissing' })
    }
  }
  if (faults.length > 0) return refuse({ code: 'sheet.faulty', faults })
  const rows: Located<RowOf<C>>[] = []
  for (const { line, cells } of sheet.value.records) {
    const row: Record<string, unknown> = { line }
    for (const [name, cell] of Object.entries(columns)) {
      const read = cell(cells.get(name) ?? '')
      if ('value' in read) row[name] = read.value
      else faults.push({ path: `${file}:${line}.${name}`, code: read.fault, ...(read.data && { data: read.data }) })
    }
    rows.push(row as Located<RowOf<C>>)
  }
  return faults.length > 0 ? refuse({ code: 'sheet.faulty', faults }) : accept(rows)
}
