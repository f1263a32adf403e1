import { MarkingSpace } from '../petri/marking-space.ts'
import type { AcceptingNet } from '../petri/petri-net.ts'
import { type Estimate, MarkingEquation } from './marking-equation.ts'

/** One step of an alignment: an event of the log, a transition of the model, or both together. */
export interface AlignmentMove {
  /** Number of the event in the trace, -1 for a move of the model alone. */
  readonly event: number
  /** Transition of the net, -1 for a move of the log alone. */
  readonly transition: number
}

export interface FoundAlignment {
  /** Moves of the log alone plus moves of the model alone with a visible transition. */
  readonly cost: number
  readonly moves: readonly AlignmentMove[]
}

/** `unreachable`: the final marking cannot be reached; `too-large`: the search ended without an answer. */
export type SearchFailure = 'unreachable' | 'too-large'

const mostNodes = 1_000_000

interface Node {
  /** Number in the marking space. */
  readonly marking: number
  readonly position: number
  cost: number
  /** Lower bound of what is to come. */
  ahead: number
  /** The solution behind `ahead`; undefined while it is only what the parent's estimate leaves. */
  moves: Float32Array | undefined
  parent: Node | undefined
  move: AlignmentMove
  done: boolean
}

const noMove: AlignmentMove = { event: -1, transition: -1 }

/**
 * Optimal alignments by A* on the synchronous product, guided by the marking equation. Costs are whole numbers, so the
 * queue is a row of stacks and equal costs are searched depth first, which runs straight through a trace that fits.
 */
export class AlignmentSearch {
  readonly #labelOf: Int32Array
  readonly #labelCount: number
  readonly #markings: MarkingSpace
  readonly #initial: number
  readonly #final: number
  readonly #equation: MarkingEquation

  /** `labelOf`: label of each transition, -1 for silent ones. */
  constructor(net: AcceptingNet, labelOf: Int32Array, labelCount: number) {
    this.#labelOf = labelOf
    this.#labelCount = labelCount
    this.#markings = new MarkingSpace(net)
    this.#initial = this.#markings.numberOf(net.initial)
    this.#final = this.#markings.numberOf(net.final)
    this.#equation = new MarkingEquation(net, labelOf, labelCount)
  }

  /** `trace`: label of each event; every one is a label of the net. */
  align(trace: readonly number[]): FoundAlignment | SearchFailure {
    const toCome = this.#eventsToCome(trace)
    const open: Node[][] = []
    const nodes = new Map<number, Node>()
    const start = newNode(this.#initial, 0)
    start.cost = 0
    nodes.set(nodeKey(this.#initial, 0, trace.length), start)
    this.#settle(start, toCome)
    if (start.ahead === Number.POSITIVE_INFINITY) return 'unreachable'
    put(open, start)
    for (let at = 0; at < open.length; at++) {
      const stack = open[at] ?? []
      for (let node = stack.pop(); node; node = stack.pop()) {
        if (node.done || node.cost + node.ahead !== at || !this.#isSettled(node, toCome, open)) continue
        node.done = true
        if (node.position === trace.length && node.marking === this.#final) return found(node)
        this.#expand(node, trace, nodes, open)
        if (nodes.size > mostNodes) return 'too-large'
      }
    }
    return 'unreachable'
  }

  /** How many events of each label come at each position. */
  #eventsToCome(trace: readonly number[]): readonly Uint16Array[] {
    const counts: Uint16Array[] = [new Uint16Array(this.#labelCount)]
    for (const label of trace.toReversed()) {
      const more = (counts[0] as Uint16Array).slice()
      more[label] = (more[label] as number) + 1
      counts.unshift(more)
    }
    return counts
  }

  /** False where solving shows that the node costs more than was thought: it then waits in its new place. */
  #isSettled(node: Node, toCome: readonly Uint16Array[], open: Node[][]): boolean {
    if (node.moves) return true
    const before = node.ahead
    this.#settle(node, toCome)
    if (node.ahead === before) return true
    put(open, node)
    return false
  }

  /** Solves the marking equation for a node that so far has only its parent's leavings. */
  #settle(node: Node, toCome: readonly Uint16Array[]): void {
    const estimate: Estimate = this.#equation.solve(
      this.#markings.marking(node.marking),
      toCome[node.position] as Uint16Array,
    )
    // Costs are whole numbers, so a bound of 1.3 is one of 2; the margin keeps rounding from lifting 1.0000001 to 2.
    node.ahead = Math.max(node.ahead, Math.ceil(estimate.cost - 1e-5))
    node.moves = estimate.moves
  }

  #expand(node: Node, trace: readonly number[], nodes: Map<number, Node>, open: Node[][]): void {
    const label = trace[node.position] ?? -2
    const event = node.position
    const reach = (marking: number, position: number, cost: number, move: AlignmentMove, column: number): void => {
      const key = nodeKey(marking, position, trace.length)
      const known = nodes.get(key)
      const next = known ?? newNode(marking, position)
      if (!known) nodes.set(key, next)
      if (improve(next, node, cost, move, column)) put(open, next)
    }
    if (label >= 0) reach(node.marking, event + 1, 1, { event, transition: -1 }, this.#equation.logMove(label))
    const firings = this.#markings.firings(node.marking)
    for (const { transition, next } of firings) {
      const cost = this.#labelOf[transition] === -1 ? 0 : 1
      reach(next, event, cost, { event: -1, transition }, this.#equation.modelMove(transition))
    }
    // Put last, so tried first.
    for (const { transition, next } of firings) {
      if (this.#labelOf[transition] !== label) continue
      reach(next, event + 1, 0, { event, transition }, this.#equation.synchronousMove(transition))
    }
  }
}

const nodeKey = (marking: number, position: number, length: number): number => marking * (length + 1) + position

const newNode = (marking: number, position: number): Node => ({
  marking,
  position,
  cost: Number.POSITIVE_INFINITY,
  ahead: 0,
  moves: undefined,
  parent: undefined,
  move: noMove,
  done: false,
})

/** Takes the way over `parent` if it is cheaper than the one known. */
function improve(node: Node, parent: Node, price: number, move: AlignmentMove, column: number): boolean {
  const cost = parent.cost + price
  if (cost >= node.cost) return false
  node.cost = cost
  // Never less than the parent leaves, so that costs only grow along a way and no finished stack fills again.
  node.ahead = Math.max(node.ahead, parent.ahead - price)
  // A move the parent's solution makes leaves a solution for the child: no need to solve again.
  if (!node.moves && (parent.moves?.[column] ?? 0) > 1 - 1e-6) node.moves = withoutOne(parent.moves, column)
  node.parent = parent
  node.move = move
  node.done = false
  return true
}

function withoutOne(moves: Float32Array | undefined, column: number): Float32Array | undefined {
  const left = moves?.slice()
  if (left) left[column] = Math.max(0, (left[column] as number) - 1)
  return left
}

function put(open: Node[][], node: Node): void {
  const at = node.cost + node.ahead
  if (!Number.isFinite(at)) return
  for (let length = open.length; length <= at; length++) open.push([])
  open[at]?.push(node)
}

function found(last: Node): FoundAlignment {
  const moves: AlignmentMove[] = []
  for (let node: Node | undefined = last; node?.parent; node = node.parent) moves.unshift(node.move)
  return { cost: last.cost, moves }
}
