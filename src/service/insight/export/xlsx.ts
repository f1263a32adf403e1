import writeXlsxFile from 'write-excel-file/node'
import type { Cell, Sheet } from './sheet.ts'

/** Excel's own limit of rows (Office Open XML, ISO/IEC 29500-1), less the heading; longer tables go on in a next sheet. */
const mostRows = 1_048_575
const mostCharacters = 32_767
const widest = 48

/** An Excel workbook of these tables: headings bold and fixed, columns as wide as what stands in them. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = writeXlsxFile(
    sheets.flatMap(cutLong).map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((title, column) => ({ width: widthOf(title, rows, column) })),
      data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cellOf))],
    })),
  )
  return new Uint8Array(await file.toBuffer())
}

function cutLong({ name, head, rows }: Sheet): readonly Sheet[] {
  const parts = Math.max(1, Math.ceil(rows.length / mostRows))
  return Array.from({ length: parts }, (_, part) => ({
    name: part === 0 ? name : `${name} ${part + 1}`,
    head,
    rows: rows.slice(part * mostRows, (part + 1) * mostRows),
  }))
}

/** Texts are typed as texts, so that none is taken for a formula; what XML cannot hold is left out. */
function cellOf(cell: Cell) {
  if (cell === null) return null
  if (typeof cell === 'number') return { value: cell, type: Number }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML 1.0 forbids
  const text = cell.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return { value: text.slice(0, mostCharacters), type: String }
}

/** Chinese characters take two places. */
const placesOf = (text: string): number => [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? 2 : 1), 0)

function widthOf(title: string, rows: Sheet['rows'], column: number): number {
  const shown = rows.slice(0, 200).map((row) => String(row[column] ?? ''))
  return Math.min(widest, Math.max(...[title, ...shown].map(placesOf)) + 2)
}
