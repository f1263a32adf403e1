/** What the splitter calls for each row; `line` is where the row began, from 1. */
export type RowHandler = (cells: readonly string[], line: number) => void

/**
 * Splits CSV (RFC 4180: quotes doubled inside quotes, line breaks allowed inside quotes; CR LF, LF or CR ends a row) that
 * comes piece by piece. Empty lines are passed over.
 */
export class CsvRows {
  readonly #delimiter: string
  readonly #onRow: RowHandler
  #cells: string[] = []
  #cell = ''
  #quoted = false
  #wasQuoted = false
  #pendingQuote = false
  #afterCarriageReturn = false
  #line = 1
  #rowLine = 1

  constructor(onRow: RowHandler, delimiter = ',') {
    this.#onRow = onRow
    this.#delimiter = delimiter
  }

  write(piece: string): void {
    let from = 0
    for (let i = 0; i < piece.length; i++) {
      const char = piece[i] as string
      if (this.#quoted && !this.#pendingQuote) {
        if (char === '"') {
          this.#cell += piece.slice(from, i)
          this.#pendingQuote = true
          from = i + 1
        } else if (char === '\n') this.#line++
        continue
      }
      if (this.#pendingQuote) {
        this.#pendingQuote = false
        if (char === '"') {
          this.#cell += '"'
          from = i + 1
          continue
        }
        this.#quoted = false
      }
      from = this.#plainChar(piece, char, from, i)
    }
    this.#cell += piece.slice(from)
  }

  /** One character outside quotes; returns where the text of the current cell begins. */
  #plainChar(piece: string, char: string, from: number, i: number): number {
    const lineFeedOfPair = char === '\n' && this.#afterCarriageReturn
    this.#afterCarriageReturn = char === '\r'
    if (char === this.#delimiter) {
      this.#cell += piece.slice(from, i)
      this.#endCell()
      return i + 1
    }
    if (char === '\n' || char === '\r') {
      this.#cell += piece.slice(from, i)
      if (!lineFeedOfPair) this.#endRow()
      return i + 1
    }
    if (char === '"' && this.#cell === '' && from === i && !this.#wasQuoted) {
      this.#quoted = true
      this.#wasQuoted = true
      return i + 1
    }
    return from
  }

  /** Ends the last row; false where the file ends inside quotes. */
  finish(): boolean {
    if (this.#quoted && !this.#pendingQuote) return false
    if (this.#cell !== '' || this.#cells.length > 0 || this.#wasQuoted) this.#endRow()
    return true
  }

  get line(): number {
    return this.#line
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    this.#cell = ''
    this.#wasQuoted = false
  }

  #endRow(): void {
    const empty = this.#cells.length === 0 && this.#cell === '' && !this.#wasQuoted
    this.#endCell()
    if (!empty) this.#onRow(this.#cells, this.#rowLine)
    this.#cells = []
    this.#line++
    this.#rowLine = this.#line
  }
}
