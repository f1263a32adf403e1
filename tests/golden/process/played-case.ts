import { getAccepted } from '#kernel'
import {
  type Advance,
  completeTask,
  openTasks,
  type ProcessGraph,
  returnTargets,
  returnTo,
  startProcess,
  type TokenState,
} from '#process'

export type Variables = Record<string, number>

export interface Completion {
  readonly taskId: string
  readonly elementId: string
  readonly variables: Variables
}

/** A case with the completions that still count, so that any state can be replayed from nothing. */
export interface PlayedCase {
  readonly start: Variables
  readonly completions: readonly Completion[]
  readonly state: TokenState
}

export function begin(graph: ProcessGraph, start: Variables): PlayedCase {
  return { start, completions: [], state: getAccepted(startProcess(graph, start)).state }
}

/** Completes one of the open tasks, by chance. */
export function completeOne(
  graph: ProcessGraph,
  played: PlayedCase,
  random: () => number,
  variables: Variables,
): PlayedCase {
  const tasks = openTasks(played.state)
  const task = tasks[Math.floor(random() * tasks.length)]
  if (!task) return played
  const { state } = getAccepted(completeTask(graph, played.state, task.taskId, variables))
  return { ...played, completions: [...played.completions, { ...task, variables }], state }
}

export interface WayBack {
  readonly played: PlayedCase
  readonly advance: Advance
  readonly target: string
}

/** Goes back to one of the possible steps, by chance; undefined: there is none. */
export function goBack(graph: ProcessGraph, played: PlayedCase, random: () => number): WayBack | undefined {
  const targets = returnTargets(graph, played.state)
  const target = targets[Math.floor(random() * targets.length)]
  if (target === undefined) return undefined
  const advance = getAccepted(returnTo(graph, played.state, target))
  const voided = new Set(advance.voided.map((task) => task.taskId))
  const completions = played.completions.filter((done) => !voided.has(done.taskId))
  return { played: { ...played, completions, state: advance.state }, advance, target }
}

/** The state had only these completions ever happened; throws when one of them could not have. */
export function replay(graph: ProcessGraph, played: PlayedCase): TokenState {
  let state = getAccepted(startProcess(graph, played.start)).state
  for (const { elementId, variables } of played.completions) {
    const task = openTasks(state).find((open) => open.elementId === elementId)
    if (!task) throw new Error(`${elementId} rested on something that was voided`)
    state = getAccepted(completeTask(graph, state, task.taskId, variables)).state
  }
  return state
}

/** Completes task after task with these variables until the case has ended or `steps` are used up. */
export function finish(
  graph: ProcessGraph,
  played: PlayedCase,
  random: () => number,
  variables: Variables,
  steps = 200,
): PlayedCase {
  let rest = played
  for (let step = 0; step < steps && !rest.state.ended; step += 1) rest = completeOne(graph, rest, random, variables)
  return rest
}

/** What must agree between two ways to the same state: open elements and tokens at joins. */
export const marking = (state: TokenState) => ({
  open: state.open.map((task) => task.elementId).sort(),
  waiting: state.waiting.map((token) => token.flow).sort(),
  ended: state.ended,
})

/** A source of chance from a list of numbers, so that a failing run shrinks. */
export function chance(numbers: readonly number[]): () => number {
  let at = 0
  return () => numbers[at++ % numbers.length] ?? 0
}
