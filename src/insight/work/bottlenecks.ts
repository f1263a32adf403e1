import type { EventLog } from '../log/event-log.ts'
import { medianInPlace } from '../process-map/order-statistics.ts'

/** Where the time of an activity goes, seconds. */
export interface Bottleneck {
  readonly activity: string
  readonly events: number
  /** From the end of the case's earlier work to the begin of this. */
  readonly meanWaitingSeconds: number
  readonly medianWaitingSeconds: number
  /** From begin to end; NaN where the log tells no begin. */
  readonly meanServiceSeconds: number
  readonly totalWaitingSeconds: number
}

/** Milliseconds that count between two moments: all, or working time by `WorkingHours`. */
export type Elapsed = (fromMs: number, toMs: number) => number
const allTime: Elapsed = (fromMs, toMs) => toMs - fromMs

/**
 * Waiting against service by activity, most waiting first. Where an event tells its begin, waiting ends there; where not,
 * the whole time since the case's previous event counts as waiting, which then includes the work.
 */
export function bottlenecks(log: EventLog, elapsed: Elapsed = allTime): Bottleneck[] {
  const waits: number[][] = log.activities.map(() => [])
  const services: number[][] = log.activities.map(() => [])
  const events = new Uint32Array(log.activities.length)
  for (let c = 0; c < log.caseCount; c++) {
    let idleSince = Number.NaN
    for (let i = log.caseStarts[c] ?? 0; i < (log.caseStarts[c + 1] ?? 0); i++) {
      const activity = log.activityOf[i] ?? 0
      const { begin, end } = spanOf(log, i)
      events[activity] = (events[activity] ?? 0) + 1
      if (begin !== undefined) services[activity]?.push(elapsed(begin, end) / 1000)
      // Work that overlaps with what came before has not waited for it.
      if (!Number.isNaN(idleSince)) waits[activity]?.push(Math.max(0, elapsed(idleSince, begin ?? end)) / 1000)
      idleSince = Number.isNaN(idleSince) ? end : Math.max(idleSince, end)
    }
  }
  return log.activities
    .map((activity, code) => {
      const waiting = waits[code] ?? []
      const totalWaitingSeconds = sum(waiting)
      const medianWaitingSeconds = medianInPlace(Float64Array.from(waiting))
      const meanWaitingSeconds = totalWaitingSeconds / waiting.length
      const meanServiceSeconds = sum(services[code] ?? []) / (services[code]?.length ?? 0)
      return {
        activity,
        events: events[code] ?? 0,
        meanWaitingSeconds,
        medianWaitingSeconds,
        meanServiceSeconds,
        totalWaitingSeconds,
      }
    })
    .sort((a, b) => b.totalWaitingSeconds - a.totalWaitingSeconds)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Begin (undefined where not told) and end of an event, milliseconds. */
function spanOf(log: EventLog, event: number): { readonly begin: number | undefined; readonly end: number } {
  const begin = log.startMs?.[event]
  return { begin: Number.isNaN(begin) ? undefined : begin, end: log.timeMs[event] ?? 0 }
}
