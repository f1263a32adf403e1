import type { ProcessGraph } from '../process-graph.ts'
import type { ForwardGraph } from './forward-graph.ts'

/** A place in the grid of a drawing: columns run with the work, row 0 is the main line. */
export interface Place {
  readonly column: number
  readonly row: number
}

/** The grid of a drawing: a place for every node, and a row for every flow that passes beside the nodes. */
export interface Grid {
  readonly places: ReadonlyMap<number, Place>
  /** Flows from a split straight to its join, drawn on a row of their own. */
  readonly detours: ReadonlyMap<number, number>
}

/** A part of the drawing with rows counted from its own first line. */
interface Block {
  readonly places: Map<number, Place>
  readonly detours: Map<number, number>
  /** Taken cells, `column row`. */
  readonly taken: Set<string>
}

const cell = (column: number, row: number) => `${column} ${row}`

/**
 * Gives every node a row: the longest way keeps the line of its split, the other branches lie below it, the last join
 * stands on the line again. Branches are pushed down until nothing overlaps.
 */
export function arrangeRows(graph: ProcessGraph, forward: ForwardGraph): Grid {
  const block = arrange(graph.start)
  return { places: block.places, detours: block.detours }

  function arrange(node: number): Block {
    const column = forward.columns[node] ?? 0
    const block: Block = { places: new Map([[node, { column, row: 0 }]]), detours: new Map(), taken: new Set() }
    take(block, column, column, 0)
    for (const flow of forward.leaving(node)) {
      const target = forward.columns[graph.flows[flow]?.target ?? 0] ?? 0
      // A branch that ends elsewhere runs along its own line up to the place where it is joined.
      if (forward.leaving(node).length === 1) take(block, column + 1, target - 1, 0)
    }
    const [main, ...others] = branches(node)
    if (main) put(block, main, 0)
    for (const other of others) put(block, other, 1)
    for (const chain of forward.reworkAt.get(node) ?? []) put(block, rework(chain), 1)
    return block
  }

  /** What hangs on a node, the line's own continuation first. */
  function branches(node: number): Block[] {
    const children = (forward.children.get(node) ?? []).map((child) => ({ child, depth: forward.depth(child) }))
    const [longest, ...shorter] = children
      .filter(({ child }) => !forward.isFinalJoin(child, node))
      .sort((a, b) => b.depth - a.depth)
    // What is joined sooner lies nearer to the line, so that its way up crosses nothing.
    const heads = [...(longest ? [longest] : []), ...shorter.sort((a, b) => joinColumn(a.child) - joinColumn(b.child))]
    const join = children.find(({ child }) => forward.isFinalJoin(child, node))
    const blocks = heads.map(({ child }) => arrange(child))
    const direct = forward
      .leaving(node)
      .filter((flow) => forward.isDirect(flow))
      .map((flow) => detour(node, flow))
    if (!join) return [...blocks, ...direct]
    const line = arrange(join.child)
    const first = blocks[0]
    // The main branch and the join share the line where nothing is in the way, so they are laid out as one piece.
    if (first) put(line, first, 0)
    return [line, ...blocks.slice(1), ...direct]
  }

  /** Where the last flow that leaves a branch ends. */
  function joinColumn(node: number): number {
    const ends = forward.leaving(node).map((flow) => forward.columns[graph.flows[flow]?.target ?? 0] ?? 0)
    return Math.max(0, ...ends, ...(forward.children.get(node) ?? []).map(joinColumn))
  }

  function detour(node: number, flow: number): Block {
    const block: Block = { places: new Map(), detours: new Map([[flow, 0]]), taken: new Set() }
    take(block, (forward.columns[node] ?? 0) + 1, (forward.columns[graph.flows[flow]?.target ?? 0] ?? 0) - 1, 0)
    return block
  }

  /** Steps that only lead back, drawn below the line from right to left. */
  function rework(chain: readonly number[]): Block {
    const block: Block = { places: new Map(), detours: new Map(), taken: new Set() }
    for (const node of chain) {
      const column = forward.columns[node] ?? 0
      block.places.set(node, { column, row: 0 })
      take(block, column, column, 0)
    }
    return block
  }
}

function take(block: Block, from: number, to: number, row: number): void {
  for (let column = from; column <= to; column += 1) block.taken.add(cell(column, row))
}

/** Lays a part at the first line from `least` on where it meets nothing. */
function put(block: Block, part: Block, least: number): void {
  let row = least
  while (meets(block, part, row)) row += 1
  putAll(block, part, row)
}

function meets(block: Block, part: Block, down: number): boolean {
  for (const taken of part.taken) {
    const [column = 0, row = 0] = taken.split(' ').map(Number)
    if (block.taken.has(cell(column, row + down))) return true
  }
  return false
}

function putAll(block: Block, part: Block, down: number): void {
  for (const [node, place] of part.places) block.places.set(node, { ...place, row: place.row + down })
  for (const [flow, row] of part.detours) block.detours.set(flow, row + down)
  for (const taken of part.taken) {
    const [column = 0, row = 0] = taken.split(' ').map(Number)
    block.taken.add(cell(column, row + down))
  }
}
