import type { ProcessGraph } from '../process-graph.ts'

/** A process without the flows that lead back, with what a drawing needs to know about it. Nodes and flows by number. */
export interface ForwardGraph {
  /** Column of each node: one more than the last of the nodes that lead to it. */
  readonly columns: readonly number[]
  /** Nodes that hang on a node: its branches and joins (immediate dominators; inner joins hang on their last branch). */
  readonly children: ReadonlyMap<number, readonly number[]>
  /** Chains of steps that only lead back, by the node under which they are drawn, first step first. */
  readonly reworkAt: ReadonlyMap<number, readonly (readonly number[])[]>
  /** Flows from a node that lead on. */
  leaving(node: number): readonly number[]
  /** A flow from a split straight to a join that other branches lead to as well. */
  isDirect(flow: number): boolean
  /** The node where all branches of `split` are together again. */
  isFinalJoin(node: number, split: number): boolean
  /** The last column of what hangs on a node. */
  depth(node: number): number
  isBack(flow: number): boolean
}

/** The nodes on the line (all but those that only lead back) and the flows between them that lead on. */
interface Line {
  readonly nodes: readonly number[]
  before(node: number): readonly number[]
  leaving(node: number): readonly number[]
  isBack(flow: number): boolean
}

/** Nodes must be in the order of `compileGraph`: a flow leads back exactly when its target does not stand later. */
export function forwardGraph(graph: ProcessGraph): ForwardGraph {
  const leadsBack = (flow: number) => (graph.flows[flow]?.target ?? 0) <= (graph.flows[flow]?.source ?? 0)
  const reworkAt = reworkChains(graph, leadsBack)
  const line = lineOf(graph, leadsBack, new Set([...reworkAt.values()].flat(2)))
  const columns = columnsOf(graph, line, reworkAt)
  const parents = immediateDominators(line)
  const finalJoins = finalJoinsOf(line, columns, parents)
  const isFinalJoin = (node: number, split: number) => finalJoins.get(split) === node
  const children = childrenOf(line, parents, isFinalJoin)
  const depth = (node: number): number => Math.max(columns[node] ?? 0, ...(children.get(node) ?? []).map(depth))
  const isDirect = (flow: number) => {
    const { source = 0, target = 0 } = graph.flows[flow] ?? {}
    return line.leaving(source).length > 1 && line.before(target).length > 1
  }
  return { columns, children, reworkAt, leaving: line.leaving, isDirect, isFinalJoin, depth, isBack: line.isBack }
}

function lineOf(graph: ProcessGraph, leadsBack: (flow: number) => boolean, aside: ReadonlySet<number>): Line {
  const isBack = (flow: number) => leadsBack(flow) || aside.has(graph.flows[flow]?.target ?? -1)
  const onward = (flows: readonly number[] = []) => flows.filter((flow) => !isBack(flow))
  return {
    nodes: graph.nodes.map((_, node) => node).filter((node) => !aside.has(node)),
    before: (node) => onward(graph.nodes[node]?.incoming).map((flow) => graph.flows[flow]?.source ?? 0),
    leaving: (node) => onward(graph.nodes[node]?.outgoing),
    isBack,
  }
}

function columnsOf(graph: ProcessGraph, line: Line, reworkAt: ForwardGraph['reworkAt']): number[] {
  const columns: number[] = graph.nodes.map(() => 0)
  for (const node of line.nodes) {
    columns[node] = Math.max(0, ...line.before(node).map((before) => (columns[before] ?? 0) + 1))
  }
  for (const [under, chains] of reworkAt) {
    for (const chain of chains) {
      for (const [step, node] of chain.entries()) columns[node] = (columns[under] ?? 0) - 1 - step
    }
  }
  return columns
}

/** For every split the last of the joins that hang on it. */
function finalJoinsOf(
  line: Line,
  columns: readonly number[],
  parents: ReadonlyMap<number, number>,
): Map<number, number> {
  const joins = new Map<number, number>()
  for (const node of line.nodes) {
    const parent = parents.get(node)
    if (parent === undefined || line.before(node).length < 2) continue
    const best = joins.get(parent)
    if (best === undefined || (columns[node] ?? 0) > (columns[best] ?? 0)) joins.set(parent, node)
  }
  return joins
}

function childrenOf(
  line: Line,
  parents: ReadonlyMap<number, number>,
  isFinalJoin: (node: number, split: number) => boolean,
): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const node of line.nodes) {
    const parent = parents.get(node)
    if (parent === undefined) continue
    const before = line.before(node)
    const hangsOn = before.length > 1 && !isFinalJoin(node, parent) ? Math.max(...before) : parent
    children.set(hangsOn, [...(children.get(hangsOn) ?? []), node])
  }
  return children
}

/** Steps with one way in and one way out that end in a flow back and have room below the line they lead back over. */
function reworkChains(graph: ProcessGraph, isBack: (flow: number) => boolean): Map<number, number[][]> {
  const chains = new Map<number, number[][]>()
  for (const [back, flow] of graph.flows.entries()) {
    if (!isBack(back)) continue
    const chain: number[] = []
    let at = flow.source
    for (let node = graph.nodes[at]; node?.kind === 'task' && node.incoming.length === 1; node = graph.nodes[at]) {
      const from = graph.flows[node.incoming[0] ?? -1]?.source
      if (from === undefined || from === flow.target) break
      chain.unshift(at)
      at = from
    }
    const split = graph.nodes[at]
    const leadsOn = (split?.outgoing ?? []).some((out) => !isBack(out) && graph.flows[out]?.target !== chain[0])
    if (chain.length === 0 || split?.kind !== 'exclusive' || !leadsOn) continue
    if (at - flow.target <= chain.length) continue
    chains.set(at, [...(chains.get(at) ?? []), chain])
  }
  return chains
}

/** For every node the last node that every way to it passes (Cooper, Harvey, Kennedy: A Simple, Fast Dominance Algorithm). */
function immediateDominators(line: Line): Map<number, number> {
  const parents = new Map<number, number>()
  const meet = (one: number, other: number): number => {
    let [a, b] = [one, other]
    while (a !== b) {
      if (a > b) a = parents.get(a) ?? 0
      else b = parents.get(b) ?? 0
    }
    return a
  }
  for (const node of line.nodes) {
    const [first, ...rest] = line.before(node)
    if (first !== undefined) parents.set(node, rest.reduce(meet, first))
  }
  return parents
}
