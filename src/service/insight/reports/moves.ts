import type { CaseHistory } from '../history/case-history.ts'
import { type StepWords, stepWords } from './step-words.ts'

/** How cases went through time, in columns: event i of case c is at `caseStarts[c] … caseStarts[c + 1] - 1`. */
export interface Moves {
  /** Cases of the selection that did any step; of them these are shown, spread evenly over time. */
  readonly total: number
  readonly shown: number
  /** Moment from which minutes are counted, and the last minute there is. */
  readonly fromMs: number
  readonly minutes: number
  readonly steps: readonly StepWords[]
  readonly caseStarts: readonly number[]
  /** Place in `steps`. */
  readonly stepOf: readonly number[]
  readonly begunMinute: readonly number[]
  readonly doneMinute: readonly number[]
  /** Minute in which the case was closed, withdrawn or cancelled; null while it is open. */
  readonly endedMinute: readonly (number | null)[]
}

/** The moves of at most `limit` cases. Steps of a case in the order in which they were done. */
export function movesOf(
  cases: readonly CaseHistory[],
  limit: number,
  words: (elementId: string) => StepWords = stepWords([], cases),
): Moves {
  const moved = cases.filter(({ runs }) => runs.length > 0)
  const list = spread(
    moved.toSorted((a, b) => firstMs(a) - firstMs(b)),
    limit,
  )
  const fromMs = list.reduce((ms, each) => Math.min(ms, firstMs(each)), Number.POSITIVE_INFINITY)
  const minuteOf = (ms: number): number => Math.max(0, Math.round((ms - fromMs) / 60_000))
  const codes = new Map<string, number>()
  const columns = { caseStarts: [0], stepOf: [] as number[], begunMinute: [] as number[], doneMinute: [] as number[] }
  for (const { runs } of list) {
    for (const run of runs.toSorted((a, b) => a.doneMs - b.doneMs)) {
      if (!codes.has(run.elementId)) codes.set(run.elementId, codes.size)
      columns.stepOf.push(codes.get(run.elementId) ?? 0)
      columns.begunMinute.push(minuteOf(run.takenMs ?? run.openedMs))
      columns.doneMinute.push(minuteOf(run.doneMs))
    }
    columns.caseStarts.push(columns.stepOf.length)
  }
  return {
    total: moved.length,
    shown: list.length,
    fromMs: list.length === 0 ? 0 : fromMs,
    minutes: columns.doneMinute.reduce((most, minute) => Math.max(most, minute), 0),
    steps: [...codes.keys()].map(words),
    ...columns,
    endedMinute: list.map(({ endedAt }) => (endedAt === undefined ? null : minuteOf(Date.parse(endedAt)))),
  }
}

const firstMs = ({ runs }: CaseHistory): number =>
  runs.reduce((ms, { openedMs }) => Math.min(ms, openedMs), Number.POSITIVE_INFINITY)

/** Every so manyth, the first always among them. */
function spread<Item>(items: readonly Item[], limit: number): readonly Item[] {
  if (items.length <= limit) return items
  return Array.from({ length: limit }, (_, place) => items[Math.floor((place * items.length) / limit)]).filter(
    (item) => item !== undefined,
  )
}
