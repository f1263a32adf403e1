import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import { canReach, type ProcessGraph, readProcess } from '#process'
import { blocks, someVariables, type WrittenProcess, writeProcess } from './generated-process.ts'
import {
  begin,
  chance,
  completeOne,
  finish,
  goBack,
  marking,
  type PlayedCase,
  replay,
  type WayBack,
} from './played-case.ts'

/** Plays a case from a list of numbers; about every fourth move goes back. */
async function play(
  written: WrittenProcess,
  numbers: readonly number[],
  onReturn: (graph: ProcessGraph, before: PlayedCase, back: WayBack) => void,
): Promise<{ graph: ProcessGraph; played: PlayedCase; random: () => number }> {
  const random = chance(numbers)
  const graph = getAccepted(await readProcess(written.xml))
  let played = begin(graph, someVariables(written.variables, random))
  const seen = new Set(played.state.open.map((task) => task.taskId))
  for (let move = 0; move < 40; move += 1) {
    const back = random() < 0.25 ? goBack(graph, played, random) : undefined
    if (back) onReturn(graph, played, back)
    const open = new Set(played.state.open.map((task) => task.taskId))
    played = back?.played ?? completeOne(graph, played, random, someVariables(written.variables, random))
    for (const { taskId } of played.state.open) {
      expect(open.has(taskId) || !seen.has(taskId), `${taskId} was given before`).toBe(true)
      seen.add(taskId)
    }
  }
  return { graph, played, random }
}

const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 11, maxLength: 120 })
const numRuns = Number(process.env.RUNS ?? 300)

describe('going back', () => {
  test('leaves the state the case would have had without the voided work', async () => {
    let returns = 0
    await fc.assert(
      fc.asyncProperty(blocks(), choices, async (block, numbers) => {
        await play(writeProcess(block), numbers, (graph, before, { played, advance, target }) => {
          returns += 1
          expect(marking(played.state)).toEqual(marking(replay(graph, played)))
          expect(advance.opened.map((task) => task.elementId)).toContain(target)
          expect(advance.voidedElements).toContain(target)
          const completed = new Set(before.completions.map((done) => done.taskId))
          expect(advance.voided.every((task) => completed.has(task.taskId))).toBe(true)
        })
      }),
      { numRuns },
    )
    expect(returns).toBeGreaterThan(numRuns)
  })

  test('voids, where there is no loop, exactly the completed work the step leads to', async () => {
    await fc.assert(
      fc.asyncProperty(blocks({ loops: false, aborts: false }), choices, async (block, numbers) => {
        await play(writeProcess(block), numbers, (graph, before, { played, advance, target }) => {
          const downstream = (id: string) => id === target || canReach(graph, target, id)
          const completed = new Set(before.completions.map((done) => done.elementId))
          expect([...advance.voidedElements].sort()).toEqual([...completed].filter(downstream).sort())
          const closed = before.state.open.map((task) => task.elementId).filter(downstream)
          expect(advance.closed.map((task) => task.elementId).sort()).toEqual(closed.sort())
          expect(played.state.open.filter((task) => downstream(task.elementId))).toHaveLength(1)
        })
      }),
      { numRuns },
    )
  })

  test('never loses or doubles a token: every case can still be finished', async () => {
    await fc.assert(
      fc.asyncProperty(blocks(), choices, async (block, numbers) => {
        const written = writeProcess(block)
        const { graph, played, random } = await play(written, numbers, (_, __, { played: { state } }) => {
          const places = [...state.open.map((task) => task.elementId), ...state.waiting.map((token) => token.flow)]
          expect(new Set(places).size).toBe(places.length)
        })
        const { state } = finish(graph, played, random, someVariables(written.variables, random, true))
        expect(state).toMatchObject({ ended: true, open: [], waiting: [] })
      }),
      { numRuns },
    )
  })
})
