import type { EventLog } from '../log/event-log.ts'
import { medianInPlace } from './order-statistics.ts'

/** Directly-follows graph: which activity followed which, how often, and how long it took. */
export interface DirectlyFollowsGraph {
  readonly activities: readonly string[]
  /** Events of each activity. */
  readonly eventCount: Uint32Array
  /** Cases that began, and that ended, with each activity. */
  readonly startCount: Uint32Array
  readonly endCount: Uint32Array
  /** Edge e leads from `source[e]` to `target[e]`; edges are sorted by source, then target. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly count: Uint32Array
  /** Mean time from event to event, seconds. */
  readonly meanSeconds: Float64Array
  /** Median of the same, NaN where not asked for. */
  readonly medianSeconds: Float64Array
}

export interface DirectlyFollowsOptions {
  readonly medians?: boolean
  /** Milliseconds that count between two moments; the plain difference where absent (working time: see `working-time.ts`). */
  readonly elapsedMs?: (fromMs: number, toMs: number) => number
}

/** Above this many activities the matrix of all pairs gives way to a hash map. */
const densestActivityCount = 2048

export function directlyFollows(log: EventLog, options: DirectlyFollowsOptions = {}): DirectlyFollowsGraph {
  const size = log.activities.length
  const cells = size <= densestActivityCount ? denseCells(log, options) : sparseCells(log, options)
  const { keys, count, sumMs } = cells
  const meanSeconds = Float64Array.from(sumMs, (sum, e) => sum / (count[e] ?? 1) / 1000)
  const graph = {
    activities: log.activities,
    ...activityCounts(log),
    source: Uint32Array.from(keys, (key) => Math.floor(key / size)),
    target: Uint32Array.from(keys, (key) => key % size),
    count,
    meanSeconds,
    medianSeconds: new Float64Array(keys.length).fill(Number.NaN),
  }
  return options.medians ? { ...graph, medianSeconds: medians(log, keys, count, options) } : graph
}

/** Number of edges and the sum of their counts. */
export const edgeTotals = (graph: DirectlyFollowsGraph): { dfgEdges: number; dfgSum: number } => ({
  dfgEdges: graph.count.length,
  dfgSum: graph.count.reduce((sum, count) => sum + count, 0),
})

interface EdgeCells {
  /** source × activities + target, ascending. */
  readonly keys: Float64Array
  readonly count: Uint32Array
  readonly sumMs: Float64Array
}

function denseCells(log: EventLog, options: DirectlyFollowsOptions): EdgeCells {
  const size = log.activities.length
  const count = new Uint32Array(size * size)
  const sumMs = new Float64Array(size * size)
  if (options.elapsedMs) scanElapsed(log, count, sumMs, options.elapsedMs)
  else scanPlain(log, count, sumMs)
  const keys = Float64Array.from(usedCells(count))
  return {
    keys,
    count: Uint32Array.from(keys, (key) => count[key] ?? 0),
    sumMs: Float64Array.from(keys, (key) => sumMs[key] ?? 0),
  }
}

const usedCells = (count: Uint32Array): number[] => {
  const used: number[] = []
  for (let key = 0; key < count.length; key++) if (count[key]) used.push(key)
  return used
}

/** The loop that the map of a million events stands on: sequential reads, one random write. */
function scanPlain(log: EventLog, count: Uint32Array, sumMs: Float64Array): void {
  const { activityOf, timeMs, caseStarts, caseCount } = log
  const size = log.activities.length
  for (let c = 0; c < caseCount; c++) {
    const from = caseStarts[c] as number
    const to = caseStarts[c + 1] as number
    if (from === to) continue
    let row = (activityOf[from] as number) * size
    let before = timeMs[from] as number
    for (let i = from + 1; i < to; i++) {
      const activity = activityOf[i] as number
      const time = timeMs[i] as number
      const key = row + activity
      count[key] = (count[key] as number) + 1
      sumMs[key] = (sumMs[key] as number) + (time - before)
      row = activity * size
      before = time
    }
  }
}

function scanElapsed(
  log: EventLog,
  count: Uint32Array,
  sumMs: Float64Array,
  elapsedMs: (fromMs: number, toMs: number) => number,
): void {
  const size = log.activities.length
  forEachStep(log, (i) => {
    const key = (log.activityOf[i - 1] ?? 0) * size + (log.activityOf[i] ?? 0)
    count[key] = (count[key] ?? 0) + 1
    sumMs[key] = (sumMs[key] ?? 0) + elapsedMs(log.timeMs[i - 1] ?? 0, log.timeMs[i] ?? 0)
  })
}

