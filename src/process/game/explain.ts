import type { ProcessGraph } from '../process-graph.ts'
import { elementOf } from './token-draft.ts'
import type { TokenState } from './token-state.ts'

/** Where a case stands, by element ids, for drawing on its process. */
export interface Position {
  /** User tasks that are open. */
  readonly active: readonly string[]
  /** Joins at which a token waits for others. */
  readonly waiting: readonly string[]
  /** Completed tasks and fired joins that still count. */
  readonly done: readonly string[]
  /** User tasks that may still come, open ones left out. */
  readonly ahead: readonly string[]
}

/** The present position of a case in its process. */
export function explain(graph: ProcessGraph, state: TokenState): Position {
  const active = [...new Set(state.open.map((task) => task.elementId))]
  const waiting = new Set(
    state.waiting.map(({ flow }) => graph.nodes[graph.flows[graph.flowById.get(flow) ?? -1]?.target ?? -1]?.id ?? ''),
  )
  const done = new Set(state.done.map(({ event }) => elementOf(event)).filter((id) => graph.nodeById.has(id)))
  const reached = [...active, ...waiting].reduce((bits, id) => bits | reachableFrom(graph, id), 0n)
  const ahead = graph.tasks.filter(({ id }) => !active.includes(id) && isIn(reached, graph.nodeById.get(id)))
  return { active, waiting: [...waiting], done: [...done], ahead: ahead.map((task) => task.id) }
}

const reachableFrom = (graph: ProcessGraph, id: string) => graph.reachable[graph.nodeById.get(id) ?? -1] ?? 0n

const isIn = (bits: bigint, index: number | undefined) => index !== undefined && ((bits >> BigInt(index)) & 1n) === 1n
