import type { EventLog } from '#insight'
import type { OfficeTime } from '../history/office-hours.ts'

/** Single durations in working days, from which a map takes its figures. */
export interface StepSamples {
  /** By activity: from being taken to being done. */
  readonly handlingDays: readonly number[][]
  /** By activity: from the end of the case's earlier step to being taken; nothing for the first. */
  readonly waitingDays: readonly number[][]
  /** The same by path, `source × activities + target`. */
  readonly pathDays: ReadonlyMap<number, readonly number[]>
  /** Cases that have the activity. */
  readonly cases: Uint32Array
}

const taken = new WeakMap<EventLog, { readonly office: OfficeTime; readonly samples: StepSamples }>()

/** The samples of a log, taken once as long as the office hours are the same. */
export function samplesOf(log: EventLog, office: OfficeTime): StepSamples {
  const known = taken.get(log)
  if (known?.office === office) return known.samples
  const samples = takeSamples(log, office)
  taken.set(log, { office, samples })
  return samples
}

function takeSamples(log: EventLog, { hours, msPerDay }: OfficeTime): StepSamples {
  const handlingDays: number[][] = log.activities.map(() => [])
  const waitingDays: number[][] = log.activities.map(() => [])
  const pathDays = new Map<number, number[]>()
  const days = (fromMs: number, toMs: number): number => Math.max(0, hours.elapsed(fromMs, toMs) / msPerDay)
  for (let c = 0; c < log.caseCount; c++) {
    const first = log.caseStarts[c] ?? 0
    for (let i = first; i < (log.caseStarts[c + 1] ?? first); i++) {
      const { code, startMs, doneMs } = eventAt(log, i)
      handlingDays[code]?.push(days(startMs, doneMs))
      if (i === first) continue
      const before = eventAt(log, i - 1)
      // Work that was begun while another step was still open has not waited for it.
      const waited = days(before.doneMs, startMs)
      waitingDays[code]?.push(waited)
      pushTo(pathDays, before.code * log.activities.length + code, waited)
    }
  }
  return { handlingDays, waitingDays, pathDays, cases: countCases(log) }
}

function eventAt(log: EventLog, event: number) {
  const doneMs = log.timeMs[event] ?? 0
  return { code: log.activityOf[event] ?? 0, startMs: log.startMs?.[event] ?? doneMs, doneMs }
}

function pushTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function countCases(log: EventLog): Uint32Array {
  const cases = new Uint32Array(log.activities.length)
  for (let c = 0; c < log.caseCount; c++) {
    const ofCase = new Set(log.activityOf.subarray(log.caseStarts[c], log.caseStarts[c + 1]))
    for (const code of ofCase) cases[code] = (cases[code] ?? 0) + 1
  }
  return cases
}
