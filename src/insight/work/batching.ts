import { type EventLog, noCode } from '../log/event-log.ts'

export interface Batch {
  readonly activity: string
  readonly resource: string
  readonly fromMs: number
  readonly toMs: number
  /** Indexes of cases. */
  readonly cases: readonly number[]
}

/**
 * Batches: runs of events of one activity by one person, in at least `least` cases, with no more than `gapMs` from one to
 * the next (N. Martin et al., "Batch processing in event logs", 2017: sequential batching). Largest first.
 */
export function batches(log: EventLog, gapMs: number, least: number): Batch[] {
  const caseOf = casesOfEvents(log)
  const order = Uint32Array.from(log.timeMs.keys()).sort((a, b) => (log.timeMs[a] ?? 0) - (log.timeMs[b] ?? 0) || a - b)
  const open = new Map<string, { fromMs: number; toMs: number; cases: Set<number> }>()
  const found: Batch[] = []
  const finish = (key: string): void => {
    const run = open.get(key)
    const [activity = 0, resource = 0] = key.split(' ').map(Number)
    if (run && run.cases.size >= least) {
      found.push({
        activity: log.activities[activity] ?? '',
        resource: log.resources[resource] ?? '',
        ...run,
        cases: [...run.cases],
      })
    }
  }
  for (const event of order) {
    const resource = log.resourceOf[event] ?? noCode
    if (resource === noCode) continue
    const key = `${log.activityOf[event]} ${resource}`
    const at = log.timeMs[event] ?? 0
    const run = open.get(key)
    if (run && at - run.toMs <= gapMs) {
      run.toMs = at
      run.cases.add(caseOf[event] ?? 0)
    } else {
      finish(key)
      open.set(key, { fromMs: at, toMs: at, cases: new Set([caseOf[event] ?? 0]) })
    }
  }
  for (const key of open.keys()) finish(key)
  return found.sort((a, b) => b.cases.length - a.cases.length || a.fromMs - b.fromMs)
}

function casesOfEvents(log: EventLog): Uint32Array {
  const caseOf = new Uint32Array(log.eventCount)
  for (let c = 0; c < log.caseCount; c++) caseOf.fill(c, log.caseStarts[c], log.caseStarts[c + 1])
  return caseOf
}
