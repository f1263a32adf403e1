import type { SubLog } from './sub-log.ts'

/** Directly-follows graph of a part of a log, over local indexes 0 … size − 1. */
export interface FollowsGraph {
  readonly size: number
  /** Activity code of each index, ascending. */
  readonly codes: readonly number[]
  /** `follows[a * size + b]`: how often b came right after a. */
  readonly follows: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

export function followsGraph(log: SubLog): FollowsGraph {
  const codes = [...new Set(log.flatMap(({ activities }) => activities))].sort((a, b) => a - b)
  const indexOf = new Map(codes.map((code, index) => [code, index]))
  const size = codes.length
  const graph = {
    size,
    codes,
    follows: new Uint32Array(size * size),
    starts: new Uint32Array(size),
    ends: new Uint32Array(size),
  }
  const increase = (counts: Uint32Array, at: number, by: number): void => {
    counts[at] = (counts[at] ?? 0) + by
  }
  for (const { activities, count } of log) {
    let before = -1
    for (const code of activities) {
      const index = indexOf.get(code) ?? 0
      if (before < 0) increase(graph.starts, index, count)
      else increase(graph.follows, before * size + index, count)
      before = index
    }
    if (before >= 0) increase(graph.ends, before, count)
  }
  return graph
}

/**
 * The graph without its infrequent edges: an edge stays when it was taken more than `noise` times as often as the most
 * frequent way out of its source, ending there included (S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst,
 * "Discovering block-structured process models from event logs containing infrequent behaviour", BPM workshops 2013).
 */
export function withoutInfrequent(graph: FollowsGraph, noise: number): FollowsGraph {
  const { size, follows, ends } = graph
  const kept = follows.slice()
  for (let a = 0; a < size; a++) {
    const row = follows.subarray(a * size, (a + 1) * size)
    const most = row.reduce((max, count) => Math.max(max, count), ends[a] ?? 0)
    row.forEach((count, b) => {
      if (count <= noise * most) kept[a * size + b] = 0
    })
  }
  return { ...graph, follows: kept }
}

export const hasEdge = (graph: FollowsGraph, from: number, to: number): boolean =>
  (graph.follows[from * graph.size + to] ?? 0) > 0

/** `reach[a * size + b]` is 1 where a way of one or more edges leads from a to b. */
export function reachability(graph: FollowsGraph): Uint8Array {
  const { size } = graph
  const reach = Uint8Array.from(graph.follows, (count) => (count > 0 ? 1 : 0))
  for (let via = 0; via < size; via++) {
    for (let a = 0; a < size; a++) {
      if (!reach[a * size + via]) continue
      for (let b = 0; b < size; b++) if (reach[via * size + b]) reach[a * size + b] = 1
    }
  }
  return reach
}

/** Groups of indexes that are joined by the pairs `joined` names (union of sets). */
export function groupsJoinedBy(size: number, joined: (a: number, b: number) => boolean): number[][] {
  const parent = Array.from({ length: size }, (_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) if (joined(a, b)) parent[root(b)] = root(a)
  }
  const groups = new Map<number, number[]>()
  for (let index = 0; index < size; index++) groups.set(root(index), [...(groups.get(root(index)) ?? []), index])
  return [...groups.values()]
}
