import type { ObservedCase } from './observation.ts'

/** How often customers come to the counter. */
export interface CounterVisits {
  /** In a case, for the application and for no step in particular. */
  readonly apart: number
  /** For each time a step is done. */
  readonly forStep: Readonly<Record<string, number>>
  /** In a case, for everything. */
  readonly perCase: number
}

/** Visits by the step they were made for, over all finished cases. */
export function counterVisits(cases: readonly ObservedCase[]): CounterVisits {
  const finished = cases.filter(({ endedHours }) => endedHours !== undefined)
  const made = finished.flatMap(({ visits }) => visits)
  const visits = Map.groupBy(made, (step) => step)
  const done = Map.groupBy(
    finished.flatMap(({ tasks }) => tasks),
    ({ elementId }) => elementId,
  )
  const steps = [...visits].filter(([step]) => done.has(step))
  const forSteps = steps.reduce((sum, [, each]) => sum + each.length, 0)
  return {
    apart: (made.length - forSteps) / finished.length,
    forStep: Object.fromEntries(steps.map(([step, each]) => [step, each.length / (done.get(step)?.length ?? 1)])),
    perCase: made.length / finished.length,
  }
}
