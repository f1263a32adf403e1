import type { EventLog } from '../log/event-log.ts'
import { percentileInPlace } from './order-statistics.ts'

export interface ThroughputOptions {
  /** Milliseconds that count between two moments; the plain difference where absent. */
  readonly elapsedMs?: (fromMs: number, toMs: number) => number
}

/** Throughput of each case, first to last event in the log's order, in seconds; cases without events are left out. */
function caseSeconds(log: EventLog, options: ThroughputOptions = {}): Float64Array {
  const { caseStarts, caseCount, timeMs } = log
  const seconds = new Float64Array(caseCount)
  let filled = 0
  for (let c = 0; c < caseCount; c++) {
    const from = caseStarts[c] as number
    const to = caseStarts[c + 1] as number
    if (from === to) continue
    const first = timeMs[from] as number
    const last = timeMs[to - 1] as number
    seconds[filled++] = (options.elapsedMs ? options.elapsedMs(first, last) : last - first) / 1000
  }
  return seconds.subarray(0, filled)
}

export interface Throughput {
  readonly meanSeconds: number
  readonly medianSeconds: number
  /** Value of each share asked for, e.g. `{ 0.9: 1217899.896 }`, in seconds. */
  readonly percentiles: Readonly<Record<number, number>>
}

export function throughput(
  log: EventLog,
  shares: readonly number[] = [0.9, 0.99],
  options: ThroughputOptions = {},
): Throughput {
  const seconds = caseSeconds(log, options)
  let sum = 0
  for (const value of seconds) sum += value
  return {
    meanSeconds: sum / seconds.length,
    medianSeconds: percentileInPlace(seconds, 0.5),
    percentiles: Object.fromEntries(shares.map((share) => [share, percentileInPlace(seconds, share)])),
  }
}
