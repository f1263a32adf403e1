import type { EventLog } from '../log/event-log.ts'
import { variants } from '../process-map/variants.ts'

/** Activities of one trace as codes, and how many cases took it. */
export interface CountedTrace {
  readonly activities: readonly number[]
  readonly count: number
}

/** A part of a log that the miner works on: different traces with their counts. */
export type SubLog = readonly CountedTrace[]

/** The variants of a log, activities coded by their place in `names`. */
export function subLogOf(log: EventLog, names: readonly string[]): SubLog {
  const found = variants(log)
  const codeOf = new Map(names.map((name, code) => [name, code]))
  const recoded = log.activities.map((name) => codeOf.get(name) ?? 0)
  return Array.from(found.exampleCase, (c, v) => ({
    activities: Array.from(
      log.activityOf.subarray(log.caseStarts[c], log.caseStarts[c + 1]),
      (code) => recoded[code] ?? 0,
    ),
    count: found.caseCount[v] ?? 0,
  }))
}

/** Gathers traces, equal ones counted together. */
export class SubLogBuilder {
  readonly #traces = new Map<string, { activities: readonly number[]; count: number }>()

  add(activities: readonly number[], count: number): void {
    const key = activities.join()
    const known = this.#traces.get(key)
    if (known) known.count += count
    else this.#traces.set(key, { activities, count })
  }

  build(): SubLog {
    return [...this.#traces.values()]
  }
}

export function mapTraces(log: SubLog, change: (activities: readonly number[]) => readonly number[]): SubLog {
  const builder = new SubLogBuilder()
  for (const { activities, count } of log) builder.add(change(activities), count)
  return builder.build()
}

export const caseCount = (log: SubLog): number => log.reduce((sum, { count }) => sum + count, 0)
