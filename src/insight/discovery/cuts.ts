import { type FollowsGraph, groupsJoinedBy, hasEdge } from './follows-graph.ts'
import { loopCut } from './loop-cut.ts'
import type { Operator } from './process-tree.ts'
import { sequenceCut } from './sequence-cut.ts'

/** A way to divide the activities: local indexes in groups, at least two. For loops the first group is the body. */
export interface Cut {
  readonly operator: Operator
  readonly groups: readonly (readonly number[])[]
}

/** The first cut of the inductive miner that the graph has; undefined where it has none. */
export function findCut(graph: FollowsGraph): Cut | undefined {
  const kinds: readonly [Operator, (graph: FollowsGraph) => number[][]][] = [
    ['choice', choiceCut],
    ['sequence', sequenceCut],
    ['parallel', parallelCut],
    ['loop', loopCut],
  ]
  for (const [operator, cut] of kinds) {
    const groups = cut(graph)
    if (groups.length > 1) return { operator, groups }
  }
  return undefined
}

/** Activities that no path connects exclude each other. */
const choiceCut = (graph: FollowsGraph): number[][] =>
  groupsJoinedBy(graph.size, (a, b) => hasEdge(graph, a, b) || hasEdge(graph, b, a))

/** Activities that follow each other both ways are parallel; each branch must be able to begin and to end. */
function parallelCut(graph: FollowsGraph): number[][] {
  const groups = groupsJoinedBy(graph.size, (a, b) => !hasEdge(graph, a, b) || !hasEdge(graph, b, a))
  groups.sort((a, b) => a.length - b.length)
  const complete = (group: readonly number[]): boolean =>
    group.some((a) => (graph.starts[a] ?? 0) > 0) && group.some((a) => (graph.ends[a] ?? 0) > 0)
  for (let at = 0; at < groups.length && groups.length > 1; ) {
    const group = groups[at] ?? []
    if (complete(group)) at++
    else {
      groups.splice(at, 1)
      groups[Math.max(0, at - 1)]?.push(...group)
      // A neighbour that has grown may be complete now: look again from the start.
      at = 0
    }
  }
  return groups
}
