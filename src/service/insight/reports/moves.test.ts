import { expect, it } from 'vitest'
import type { CaseHistory } from '../history/case-history.ts'
import { movesOf } from './moves.ts'

const minuteMs = 60_000
const startMs = Date.parse('2026-03-02T01:00:00Z')

/** A case whose steps are [element, opened, taken, done] in minutes after the start. */
function caseOf(caseId: string, steps: readonly (readonly [string, number, number, number])[], ended?: number) {
  const runs = steps.map(([elementId, opened, taken, done]) => ({
    ...{ elementId, useCase: elementId, stage: '', actor: 'staff:x' },
    openedMs: startMs + opened * minuteMs,
    takenMs: startMs + taken * minuteMs,
    doneMs: startMs + done * minuteMs,
  }))
  const endedAt = ended === undefined ? undefined : new Date(startMs + ended * minuteMs).toISOString()
  return { caseId, runs, endedAt } as unknown as CaseHistory
}

it('tells the steps of each case in the order they were done, in minutes from the first', () => {
  const moves = movesOf(
    [
      caseOf('b', [
        ['survey', 100, 110, 130],
        ['accept', 60, 65, 70],
      ]),
      caseOf('a', [['accept', 10, 15, 40]], 45),
    ],
    10,
  )
  expect(moves).toMatchObject({
    total: 2,
    shown: 2,
    fromMs: startMs + 10 * minuteMs,
    minutes: 120,
    caseStarts: [0, 1, 3],
    stepOf: [0, 0, 1],
    begunMinute: [5, 55, 100],
    doneMinute: [30, 60, 120],
    endedMinute: [35, null],
  })
  expect(moves.steps.map(({ elementId }) => elementId)).toEqual(['accept', 'survey'])
})

it('spreads what is shown evenly over time', () => {
  const cases = Array.from({ length: 10 }, (_, place) => caseOf(String(place), [['accept', place, place, place + 1]]))
  const moves = movesOf(cases, 5)
  expect(moves).toMatchObject({ total: 10, shown: 5, doneMinute: [1, 3, 5, 7, 9] })
  expect(movesOf([], 5)).toMatchObject({ total: 0, shown: 0, minutes: 0 })
})
