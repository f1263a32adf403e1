import type { Fault } from '#kernel'
import type { Variables } from '../condition.ts'
import type { GraphNode, ProcessGraph } from '../process-graph.ts'
import type { Advance, ClosedTask, DoneEvent, OpenTask, OpenToken, TokenState, WaitingToken } from './token-state.ts'

/** A token state open to change while one move of the game is made. */
export interface TokenDraft {
  readonly graph: ProcessGraph
  readonly variables: Variables
  open: OpenToken[]
  waiting: WaitingToken[]
  done: DoneEvent[]
  readonly rounds: Record<string, number>
  readonly faults: Fault[]
  /** A terminate end was reached: no token moves any more. */
  terminated: boolean
  readonly migrated: boolean
}

export const emptyState: TokenState = { open: [], waiting: [], done: [], rounds: {}, ended: false }

export function draftFrom(graph: ProcessGraph, state: TokenState, variables: Variables): TokenDraft {
  return {
    graph,
    variables,
    open: [...state.open],
    waiting: [...state.waiting],
    done: [...state.done],
    rounds: { ...state.rounds },
    faults: [],
    terminated: false,
    migrated: state.migrated ?? false,
  }
}

/** The id of the next happening of an element: `elementId#n`. */
export function nextRound(draft: TokenDraft, elementId: string): string {
  const round = roundsOf(draft, elementId) + 1
  if (draft.rounds[elementId] !== undefined) draft.rounds[elementId] = round
  return `${elementId}#${round}`
}

/** Keeps the count of an element whose happenings can no longer be counted, since one of them is taken out. */
export function rememberRounds(draft: TokenDraft, elementId: string): void {
  draft.rounds[elementId] = roundsOf(draft, elementId)
}

function roundsOf({ rounds, done, open }: TokenDraft, elementId: string): number {
  const remembered = rounds[elementId]
  if (remembered !== undefined) return remembered
  const prefix = `${elementId}#`
  let count = 0
  for (const { event } of done) if (event.startsWith(prefix)) count += 1
  for (const { taskId } of open) if (taskId.startsWith(prefix)) count += 1
  return count
}

/** The element an event or task id belongs to; element ids are XML names and hold no `#`. */
export const elementOf = (event: string): string => event.slice(0, event.lastIndexOf('#'))

export function openAt(draft: TokenDraft, elementId: string, after: string): void {
  draft.open.push({ taskId: nextRound(draft, elementId), elementId, after })
}

export function nodeAt(graph: ProcessGraph, index: number): GraphNode {
  const node = graph.nodes[index]
  if (!node) throw new Error(`process ${graph.id} has no node ${index}`)
  return node
}

/** Closes the draft: what was opened and closed is the difference to the state before. */
export function advanceFrom(
  before: TokenState,
  draft: TokenDraft,
  completed: string | undefined,
  why: ClosedTask['because'],
  voided: readonly OpenTask[] = [],
): Advance {
  const ended = draft.open.length === 0
  if (ended && draft.waiting.length > 0) {
    throw new Error(`process ${draft.graph.id} is stuck: ${draft.waiting.map((token) => token.flow).join(', ')}`)
  }
  const known = new Set(before.open.map((task) => task.taskId))
  const still = new Set(draft.open.map((task) => task.taskId))
  const { open, waiting, done, rounds } = draft
  return {
    state: { open, waiting, done, rounds, ended, ...(draft.migrated ? { migrated: true } : {}) },
    opened: open.filter((task) => !known.has(task.taskId)).map(({ taskId, elementId }) => ({ taskId, elementId })),
    closed: before.open
      .filter((task) => !still.has(task.taskId))
      .map(({ taskId, elementId }) => ({ taskId, elementId, because: taskId === completed ? 'completed' : why })),
    ended,
    voided,
    voidedElements: [...new Set(voided.map((task) => task.elementId))],
  }
}
