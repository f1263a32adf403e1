import { accept, type Fault, type Result, refuse } from '#kernel'

/** One record of a sheet: its first line in the file (from 1) and its cells by column name. */
export interface SheetRecord {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** A comma-separated sheet with its header read. */
export interface Sheet {
  readonly columns: readonly string[]
  readonly headerLine: number
  readonly records: readonly SheetRecord[]
}

/**
 * Reads comma-separated text by RFC 4180 (quoted cells, doubled quotes, LF or CRLF, optional byte order mark).
 * The first record names the columns. Empty lines and lines beginning with `#` are left out.
 * Faults: `sheet.empty`, `sheet.columnTwice`, `sheet.cellCount` (record with more or fewer cells), `sheet.quoteOpen`.
 */
export function readSheet(file: string, text: string): Result<Sheet> {
  const { rows, openQuoteLine } = splitRows(text.replace(/^\uFEFF/, ''))
  const faults: Fault[] = []
  if (openQuoteLine > 0) faults.push({ path: `${file}:${openQuoteLine}`, code: 'sheet.quoteOpen' })
  const [header, ...body] = rows
  if (!header) return refuse({ code: 'sheet.faulty', faults: [{ path: file, code: 'sheet.empty' }] })
  const columns = header.cells.map((cell) => cell.trim())
  for (const name of new Set(columns.filter((column, at) => columns.indexOf(column) !== at))) {
    faults.push({ path: `${file}:${header.line}.${name}`, code: 'sheet.columnTwice' })
  }
  for (const row of body) {
    if (row.cells.length === columns.length) continue
    const data = { found: row.cells.length, wanted: columns.length }
    faults.push({ path: `${file}:${row.line}`, code: 'sheet.cellCount', data })
  }
  if (faults.length > 0) return refuse({ code: 'sheet.faulty', faults })
  const records = body.map(({ line, cells }) => ({
    line,
    cells: new Map(columns.map((column, at) => [column, (cells[at] ?? '').trim()])),
  }))
  return accept({ columns, headerLine: header.line, records })
}

interface RawRow {
  readonly line: number
  readonly cells: string[]
}

// One token: a quoted cell or a bare one, then what ends it.
const cellPattern = /("(?:[^"]|"")*"|(?!")[^,\r\n]*)(,|\r\n|\n|\r|$)/y

function splitRows(text: string): { rows: RawRow[]; openQuoteLine: number } {
  const rows: RawRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let openQuoteLine = 0
  cellPattern.lastIndex = 0
  while (cellPattern.lastIndex < text.length || cells.length > 0) {
    const match = cellPattern.exec(text)
    if (!match) {
      openQuoteLine = line
      break
    }
    const [token, cell = '', end] = match
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    line += token.match(/\r\n|\n|\r/g)?.length ?? 0
    if (end === ',') continue
    if (!isLeftOut(cells)) rows.push({ line: rowLine, cells })
    cells = []
    rowLine = line
    if (token === '') break
  }
  return { rows, openQuoteLine }
}

const isLeftOut = (cells: readonly string[]): boolean =>
  (cells[0] ?? '').startsWith('#') || (cells.length === 1 && (cells[0] ?? '').trim() === '')
