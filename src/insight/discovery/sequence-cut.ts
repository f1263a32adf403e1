import { type FollowsGraph, groupsJoinedBy, hasEdge, reachability } from './follows-graph.ts'

/**
 * Activities that lead to each other, or not at all, belong together; the groups are ordered by what leads to what. Then
 * groups that can be passed over are joined with neighbours that depend on them (the strict sequence cut of S. J. J.
 * Leemans, "Robust process mining with guarantees", thesis, Eindhoven 2017, section 6.1), so that skipping several steps
 * together is not taken for skipping each on its own.
 */
export function sequenceCut(graph: FollowsGraph): number[][] {
  const { size } = graph
  const reach = reachability(graph)
  const leads = (a: number, b: number): boolean => reach[a * size + b] === 1
  const groups = groupsJoinedBy(size, (a, b) => leads(a, b) === leads(b, a))
  const rank = ([first = 0]: readonly number[]): number => {
    let before = 0
    for (let other = 0; other < size; other++) before += Number(leads(other, first)) - Number(leads(first, other))
    return before
  }
  groups.sort((a, b) => rank(a) - rank(b))
  return groups.length > 1 ? joinSkippable(graph, groups) : groups
}

function joinSkippable(graph: FollowsGraph, ordered: readonly number[][]): number[][] {
  const groups = ordered.map((group) => [...group])
  const { earliestSource, latestTarget } = spans(graph, groups)
  for (let p = 0; p < groups.length; p++) {
    if (!isSkippable(graph, groups, p)) continue
    const join = (q: number): void => {
      groups[p]?.push(...(groups[q] ?? []))
      groups[q] = []
    }
    for (let q = p - 1; q >= 0 && (latestTarget[q] ?? 0) <= p; q--) join(q)
    for (let q = p + 1; q < groups.length && (earliestSource[q] ?? 0) >= p; q++) join(q)
  }
  return groups.filter((group) => group.length > 0)
}

/** The first group that leads into each group (−∞: the start), and the last that each leads to (∞: the end). */
function spans(graph: FollowsGraph, groups: readonly (readonly number[])[]) {
  const groupOf = new Map(groups.flatMap((group, g) => group.map((a) => [a, g] as const)))
  const any = (group: readonly number[], counts: Uint32Array): boolean => group.some((a) => (counts[a] ?? 0) > 0)
  const earliestSource = groups.map((group) => (any(group, graph.starts) ? -Infinity : Infinity))
  const latestTarget = groups.map((group) => (any(group, graph.ends) ? Infinity : -Infinity))
  for (let a = 0; a < graph.size; a++) {
    for (let b = 0; b < graph.size; b++) {
      if (!hasEdge(graph, a, b)) continue
      const from = groupOf.get(a) ?? 0
      const to = groupOf.get(b) ?? 0
      earliestSource[to] = Math.min(earliestSource[to] ?? Infinity, from)
      latestTarget[from] = Math.max(latestTarget[from] ?? -Infinity, to)
    }
  }
  return { earliestSource, latestTarget }
}

/** Does a trace pass group p over: from before it to behind it, by beginning behind it, or by ending before it? */
function isSkippable(graph: FollowsGraph, groups: readonly (readonly number[])[], p: number): boolean {
  const before = groups.slice(0, p).flat()
  const behind = groups.slice(p + 1).flat()
  return (
    behind.some((b) => (graph.starts[b] ?? 0) > 0) ||
    before.some((a) => (graph.ends[a] ?? 0) > 0) ||
    before.some((a) => behind.some((b) => hasEdge(graph, a, b)))
  )
}
