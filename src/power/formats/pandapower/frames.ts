import type { Fault } from '#kernel'

/** One row of a pandapower table, by column name. */
export class FrameRow {
  readonly path: string
  readonly index: number
  readonly #cells: Readonly<Record<string, unknown>>

  constructor(path: string, index: number, cells: Readonly<Record<string, unknown>>) {
    this.path = path
    this.index = index
    this.#cells = cells
  }

  /** A number, or `otherwise` where the cell is empty or the column is not there. */
  number(column: string, otherwise: number): number {
    const cell = this.#cells[column]
    return typeof cell === 'number' && Number.isFinite(cell) ? cell : otherwise
  }

  /** A number that must be there; the fault is noted and NaN answered where it is not. */
  needed(column: string, faults: Fault[]): number {
    const cell = this.#cells[column]
    if (typeof cell === 'number' && Number.isFinite(cell)) return cell
    faults.push({ path: `${this.path}.${column}`, code: 'network.notANumber', data: { found: cell ?? null } })
    return Number.NaN
  }

  flag(column: string, otherwise: boolean): boolean {
    const cell = this.#cells[column]
    return typeof cell === 'boolean' ? cell : otherwise
  }

  text(column: string): string | undefined {
    const cell = this.#cells[column]
    return typeof cell === 'string' && cell !== '' ? cell : undefined
  }

  has(column: string): boolean {
    return column in this.#cells
  }
}

/** Reads one table of a pandapower net (a DataFrame in split form, as text or as an object); empty where it is missing. */
export function readFrame(file: string, net: Readonly<Record<string, unknown>>, table: string): FrameRow[] {
  const found = net[table]
  if (!isRecord(found)) return []
  const body = parseBody(found._object ?? found)
  if (!isRecord(body) || !Array.isArray(body.columns) || !Array.isArray(body.data)) return []
  const columns = body.columns as readonly string[]
  const index = Array.isArray(body.index) ? (body.index as readonly number[]) : []
  return (body.data as readonly unknown[]).map((row, at) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : []
    const entries = columns.map((column, place) => [column, cells[place]] as const)
    return new FrameRow(`${file}:${table}[${index[at] ?? at}]`, index[at] ?? at, Object.fromEntries(entries))
  })
}

/** A table that is not JSON is an empty one: what needs it says so. */
function parseBody(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
