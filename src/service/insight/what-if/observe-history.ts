import { type Observation, type ObservedCase, WorkingHours } from '#insight'
import type { ProcessGraph } from '#process'
import type { CaseHistory } from '../history/case-history.ts'

interface Span {
  readonly startsOn: string
  readonly startMs: number
  readonly days: number
  /** Open hours since the start. */
  readonly office: readonly (readonly [number, number])[]
}

/** The company's cases as a calibration sees them: hours since the first day, steps of this process only. */
export function observe(
  cases: readonly CaseHistory[],
  graph: ProcessGraph,
  { startsOn, startMs, days, office }: Span,
  setting: (key: string) => number,
): Observation {
  const hours = (ms: number): number => (ms - startMs) / 3_600_000
  return {
    graph,
    startsOn,
    days,
    office: new WorkingHours(office),
    fewest: setting('fewest-values'),
    season: { days: setting('season-days'), casesPerMonth: setting('season-cases-per-month') },
    assumedHours: setting('assumed-task-hours'),
    waits: new Set(graph.tasks.filter(({ clockOwner }) => clockOwner !== 'company').map(({ id }) => id)),
    cases: cases.map((each) => observedCase(each, graph, hours)),
  }
}

function observedCase(
  { openedAt, endedAt, status, isUrgent, unitId, counterVisits, runs }: CaseHistory,
  graph: ProcessGraph,
  hours: (ms: number) => number,
): ObservedCase {
  const isDone = status === 'closed' && endedAt !== undefined
  return {
    arrivedHours: hours(Date.parse(openedAt)),
    endedHours: isDone ? hours(Date.parse(endedAt)) : undefined,
    urgent: isUrgent,
    unit: unitId,
    visits: counterVisits,
    tasks: runs
      .filter(({ elementId }) => graph.taskById.has(elementId))
      .map(({ elementId, openedMs, takenMs, doneMs, actor }) => ({
        elementId,
        openedHours: hours(openedMs),
        takenHours: takenMs === undefined ? undefined : hours(takenMs),
        doneHours: hours(doneMs),
        person: actor,
      })),
  }
}
