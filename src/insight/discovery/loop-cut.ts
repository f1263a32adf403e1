import { type FollowsGraph, groupsJoinedBy, hasEdge } from './follows-graph.ts'

/**
 * The body of a loop holds all start and end activities. What remains falls into connected groups; a group is a way back
 * only if it is entered from end activities alone and by all of them, and left to start activities alone and to all.
 */
export function loopCut(graph: FollowsGraph): number[][] {
  const { size } = graph
  const isStart = (a: number): boolean => (graph.starts[a] ?? 0) > 0
  const isEnd = (a: number): boolean => (graph.ends[a] ?? 0) > 0
  const inside = (a: number): boolean => !isStart(a) && !isEnd(a)
  const all = Array.from({ length: size }, (_, index) => index)
  const starts = all.filter(isStart)
  const ends = all.filter(isEnd)
  const connected = groupsJoinedBy(
    size,
    (a, b) => inside(a) && inside(b) && (hasEdge(graph, a, b) || hasEdge(graph, b, a)),
  )
  const body = [...new Set([...starts, ...ends])]
  const back: number[][] = []
  const enteredWell = (a: number): boolean =>
    !starts.some((s) => !isEnd(s) && hasEdge(graph, s, a)) && allOrNone(ends, (e) => hasEdge(graph, e, a))
  const leftWell = (a: number): boolean =>
    !ends.some((e) => !isStart(e) && hasEdge(graph, a, e)) && allOrNone(starts, (s) => hasEdge(graph, a, s))
  for (const group of connected) {
    if (!group.every(inside)) continue
    if (group.every((a) => enteredWell(a) && leftWell(a))) back.push(group)
    else body.push(...group)
  }
  return [body, ...back]
}

function allOrNone(items: readonly number[], holds: (item: number) => boolean): boolean {
  const count = items.filter(holds).length
  return count === 0 || count === items.length
}