function sparseCells(log: EventLog, options: DirectlyFollowsOptions): EdgeCells {
  const size = log.activities.length
  const edgeOf = new Map<number, number>()
  const count: number[] = []
  const sumMs: number[] = []
  const elapsed = options.elapsedMs ?? ((fromMs: number, toMs: number) => toMs - fromMs)
  forEachStep(log, (i) => {
    const key = (log.activityOf[i - 1] ?? 0) * size + (log.activityOf[i] ?? 0)
    let edge = edgeOf.get(key)
    if (edge === undefined) {
      edge = count.push(0) - 1
      sumMs.push(0)
      edgeOf.set(key, edge)
    }
    count[edge] = (count[edge] ?? 0) + 1
    sumMs[edge] = (sumMs[edge] ?? 0) + elapsed(log.timeMs[i - 1] ?? 0, log.timeMs[i] ?? 0)
  })
  const keys = Float64Array.from(edgeOf.keys()).sort()
  const edgeAt = (key: number): number => edgeOf.get(key) ?? 0
  return {
    keys,
    count: Uint32Array.from(keys, (key) => count[edgeAt(key)] ?? 0),
    sumMs: Float64Array.from(keys, (key) => sumMs[edgeAt(key)] ?? 0),
  }
}

/** Calls with the index of every event that has one before it in its case. */
function forEachStep(log: EventLog, visit: (index: number) => void): void {
  for (let c = 0; c < log.caseCount; c++) {
    for (let i = (log.caseStarts[c] ?? 0) + 1; i < (log.caseStarts[c + 1] ?? 0); i++) visit(i)
  }
}

function activityCounts(log: EventLog): Pick<DirectlyFollowsGraph, 'eventCount' | 'startCount' | 'endCount'> {
  const size = log.activities.length
  const eventCount = new Uint32Array(size)
  const startCount = new Uint32Array(size)
  const endCount = new Uint32Array(size)
  const { activityOf, caseStarts } = log
  for (let i = 0; i < activityOf.length; i++) {
    const activity = activityOf[i] as number
    eventCount[activity] = (eventCount[activity] as number) + 1
  }
  for (let c = 0; c < log.caseCount; c++) {
    const from = caseStarts[c] ?? 0
    const to = caseStarts[c + 1] ?? 0
    if (from === to) continue
    const first = activityOf[from] ?? 0
    const last = activityOf[to - 1] ?? 0
    startCount[first] = (startCount[first] ?? 0) + 1
    endCount[last] = (endCount[last] ?? 0) + 1
  }
  return { eventCount, startCount, endCount }
}

/** Counting sort of all step times by edge, then the middle of each edge's part. */
function medians(log: EventLog, keys: Float64Array, count: Uint32Array, options: DirectlyFollowsOptions): Float64Array {
  const size = log.activities.length
  const elapsed = options.elapsedMs ?? ((fromMs: number, toMs: number) => toMs - fromMs)
  const starts = new Uint32Array(keys.length + 1)
  for (let e = 0; e < keys.length; e++) starts[e + 1] = (starts[e] ?? 0) + (count[e] ?? 0)
  const edgeOf = edgeLookup(keys, size)
  const next = starts.slice()
  const steps = new Float64Array(starts[keys.length] ?? 0)
  forEachStep(log, (i) => {
    const edge = edgeOf((log.activityOf[i - 1] as number) * size + (log.activityOf[i] as number))
    const place = next[edge] as number
    steps[place] = elapsed(log.timeMs[i - 1] as number, log.timeMs[i] as number)
    next[edge] = place + 1
  })
  return Float64Array.from(keys, (_, e) => medianInPlace(steps.subarray(starts[e], starts[e + 1])) / 1000)
}

function edgeLookup(keys: Float64Array, size: number): (key: number) => number {
  if (size > densestActivityCount) {
    const edges = new Map(Array.from(keys, (key, edge) => [key, edge]))
    return (key) => edges.get(key) ?? 0
  }
  const edges = new Int32Array(size * size)
  keys.forEach((key, edge) => {
    edges[key] = edge
  })
  return (key) => edges[key] as number
}
