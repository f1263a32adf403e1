/**
 * A resident event log: one column per property, texts as codes into a dictionary, events grouped by case. No object per
 * event: 28 bytes an event with start times and lifecycle, 16 without, plus 4 bytes and the name of each case.
 */
export interface EventLog {
  readonly eventCount: number
  readonly caseCount: number
  readonly caseIds: readonly string[]
  /** Events of case c are `caseStarts[c] … caseStarts[c + 1] - 1`; length caseCount + 1. */
  readonly caseStarts: Uint32Array
  readonly activities: readonly string[]
  readonly activityOf: Uint32Array
  readonly resources: readonly string[]
  /** `noCode` where the log names nobody. */
  readonly resourceOf: Uint32Array
  /** Milliseconds since 1970-01-01T00:00Z, fractions down to microseconds. The time of completion where a start is known too. */
  readonly timeMs: Float64Array
  /** When work on the event began, NaN where unknown; undefined when the log tells no start at all. */
  readonly startMs?: Float64Array
  readonly lifecycles: readonly string[]
  /** Lifecycle transition (`start`, `complete`, …) as code or `noCode`; undefined when the log tells none. */
  readonly lifecycleOf?: Uint32Array
}

/** Code of "not told". */
export const noCode = 0xffff_ffff

/** Bytes the columns hold, without the dictionaries. */
export function columnBytes(log: EventLog): number {
  const columns = [log.caseStarts, log.activityOf, log.resourceOf, log.timeMs, log.startMs, log.lifecycleOf]
  return columns.reduce((sum, column) => sum + (column?.byteLength ?? 0), 0)
}

/** The activities of one case in order, by name. */
export function traceOf(log: EventLog, caseIndex: number): string[] {
  const from = log.caseStarts[caseIndex] ?? 0
  const to = log.caseStarts[caseIndex + 1] ?? from
  return Array.from(log.activityOf.subarray(from, to), (code) => log.activities[code] ?? '')
}
