import { directlyFollows, type EventLog } from '#insight'
import type { CaseHistory } from '../history/case-history.ts'
import { logOf, wholeLogOf } from '../history/history-log.ts'
import type { OfficeTime } from '../history/office-hours.ts'
import { samplesOf } from './step-samples.ts'
import { type StepWords, stepWords } from './step-words.ts'
import { type Times, timesOf } from './times.ts'

export interface MapActivity extends StepWords {
  readonly events: number
  readonly cases: number
  /** Cases that begin, and that end so far, with it. */
  readonly starts: number
  readonly ends: number
  /** From being taken to being done, working days. */
  readonly handling: Times
  /** From the end of the case's earlier step to being taken, working days. */
  readonly waiting: Times
}

export interface MapPath {
  readonly source: string
  readonly target: string
  readonly count: number
  /** Working days from the end of the one to the taking of the other; 0 where they overlap. */
  readonly waiting: Times
}

export interface ProcessMap {
  readonly cases: number
  readonly events: number
  /** Before the sliders. */
  readonly allActivities: number
  readonly allPaths: number
  readonly activities: readonly MapActivity[]
  readonly paths: readonly MapPath[]
}

/** How much of the map is shown: shares of the activities and of the steps from one to the next, 0 … 1. */
export interface MapDetail {
  readonly activityShare: number
  readonly pathShare: number
}

/** The map of what happened: most frequent activities, and the most frequent steps between them. */
export function processMap(
  cases: readonly CaseHistory[],
  detail: MapDetail,
  office: OfficeTime,
  words: (elementId: string) => StepWords = stepWords([], cases),
): ProcessMap {
  const whole = wholeLogOf(cases)
  const kept = mostFrequent(whole, detail.activityShare)
  const log = kept.size === whole.activities.length ? whole : logOf(cases, (elementId) => kept.has(elementId))
  const samples = samplesOf(log, office)
  const graph = directlyFollows(log)
  const paths = Array.from(graph.count, (count, edge) => {
    const key = (graph.source[edge] ?? 0) * log.activities.length + (graph.target[edge] ?? 0)
    return {
      source: log.activities[graph.source[edge] ?? 0] ?? '',
      target: log.activities[graph.target[edge] ?? 0] ?? '',
      count,
      waiting: timesOf(samples.pathDays.get(key) ?? []),
    }
  })
  return {
    cases: cases.filter(({ runs }) => runs.length > 0).length,
    events: whole.eventCount,
    allActivities: whole.activities.length,
    allPaths: paths.length,
    activities: log.activities.map((elementId, code) => ({
      ...words(elementId),
      events: graph.eventCount[code] ?? 0,
      cases: samples.cases[code] ?? 0,
      starts: graph.startCount[code] ?? 0,
      ends: graph.endCount[code] ?? 0,
      handling: timesOf(samples.handlingDays[code] ?? []),
      waiting: timesOf(samples.waitingDays[code] ?? []),
    })),
    paths: keepPaths(paths, detail.pathShare),
  }
}

function mostFrequent(log: EventLog, share: number): ReadonlySet<string> {
  const events = new Uint32Array(log.activities.length)
  for (const code of log.activityOf) events[code] = (events[code] ?? 0) + 1
  const order = log.activities.map((_, code) => code).sort((a, b) => (events[b] ?? 0) - (events[a] ?? 0) || a - b)
  const count = Math.max(1, Math.ceil(share * order.length))
  return new Set(order.slice(0, count).map((code) => log.activities[code] ?? ''))
}

/**
 * The most frequent paths up to a share of all steps; every activity keeps its most frequent way in and way out, so that
 * nothing floats.
 */
export function keepPaths<Path extends Pick<MapPath, 'source' | 'target' | 'count'>>(
  paths: readonly Path[],
  share: number,
): Path[] {
  const order = paths.toSorted((a, b) => b.count - a.count)
  const wanted = share * order.reduce((sum, { count }) => sum + count, 0)
  const kept = new Set<Path>()
  const [entered, left] = [new Set<string>(), new Set<string>()]
  let sum = 0
  for (const path of order) {
    const connects = path.source !== path.target && !(entered.has(path.target) && left.has(path.source))
    if (sum >= wanted && !connects) continue
    kept.add(path)
    sum += path.count
    if (path.source !== path.target) {
      entered.add(path.target)
      left.add(path.source)
    }
  }
  return paths.filter((path) => kept.has(path))
}
