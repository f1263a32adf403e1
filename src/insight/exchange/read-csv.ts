import { accept, type Fault, type Result, refuse } from '#kernel'
import { type EventLog, noCode } from '../log/event-log.ts'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { repeatedEvents } from '../log/repeated-events.ts'
import { noZone, readTimestamp, type TimestampCell } from '../log/timestamp.ts'
import { CsvRows } from './csv-rows.ts'
import { FaultList } from './fault-list.ts'

/** Which column tells what. Without a guide the usual names of each are tried. */
export interface ColumnGuide {
  readonly caseId?: string
  readonly activity?: string
  readonly time?: string
  readonly resource?: string
  readonly start?: string
  readonly lifecycle?: string
  readonly delimiter?: string
  /** Zone of times that name none, minutes east of Greenwich. Without it such times count as UTC. */
  readonly offsetMinutes?: number
}

type Column = 'caseId' | 'activity' | 'time' | 'resource' | 'start' | 'lifecycle'

const usualNames: Readonly<Record<Column, readonly string[]>> = {
  caseId: ['case:concept:name', 'case_id', 'caseid', 'case', '工单编号'],
  activity: ['concept:name', 'activity', 'event', '环节'],
  time: ['time:timestamp', 'timestamp', 'time', 'complete_timestamp', '完成时间'],
  resource: ['org:resource', 'resource', '处理人'],
  start: ['start_timestamp', 'start', '开始时间'],
  lifecycle: ['lifecycle:transition', 'lifecycle'],
}
const needed: readonly Column[] = ['caseId', 'activity', 'time']

export interface CsvLog {
  readonly log: EventLog
  readonly warnings: readonly Fault[]
}

/** Reads an event log from CSV, piece by piece. One row wrong: every wrong row is listed and nothing is imported. */
export class CsvLogReader {
  readonly #guide: ColumnGuide
  readonly #rows: CsvRows
  readonly #builder = new EventLogBuilder()
  readonly #faults = new FaultList()
  readonly #cell: TimestampCell = { ms: 0, offsetMinutes: 0 }
  #columns: Partial<Record<Column, number>> | undefined
  #width = 0
  #zoned = 0
  #zoneless = 0
  #zonelessLine = 0

  constructor(guide: ColumnGuide = {}) {
    this.#guide = guide
    this.#rows = new CsvRows((cells, line) => this.#row(cells, line), guide.delimiter)
  }

  write(piece: string): void {
    this.#rows.write(piece)
  }

  finish(cutShort?: string): Result<CsvLog> {
    if (cutShort !== undefined) this.#fault(this.#rows.line, 'file-cut-short', { message: cutShort })
    else if (!this.#rows.finish()) this.#fault(this.#rows.line, 'quote-not-closed')
    if (this.#zoned > 0 && this.#zoneless > 0) {
      this.#fault(this.#zonelessLine, 'mixed-time-zones', { with: this.#zoned, without: this.#zoneless })
    }
    if (this.#faults.count === 0 && this.#builder.eventCount === 0) this.#fault(this.#rows.line, 'empty-log')
    if (this.#faults.count > 0) return refuse(this.#faults.refusal('event-log-refused'))
    const log = this.#builder.build('by-time')
    return accept({ log, warnings: repeatedEvents(log) })
  }

  #fault(line: number, code: string, data: Record<string, unknown> = {}): void {
    this.#faults.add({ path: `line ${line}`, code, data })
  }

  #row(cells: readonly string[], line: number): void {
    if (!this.#columns) this.#header(cells, line)
    else if (cells.length !== this.#width) {
      this.#fault(line, 'wrong-number-of-cells', { wanted: this.#width, found: cells.length })
    } else this.#event(cells, line, this.#columns)
  }

  #header(cells: readonly string[], line: number): void {
    const names = cells.map((cell, i) => (i === 0 ? cell.replace(/^\uFEFF/, '') : cell).trim())
    this.#width = names.length
    this.#columns = {}
    for (const column of Object.keys(usualNames) as Column[]) {
      const told = this.#guide[column]
      const at = told === undefined ? firstOf(names, usualNames[column]) : names.indexOf(told)
      if (at >= 0) this.#columns[column] = at
      else if (told !== undefined || needed.includes(column)) {
        this.#fault(line, 'column-missing', { column, wanted: told ?? usualNames[column], found: names })
      }
    }
  }

  #event(cells: readonly string[], line: number, columns: Partial<Record<Column, number>>): void {
    const text = (column: Column): string => cells[columns[column] ?? -1] ?? ''
    const caseId = text('caseId')
    const activity = text('activity')
    if (columns.caseId !== undefined && caseId === '') this.#fault(line, 'event-without-case')
    if (columns.activity !== undefined && activity === '') this.#fault(line, 'event-without-name')
    const timeMs = this.#time(text('time'), line, columns.time !== undefined)
    const startText = text('start')
    const startMs = startText === '' ? Number.NaN : this.#time(startText, line, false)
    if (this.#faults.count > 0) return
    const { resources, lifecycles, activities } = this.#builder
    const code = (value: string, of: { codeOf(value: string): number }) => (value === '' ? noCode : of.codeOf(value))
    this.#builder.addCoded(
      this.#builder.caseCode(caseId),
      activities.codeOf(activity),
      timeMs,
      code(text('resource'), resources),
      startMs,
      code(text('lifecycle'), lifecycles),
    )
  }

  #time(text: string, line: number, must: boolean): number {
    if (text === '' && must) this.#fault(line, 'event-without-time')
    if (text === '') return Number.NaN
    if (!readTimestamp(text, this.#cell)) {
      this.#fault(line, 'unreadable-timestamp', { text })
      return Number.NaN
    }
    const { ms, offsetMinutes } = this.#cell
    if (offsetMinutes !== noZone) {
      this.#zoned++
      return ms
    }
    if (this.#zoneless++ === 0) this.#zonelessLine = line
    return ms - (this.#guide.offsetMinutes ?? 0) * 60_000
  }
}

function firstOf(names: readonly string[], wanted: readonly string[]): number {
  const lower = names.map((name) => name.toLowerCase())
  for (const name of wanted) if (lower.includes(name)) return lower.indexOf(name)
  return -1
}
