import type { FlowBus, FlowCase } from './flow-case.ts'
import { getOpenEndAdmittance } from './half-open.ts'
import { getIncidence } from './incidence.ts'

/** What a node does in the solution. */
export const nodeKind = { load: 0, voltage: 1, slack: 2, dead: 3 } as const

/**
 * A case made ready for solving: buses joined by links are one node, branches open at one end have become shunts,
 * everything in per unit of `baseMva` in typed arrays. Node arrays have `nodeCount`, edge arrays `edgeCount` entries.
 */
export interface CompiledCase {
  readonly source: FlowCase
  readonly nodeCount: number
  /** Node of each bus. */
  readonly nodeOfBus: Int32Array
  readonly kind: Uint8Array
  /** Constant-power demand, pu. */
  readonly loadP: Float64Array
  readonly loadQ: Float64Array
  /** Constant-current demand at 1 pu. */
  readonly currentP: Float64Array
  readonly currentQ: Float64Array
  readonly hasCurrentLoads: boolean
  /** Shunt admittance of the node itself and of branches open at their far end, pu. */
  readonly shuntG: Float64Array
  readonly shuntB: Float64Array
  /** The node's own shunt alone. */
  readonly ownShuntG: Float64Array
  readonly ownShuntB: Float64Array
  readonly halfOpen: readonly HalfOpenBranch[]
  readonly setPu: Float64Array
  readonly setRad: Float64Array
  readonly edgeCount: number
  /** Branch of each edge: a branch closed at both ends between two different live nodes. */
  readonly branchOfEdge: Int32Array
  readonly edgeFrom: Int32Array
  readonly edgeTo: Int32Array
}

/** A branch fed from one end only: it draws its charging and little else. */
export interface HalfOpenBranch {
  readonly branch: number
  readonly node: number
  readonly isFromEnd: boolean
  readonly g: number
  readonly b: number
}

/** Joins linked buses, sets aside what is open or out of service, and finds what no source feeds. */
export function compileCase(source: FlowCase): CompiledCase {
  const { nodeOfBus, nodeCount } = joinLinkedBuses(source)
  const nodes = sumNodes(source, nodeOfBus, nodeCount)
  const [ownShuntG, ownShuntB] = [nodes.shuntG.slice(), nodes.shuntB.slice()]
  const edges = collectEdges(source, nodeOfBus, nodes)
  markDead(nodes.kind, edges.edgeFrom, edges.edgeTo)
  const isLive = edges.branchOfEdge.map((_, edge) =>
    nodes.kind[edges.edgeFrom[edge] as number] === nodeKind.dead ? 0 : 1,
  )
  const keep = (values: Int32Array) => values.filter((_, edge) => isLive[edge] === 1)
  const branchOfEdge = keep(edges.branchOfEdge)
  return {
    source,
    nodeCount,
    nodeOfBus,
    ...nodes,
    ownShuntG,
    ownShuntB,
    halfOpen: edges.halfOpen.filter(({ node }) => nodes.kind[node] !== nodeKind.dead),
    hasCurrentLoads: nodes.currentP.some((value) => value !== 0) || nodes.currentQ.some((value) => value !== 0),
    edgeCount: branchOfEdge.length,
    branchOfEdge,
    edgeFrom: keep(edges.edgeFrom),
    edgeTo: keep(edges.edgeTo),
  }
}

function joinLinkedBuses(source: FlowCase): { nodeOfBus: Int32Array; nodeCount: number } {
  const leader = Int32Array.from(source.buses, (_, bus) => bus)
  const find = (bus: number): number => {
    let at = bus
    while (leader[at] !== at) {
      leader[at] = leader[leader[at] as number] as number
      at = leader[at] as number
    }
    return at
  }
  for (const { from, to } of source.links) {
    if (!source.buses[from]?.isInService || !source.buses[to]?.isInService) continue
    // The smaller index leads, so that the order of nodes follows the order of buses.
    const [a, b] = [find(from), find(to)]
    leader[Math.max(a, b)] = Math.min(a, b)
  }
  const nodeOfBus = new Int32Array(source.buses.length)
  let nodeCount = 0
  for (let bus = 0; bus < nodeOfBus.length; bus++) {
    const top = find(bus)
    nodeOfBus[bus] = top === bus ? nodeCount++ : (nodeOfBus[top] as number)
  }
  return { nodeOfBus, nodeCount }
}

