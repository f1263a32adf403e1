import { expect, it } from 'vitest'
import type { Moves } from '#service/insight/reports/moves'
import { loadAt, standAt } from './stand-at.ts'

const step = (elementId: string) => ({ elementId, name: '', useCase: '', stage: '', owner: 'company' as const })
/** Case 0: accept 0–10, survey 20–30, ended 40. Case 1: accept 5–15, open since. */
const moves: Moves = {
  total: 2,
  shown: 2,
  fromMs: 0,
  minutes: 30,
  steps: [step('accept'), step('survey')],
  caseStarts: [0, 2, 3],
  stepOf: [0, 1, 0],
  begunMinute: [0, 20, 5],
  doneMinute: [10, 30, 15],
  endedMinute: [40, null],
}

it('tells where a case is at any minute', () => {
  expect(standAt(moves, 1, 4)).toBeUndefined()
  expect(standAt(moves, 0, 0)).toEqual({ source: 0, target: 0, share: 1, isWorking: true })
  expect(standAt(moves, 0, 15)).toEqual({ source: 0, target: 1, share: 0.5, isWorking: false })
  expect(standAt(moves, 0, 20)).toEqual({ source: 1, target: 1, share: 1, isWorking: true })
  expect(standAt(moves, 0, 35)).toEqual({ source: 1, target: 1, share: 1, isWorking: false })
  expect(standAt(moves, 0, 40)).toBeUndefined()
  expect(standAt(moves, 1, 900)).toEqual({ source: 0, target: 0, share: 1, isWorking: false })
})

it('counts every case under way once', () => {
  expect(loadAt(moves, 12)).toEqual([
    { working: 1, waiting: 0 },
    { working: 0, waiting: 1 },
  ])
  for (let minute = 0; minute < 60; minute += 1) {
    const under = [0, 1].filter((c) => standAt(moves, c, minute)).length
    expect(loadAt(moves, minute).reduce((sum, { working, waiting }) => sum + working + waiting, 0)).toBe(under)
  }
})
