import type { Cell, Sheet } from './sheet.ts'

/**
 * Comma-separated values after RFC 4180, with a byte order mark so that a spreadsheet reads the Chinese. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function writeCsv({ head, rows }: Sheet): string {
  const lines = [head, ...rows].map((row) => row.map(writeCell).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

function writeCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
