import { type EventLog, noCode } from '../log/event-log.ts'

export interface Handover {
  readonly from: string
  readonly to: string
  readonly count: number
}

/**
 * Handover of work: how often one person's event was followed, in the same case, by another's (W. M. P. van der Aalst,
 * H. A. Reijers, M. Song, "Discovering social networks from event logs", CSCW 14, 2005). Most frequent first; work that
 * stays with the same person is left out unless asked for.
 */
export function handovers(log: EventLog, includeSame = false): Handover[] {
  const size = log.resources.length
  const counts = new Map<number, number>()
  for (let c = 0; c < log.caseCount; c++) {
    for (let i = (log.caseStarts[c] ?? 0) + 1; i < (log.caseStarts[c + 1] ?? 0); i++) {
      const from = log.resourceOf[i - 1] ?? noCode
      const to = log.resourceOf[i] ?? noCode
      if (from === noCode || to === noCode || (from === to && !includeSame)) continue
      const key = from * size + to
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const name = (code: number): string => log.resources[code] ?? ''
  return [...counts]
    .map(([key, count]) => ({ from: name(Math.floor(key / size)), to: name(key % size), count }))
    .sort((a, b) => b.count - a.count)
}
