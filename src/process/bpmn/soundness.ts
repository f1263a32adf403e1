import type { Fault } from '#kernel'
import type { GraphNode, ProcessGraph } from '../process-graph.ts'

/** Markings looked at before a process counts as not provable; sixteen parallel branches without choices stay below. */
const MARKING_CAP = 100_000

/** A set of flows that carry a token, one bit each: sound processes never have two tokens on one flow. */
export type Marking = bigint

/** What the state space of a process showed. */
interface Exploration {
  readonly markings: ReadonlyMap<Marking, readonly Marking[]>
  /** Elements that would send a second token where one already is. */
  readonly overfull: ReadonlySet<string>
  readonly capped: boolean
}

const bit = (flow: number): Marking => 1n << BigInt(flow)
const bitsOf = (flows: readonly number[]): Marking => flows.reduce((bits, flow) => bits | bit(flow), 0n)

/**
 * Proves that every case can end, that no element gets two tokens at once and that every flow can be taken, by looking
 * at every marking (soundness of workflow nets, van der Aalst 1998; conditions count as free choices).
 */
export function checkSoundness(graph: ProcessGraph): Fault[] {
  const explored = explore(graph, bitsOf(graph.nodes[graph.start]?.outgoing ?? []))
  const faults = completionFaults(graph, explored)
  if (faults.length > 0) return faults
  const taken = [...explored.markings.keys()].reduce((all, marking) => all | marking, 0n)
  const last = chainEnds(graph)
  return graph.flows.flatMap(({ id }, index) =>
    taken & bit(last[index] ?? index) ? [] : [{ path: id, code: 'never-taken' }],
  )
}

/** Why a case with tokens on these flows might not end cleanly; empty: it always can. */
export function checkCompletion(graph: ProcessGraph, flows: readonly number[]): Fault[] {
  const last = chainEnds(graph)
  const settled = flows.map((flow) => last[flow] ?? flow)
  const twice = settled.filter((flow, index) => settled.indexOf(flow) < index)
  if (twice.length > 0) {
    return twice.map((flow) => ({ path: graph.nodes[graph.flows[flow]?.source ?? -1]?.id ?? '', code: 'two-tokens' }))
  }
  return completionFaults(graph, explore(graph, bitsOf(flows)))
}

function completionFaults(graph: ProcessGraph, explored: Exploration): Fault[] {
  if (explored.capped) return [{ path: graph.id, code: 'too-many-states', data: { cap: MARKING_CAP } }]
  if (explored.overfull.size > 0) {
    return [...explored.overfull].map((path) => ({ path, code: 'two-tokens' }))
  }
  const canEnd = reachingEnd(explored.markings)
  const hopeless = [...explored.markings.keys()].filter((marking) => !canEnd.has(marking))
  const joins = graph.nodes.flatMap((node) =>
    stuckAt(
      graph,
      node,
      hopeless.filter((m) => explored.markings.get(m)?.length === 0),
    ),
  )
  if (joins.length > 0) return joins
  return hopeless.length > 0 ? [{ path: graph.id, code: 'cannot-end' }] : []
}

/** A join where a token may wait for ever, with the flows it waits for. */
function stuckAt(graph: ProcessGraph, node: GraphNode, stuck: readonly Marking[]): Fault[] {
  const wanted = bitsOf(node.incoming)
  const missing = stuck.filter((m) => (m & wanted) !== 0n).reduce((bits, m) => bits | (wanted & ~m), 0n)
  if (missing === 0n) return []
  const waitsFor = node.incoming.filter((flow) => missing & bit(flow)).map((flow) => graph.flows[flow]?.id)
  return [{ path: node.id, code: 'join-may-wait-for-ever', data: { waitsFor } }]
}

function explore(graph: ProcessGraph, start: Marking): Exploration {
  const last = chainEnds(graph)
  const markings = new Map<Marking, readonly Marking[]>()
  const overfull = new Set<string>()
  const queue = [settle(graph, start, last)]
  for (let marking = queue.pop(); marking !== undefined; marking = queue.pop()) {
    if (markings.has(marking)) continue
    if (markings.size >= MARKING_CAP) return { markings, overfull, capped: true }
    const next: Marking[] = []
    for (const node of graph.nodes) next.push(...firings(node, marking, last, overfull))
    markings.set(marking, next)
    queue.push(...next)
  }
  return { markings, overfull, capped: false }
}

/** For each flow the last one of its chain of single-entry tasks: where on a chain a token stands makes no difference. */
function chainEnds(graph: ProcessGraph): number[] {
  return graph.flows.map((_, flow) => {
    for (let last = flow; ; ) {
      const node = graph.nodes[graph.flows[last]?.target ?? -1]
      const next = node?.outgoing[0]
      if (node?.kind !== 'task' || node.incoming.length > 1 || next === undefined || next === flow) return last
      last = next
    }
  })
}

function settle(graph: ProcessGraph, marking: Marking, last: readonly number[]): Marking {
  return bitsOf(graph.flows.flatMap((_, flow) => (marking & bit(flow) ? [last[flow] ?? flow] : [])))
}

/** The markings one node can turn a marking into. Firings that would put a second token on a chain are noted instead. */
function firings(node: GraphNode, marking: Marking, last: readonly number[], overfull: Set<string>): Marking[] {
  const arrived = node.incoming.filter((flow) => marking & bit(flow))
  if (arrived.length === 0) return []
  if (node.kind === 'terminate') return [0n]
  const joins = node.kind === 'parallel'
  if (joins && arrived.length < node.incoming.length) return []
  const consumed = joins ? [bitsOf(arrived)] : arrived.map(bit)
  const leaving = bitsOf(node.outgoing.map((flow) => last[flow] ?? flow))
  const produced = node.kind === 'exclusive' ? node.outgoing.map((flow) => bit(last[flow] ?? flow)) : [leaving]
  return consumed.flatMap((taken) =>
    produced.flatMap((sent) => {
      const rest = marking & ~taken
      if ((rest & sent) === 0n) return [rest | sent]
      overfull.add(node.id)
      return []
    }),
  )
}

function reachingEnd(markings: ReadonlyMap<Marking, readonly Marking[]>): Set<Marking> {
  const before = new Map<Marking, Marking[]>()
  for (const [marking, next] of markings) {
    for (const later of next) {
      const earlier = before.get(later)
      if (earlier) earlier.push(marking)
      else before.set(later, [marking])
    }
  }
  const reaching = new Set<Marking>()
  const queue: Marking[] = [0n]
  for (let marking = queue.pop(); marking !== undefined; marking = queue.pop()) {
    if (reaching.has(marking)) continue
    reaching.add(marking)
    queue.push(...(before.get(marking) ?? []))
  }
  return reaching
}
