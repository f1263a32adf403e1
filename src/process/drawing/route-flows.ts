import type { ProcessGraph } from '../process-graph.ts'
import type { Grid } from './arrange-rows.ts'
import type { ForwardGraph } from './forward-graph.ts'
import { type Box, HALF_TASK, LINE_HEIGHT, lineMiddles, type Shape, textWidth } from './place-shapes.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Edge {
  readonly id: string
  readonly points: readonly Point[]
  readonly label?: Box
}

/** Distance between flows that lead back over the same stretch; leaves room for a name. */
const TRACK_PITCH = 17

const centre = (shape: Shape): Point => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 })
const right = (shape: Shape): Point => ({ x: shape.x + shape.width, y: centre(shape).y })
const left = (shape: Shape): Point => ({ x: shape.x, y: centre(shape).y })
const top = (shape: Shape): Point => ({ x: centre(shape).x, y: shape.y })
const bottom = (shape: Shape): Point => ({ x: centre(shape).x, y: shape.y + shape.height })

/**
 * Routes every flow in right angles: on along its line; from a split down to its branch; up or down to a join; back
 * over the line, or below it where there is work on the way back.
 */
export function routeFlows(graph: ProcessGraph, forward: ForwardGraph, grid: Grid, shapes: readonly Shape[]): Edge[] {
  const tracks = backTracks(graph, forward, shapes)
  const middles = lineMiddles(grid)
  return graph.flows.map((flow, index): Edge => {
    const from = shapes[flow.source]
    const to = shapes[flow.target]
    if (!from || !to) throw new Error(`flow ${flow.id} of ${graph.id} is not on the drawing`)
    const track = tracks.get(index)
    const detourY = middles[grid.detours.get(index) ?? -1]
    const points = track === undefined ? onward(from, to, detourY) : over(from, to, track)
    const label = flow.name === '' ? undefined : nameBox(flow.name, points, track !== undefined)
    return { id: flow.id, points, ...(label ? { label } : {}) }
  })
}

function onward(from: Shape, to: Shape, detourY: number | undefined): Point[] {
  const [start, end] = [centre(from), centre(to)]
  if (detourY !== undefined && detourY !== start.y) {
    return [bottom(from), { x: start.x, y: detourY }, { x: end.x, y: detourY }, detourY > end.y ? bottom(to) : top(to)]
  }
  if (start.y === end.y) return start.x < end.x ? [right(from), left(to)] : [left(from), right(to)]
  const leadsBack = end.x < start.x
  // Into work on the way back, and out of it: along the lower of the two lines.
  if (leadsBack && end.y > start.y) return [bottom(from), { x: start.x, y: end.y }, right(to)]
  if (leadsBack) return [left(from), { x: end.x, y: start.y }, bottom(to)]
  if (from.kind === 'task' || end.y < start.y)
    return [right(from), { x: end.x, y: start.y }, end.y < start.y ? bottom(to) : top(to)]
  return [bottom(from), { x: start.x, y: end.y }, left(to)]
}

function over(from: Shape, to: Shape, trackY: number): Point[] {
  return [top(from), { x: centre(from).x, y: trackY }, { x: centre(to).x, y: trackY }, top(to)]
}

/** A height above the line for every flow that leads back without work on the way; longer ones go higher. */
function backTracks(graph: ProcessGraph, forward: ForwardGraph, shapes: readonly Shape[]): Map<number, number> {
  const rework = new Set([...forward.reworkAt.values()].flat(2))
  const back = graph.flows
    .map((flow, index) => ({ ...flow, index }))
    .filter(({ index, source, target }) => forward.isBack(index) && !rework.has(source) && !rework.has(target))
    .map(({ index, source, target }) => ({
      index,
      from: shapes[target]?.x ?? 0,
      to: shapes[source]?.x ?? 0,
      y: lineAbove(shapes, source, target),
    }))
    .sort((one, other) => one.to - one.from - (other.to - other.from))
  const placed: { readonly from: number; readonly to: number; readonly y: number }[] = []
  const tracks = new Map<number, number>()
  for (const { index, from, to, y } of back) {
    let track = y
    while (placed.some((other) => other.y === track && other.from <= to && from <= other.to)) track -= TRACK_PITCH
    placed.push({ from, to, y: track })
    tracks.set(index, track)
  }
  return tracks
}

function lineAbove(shapes: readonly Shape[], source: number, target: number): number {
  const ys = [shapes[source], shapes[target]].flatMap((shape) => (shape ? [centre(shape).y] : []))
  return Math.min(...ys) - HALF_TASK - LINE_HEIGHT - 10
}

/** A name lies beside the first stretch of its flow, or on the track of a flow that leads back. */
function nameBox(name: string, points: readonly Point[], leadsBack: boolean): Box {
  const [first, second] = [points[0] ?? { x: 0, y: 0 }, points[1] ?? { x: 0, y: 0 }]
  const size = { width: textWidth(name), height: LINE_HEIGHT }
  if (leadsBack) return { x: second.x - size.width - 6, y: second.y - LINE_HEIGHT - 1, ...size }
  if (first.y === second.y) return { x: first.x + 2, y: first.y - LINE_HEIGHT - 3, ...size }
  return { x: first.x + 5, y: first.y + 8, ...size }
}
