import type { NodeKind, ProcessGraph } from '../process-graph.ts'
import type { Grid } from './arrange-rows.ts'

/** Everything in pixels of the drawing. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Shape extends Box {
  readonly id: string
  readonly kind: NodeKind
  readonly label?: Box
}

const SIZES: Readonly<Record<NodeKind, readonly [width: number, height: number]>> = {
  task: [100, 80],
  exclusive: [50, 50],
  parallel: [50, 50],
  start: [36, 36],
  end: [36, 36],
  terminate: [36, 36],
}

/** Height of a line: a task, room for names above it, and for flows that lead back. */
const LINE_OF_NODES = 150
/** Height of a line on which only a flow runs. */
const LINE_OF_FLOW = 50
const COLUMN_GAP = 50
const MARGIN = 80
export const LINE_HEIGHT = 14
/** Half the height of a task. */
export const HALF_TASK = 40

/** Rough width of a text at 11 px: Chinese characters are square, others about half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e80 ? 12 : 7), 6)
}

/** The middle of every line of the grid. */
export function lineMiddles(grid: Grid): number[] {
  const withNodes = new Set([...grid.places.values()].map(({ row }) => row))
  const last = Math.max(...withNodes, ...grid.detours.values())
  const middles: number[] = []
  let bottom = MARGIN - (LINE_OF_NODES - HALF_TASK * 2)
  for (let row = 0; row <= last; row += 1) {
    const height = withNodes.has(row) ? LINE_OF_NODES : LINE_OF_FLOW
    bottom += height
    middles[row] = withNodes.has(row) ? bottom - HALF_TASK : bottom - LINE_OF_FLOW / 2
  }
  return middles
}

/** Puts every node of the grid on the drawing; columns are as wide as their widest node. Result in node order. */
export function placeShapes(graph: ProcessGraph, grid: Grid): Shape[] {
  const widths: number[] = []
  for (const [node, { column }] of grid.places) {
    widths[column] = Math.max(widths[column] ?? 0, SIZES[graph.nodes[node]?.kind ?? 'task'][0])
  }
  const lefts: number[] = []
  for (const [column, width] of widths.entries()) {
    lefts[column] = column === 0 ? MARGIN : (lefts[column - 1] ?? 0) + (widths[column - 1] ?? 0) + COLUMN_GAP
    widths[column] = width ?? 0
  }
  const middles = lineMiddles(grid)
  return graph.nodes.map((node, index): Shape => {
    const { column, row } = grid.places.get(index) ?? { column: 0, row: 0 }
    const [width, height] = SIZES[node.kind]
    const centreX = (lefts[column] ?? 0) + (widths[column] ?? 0) / 2
    const centreY = middles[row] ?? 0
    const box = { x: centreX - width / 2, y: centreY - height / 2, width, height }
    const label = nameBox(node.kind, node.name === node.id ? '' : node.name, centreX, centreY)
    return { id: node.id, kind: node.kind, ...box, ...(label ? { label } : {}) }
  })
}

/** Gateways have their name above them to the left, clear of the flows; events below. Tasks carry theirs inside. */
function nameBox(kind: NodeKind, name: string, centreX: number, centreY: number): Box | undefined {
  if (name === '' || kind === 'task') return undefined
  const width = textWidth(name)
  if (kind === 'exclusive' || kind === 'parallel') {
    return { x: centreX - width - 4, y: centreY - HALF_TASK - LINE_HEIGHT - 2, width, height: LINE_HEIGHT }
  }
  return { x: centreX - width / 2, y: centreY + 22, width, height: LINE_HEIGHT }
}
