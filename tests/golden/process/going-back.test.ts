import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getAccepted } from '#kernel'
import {
  type Advance,
  canReach,
  completeTask,
  openTasks,
  type ProcessGraph,
  readProcess,
  returnTargets,
  returnTo,
  startProcess,
  type TokenState,
} from '#process'
import { blocks, someVariables, type WrittenProcess, writeProcess } from './generated-process.ts'

type Variables = Record<string, number>

interface Completion {
  readonly taskId: string
  readonly elementId: string
  readonly variables: Variables
}

/** A case with the completions that still count, so that any state can be replayed from nothing. */
interface PlayedCase {
  readonly start: Variables
  readonly completions: readonly Completion[]
  readonly state: TokenState
}

/** What must agree between two ways to the same state: open elements and tokens at joins. */
const marking = (state: TokenState) => ({
  open: state.open.map((task) => task.elementId).sort(),
  waiting: state.waiting.map((token) => token.flow).sort(),
  ended: state.ended,
})

/** The state had only these completions ever happened. */
function replay(graph: ProcessGraph, played: PlayedCase): TokenState {
  let state = getAccepted(startProcess(graph, played.start)).state
  for (const { elementId, variables } of played.completions) {
    const task = openTasks(state).find((open) => open.elementId === elementId)
    if (!task) throw new Error(`${elementId} rested on something that was voided`)
    state = getAccepted(completeTask(graph, state, task.taskId, variables)).state
  }
  return state
}

function complete(graph: ProcessGraph, played: PlayedCase, random: () => number, variables: Variables): PlayedCase {
  const tasks = openTasks(played.state)
  const task = tasks[Math.floor(random() * tasks.length)]
  if (!task) return played
  const { state } = getAccepted(completeTask(graph, played.state, task.taskId, variables))
  return { ...played, completions: [...played.completions, { ...task, variables }], state }
}

function goBack(
  graph: ProcessGraph,
  played: PlayedCase,
  random: () => number,
): { played: PlayedCase; advance: Advance; target: string } | undefined {
  const targets = returnTargets(graph, played.state)
  const target = targets[Math.floor(random() * targets.length)]
  if (target === undefined) return undefined
  const advance = getAccepted(returnTo(graph, played.state, target))
  const voided = new Set(advance.voided.map((task) => task.taskId))
  const completions = played.completions.filter((done) => !voided.has(done.taskId))
  return { played: { ...played, completions, state: advance.state }, advance, target }
}

function begin(graph: ProcessGraph, start: Variables): PlayedCase {
  return { start, completions: [], state: getAccepted(startProcess(graph, start)).state }
}

/** Plays a case from a list of numbers; about every fourth move goes back. */
async function play(
  written: WrittenProcess,
  choices: readonly number[],
  onReturn: (graph: ProcessGraph, before: PlayedCase, back: NonNullable<ReturnType<typeof goBack>>) => void,
): Promise<{ graph: ProcessGraph; played: PlayedCase; random: () => number }> {
  let at = 0
  const random = () => choices[at++ % choices.length] ?? 0
  const graph = getAccepted(await readProcess(written.xml))
  let played = begin(graph, someVariables(written.variables, random))
  for (let move = 0; move < 40; move += 1) {
    const back = random() < 0.25 ? goBack(graph, played, random) : undefined
    if (back) onReturn(graph, played, back)
    played = back?.played ?? complete(graph, played, random, someVariables(written.variables, random))
  }
  return { graph, played, random }
}

const choices = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 11, maxLength: 120 })
const numRuns = Number(process.env.RUNS ?? 500)

describe('going back', () => {
  test('leaves the state the case would have had without the voided work', async () => {
    let returns = 0
    await fc.assert(
      fc.asyncProperty(blocks(), choices, async (block, random) => {
        await play(writeProcess(block), random, (graph, before, { played, advance, target }) => {
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
      fc.asyncProperty(blocks({ loops: false, aborts: false }), choices, async (block, random) => {
        await play(writeProcess(block), random, (graph, before, { played, advance, target }) => {
          const downstream = (id: string) => id === target || canReach(graph, target, id)
          const completed = new Set(before.completions.map((done) => done.elementId))
          expect([...advance.voidedElements].sort()).toEqual([...completed].filter(downstream).sort())
          const closed = before.state.open.map((task) => task.elementId).filter((id) => downstream(id))
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
        const { graph, played, random } = await play(written, numbers, () => {})
        let rest = played
        for (let step = 0; step < 200 && !rest.state.ended; step += 1) {
          const open = rest.state.open.map((task) => task.elementId)
          expect(new Set(open).size).toBe(open.length)
          rest = complete(graph, rest, random, someVariables(written.variables, random, true))
        }
        expect(rest.state).toMatchObject({ ended: true, open: [], waiting: [] })
      }),
      { numRuns },
    )
  })
})
