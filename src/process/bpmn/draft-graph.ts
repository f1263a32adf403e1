import type { NodeKind } from '../process-graph.ts'

/** A node of a process file before its connections are proved. */
export interface DraftNode {
  readonly id: string
  readonly name: string
  readonly kind: NodeKind
  readonly defaultFlow?: string
}

/** A sequence flow with ends that may still point nowhere. */
export interface DraftFlow {
  readonly id: string
  readonly name: string
  readonly source: string | undefined
  readonly target: string | undefined
  readonly condition?: string
  readonly conditionLanguage?: string
}

/** The elements of one process that mean something to the token game, in document order. */
export interface DraftGraph {
  readonly id: string
  readonly name: string
  readonly nodes: readonly DraftNode[]
  readonly flows: readonly DraftFlow[]
}

export const incomingOf = (draft: DraftGraph, id: string) => draft.flows.filter((flow) => flow.target === id)
export const outgoingOf = (draft: DraftGraph, id: string) => draft.flows.filter((flow) => flow.source === id)

/** Ids of everything that can be reached from `start` over `next`, itself included. */
export function spread(start: readonly string[], next: (id: string) => readonly (string | undefined)[]): Set<string> {
  const seen = new Set(start)
  const queue = [...start]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const neighbour of next(id)) {
      if (neighbour === undefined || seen.has(neighbour)) continue
      seen.add(neighbour)
      queue.push(neighbour)
    }
  }
  return seen
}