type Nodes = ReturnType<typeof sumNodes>

function sumNodes({ buses, baseMva }: FlowCase, nodeOfBus: Int32Array, nodeCount: number) {
  const zeros = () => new Float64Array(nodeCount)
  const nodes = {
    kind: new Uint8Array(nodeCount).fill(nodeKind.dead),
    loadP: zeros(),
    loadQ: zeros(),
    currentP: zeros(),
    currentQ: zeros(),
    shuntG: zeros(),
    shuntB: zeros(),
    setPu: zeros().fill(1),
    setRad: zeros(),
  }
  const add = (into: Float64Array, node: number, value: number) => {
    into[node] = (into[node] as number) + value / baseMva
  }
  for (const [at, bus] of buses.entries()) {
    if (!bus.isInService) continue
    const node = nodeOfBus[at] as number
    add(nodes.loadP, node, bus.loadMw)
    add(nodes.loadQ, node, bus.loadMvar)
    add(nodes.currentP, node, bus.currentLoadMw ?? 0)
    add(nodes.currentQ, node, bus.currentLoadMvar ?? 0)
    add(nodes.shuntG, node, bus.shuntMw)
    add(nodes.shuntB, node, -bus.shuntMvar)
    takeStrongerKind(nodes, node, bus)
  }
  return nodes
}

function takeStrongerKind(
  nodes: { kind: Uint8Array; setPu: Float64Array; setRad: Float64Array },
  node: number,
  bus: FlowBus,
) {
  const kind = nodeKind[bus.kind]
  const present = nodes.kind[node] as number
  if (present !== nodeKind.dead && present >= kind) return
  nodes.kind[node] = kind
  nodes.setPu[node] = bus.setPu
  nodes.setRad[node] = (bus.setDegree * Math.PI) / 180
}

function collectEdges({ branches }: FlowCase, nodeOfBus: Int32Array, nodes: Nodes) {
  const branchOfEdge: number[] = []
  const edgeFrom: number[] = []
  const edgeTo: number[] = []
  const halfOpen: HalfOpenBranch[] = []
  for (const [at, branch] of branches.entries()) {
    const from = nodeOfBus[branch.from] as number
    const to = nodeOfBus[branch.to] as number
    const isFromLive = branch.isFromClosed && nodes.kind[from] !== nodeKind.dead
    const isToLive = branch.isToClosed && nodes.kind[to] !== nodeKind.dead
    if (isFromLive && isToLive && from !== to) {
      branchOfEdge.push(at)
      edgeFrom.push(from)
      edgeTo.push(to)
    } else if (isFromLive !== isToLive) {
      const node = isFromLive ? from : to
      const [g, b] = getOpenEndAdmittance(branch, isFromLive)
      nodes.shuntG[node] = (nodes.shuntG[node] as number) + g
      nodes.shuntB[node] = (nodes.shuntB[node] as number) + b
      halfOpen.push({ branch: at, node, isFromEnd: isFromLive, g, b })
    }
  }
  return {
    halfOpen,
    branchOfEdge: Int32Array.from(branchOfEdge),
    edgeFrom: Int32Array.from(edgeFrom),
    edgeTo: Int32Array.from(edgeTo),
  }
}

/** Nodes that no slack reaches are dead. */
function markDead(kind: Uint8Array, edgeFrom: Int32Array, edgeTo: Int32Array): void {
  const { start, edges } = getIncidence(kind.length, edgeFrom, edgeTo)
  const reached = new Uint8Array(kind.length)
  const stack: number[] = []
  for (let node = 0; node < kind.length; node++) {
    if (kind[node] !== nodeKind.slack) continue
    reached[node] = 1
    stack.push(node)
  }
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let at = start[node] as number; at < (start[node + 1] as number); at++) {
      const edge = edges[at] as number
      const next = ((edgeFrom[edge] as number) === node ? edgeTo[edge] : edgeFrom[edge]) as number
      if (reached[next] === 1) continue
      reached[next] = 1
      stack.push(next)
    }
  }
  for (let node = 0; node < kind.length; node++) if (reached[node] === 0) kind[node] = nodeKind.dead
}
