import type { Fault } from '#kernel'
import type { EventLog } from './event-log.ts'

const listed = 1000

/**
 * Events told twice: same case, activity, time, resource and lifecycle. They are kept (two meters may well be read in one
 * second) but named, by case and number of the event within the case.
 */
export function repeatedEvents(log: EventLog): Fault[] {
  const faults: Fault[] = []
  for (let c = 0; c < log.caseCount && faults.length < listed; c++) {
    const from = log.caseStarts[c] ?? 0
    for (let i = from + 1; i < (log.caseStarts[c + 1] ?? 0); i++) {
      const first = earlierTwin(log, from, i)
      if (first < 0) continue
      const path = `case ${log.caseIds[c] ?? ''}, event ${i - from + 1}`
      faults.push({ path, code: 'event-told-twice', data: { sameAs: first - from + 1 } })
    }
  }
  return faults
}

/** Looks back only through neighbours of the same moment, so a log in order costs one comparison an event. */
function earlierTwin(log: EventLog, from: number, index: number): number {
  for (let j = index - 1; j >= from && log.timeMs[j] === log.timeMs[index]; j--) {
    const same =
      log.activityOf[j] === log.activityOf[index] &&
      log.resourceOf[j] === log.resourceOf[index] &&
      log.lifecycleOf?.[j] === log.lifecycleOf?.[index]
    if (same) return j
  }
  return -1
}
