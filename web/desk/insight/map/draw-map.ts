import { placeSteps } from './place-steps.ts'
import { type Arc, rankSteps } from './rank-steps.ts'

export const stepWidth = 176
export const stepHeight = 48

/** Characters that fit into a box in either script. */
const longestName = 21
/** The name of a step as it fits into its box. */
export const shortName = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name

const rowHeight = 92
const margin = 24
/** How far a way back swings out beyond what it passes. */
const swing = 46

export interface DrawnStep {
  readonly id: string
  /** Left upper corner. */
  readonly x: number
  readonly y: number
}

export interface DrawnArc {
  readonly arc: Arc
  readonly isBack: boolean
  /** SVG path data. */
  readonly path: string
  readonly label: { readonly x: number; readonly y: number }
}

export interface DrawnMap {
  readonly width: number
  readonly height: number
  readonly steps: readonly DrawnStep[]
  readonly arcs: readonly DrawnArc[]
}

/** Where everything of a process map stands, in px. The same input gives the same drawing. */
export function drawMap(ids: readonly string[], arcs: readonly Arc[]): DrawnMap {
  const ranking = rankSteps(ids, arcs)
  const { rows, wayOf, xOf } = placeSteps(ids, ranking)
  const all = rows.flat().map((slot) => slot.x)
  const left = Math.min(...all) - stepWidth / 2 - margin - swing
  const middle = (key: string) => xOf(key) - left
  const top = (row: number) => margin + row * rowHeight
  const rowOf = (id: string) => ranking.rowOf.get(id) ?? 0
  const steps = ids.map((id) => ({ id, x: middle(id) - stepWidth / 2, y: top(rowOf(id)) }))
  const down = ranking.down.map((arc) => drawDown(arc, wayOf.get(arc) ?? [], middle, top, rowOf(arc.source)))
  const rightOf = (from: number, to: number) =>
    Math.max(
      ...rows.slice(Math.min(from, to), Math.max(from, to) + 1).flatMap((row) => row.map((slot) => slot.x - left)),
    )
  const back = ranking.back.map((arc) =>
    drawBack(
      arc,
      middle,
      top(rowOf(arc.source)),
      top(rowOf(arc.target)),
      rightOf(rowOf(arc.source), rowOf(arc.target)),
    ),
  )
  const right = Math.max(...all.map((x) => x - left), ...back.map(({ label }) => label.x))
  return {
    width: right + stepWidth / 2 + margin + swing,
    height: top(rows.length) - rowHeight + stepHeight + margin,
    steps,
    arcs: [...down, ...back],
  }
}

type Middle = (key: string) => number
type Top = (row: number) => number

function drawDown(arc: Arc, way: readonly string[], middle: Middle, top: Top, sourceRow: number): DrawnArc {
  const last = way.length - 1
  let path = `M${round(middle(way[0] ?? ''))} ${top(sourceRow) + stepHeight}`
  way.slice(1).forEach((key, i) => {
    const from = { x: middle(way[i] ?? ''), y: top(sourceRow + i) + stepHeight }
    const isEnd = i + 1 === last
    const to = { x: middle(key), y: top(sourceRow + i + 1) - (isEnd ? arrowLength : 0) }
    const bend = (from.y + to.y) / 2
    path += ` C${round(from.x)} ${bend} ${round(to.x)} ${bend} ${round(to.x)} ${to.y}`
    if (!isEnd) path += ` V${to.y + stepHeight}`
  })
  const [first, second] = [middle(way[0] ?? ''), middle(way[1] ?? '')]
  return { arc, isBack: false, path, label: { x: (first + second) / 2, y: top(sourceRow) + stepHeight + 25 } }
}

/** Room for the arrow head, which is drawn beyond the end of the line. */
const arrowLength = 8

function drawBack(arc: Arc, middle: Middle, sourceTop: number, targetTop: number, rightmost: number): DrawnArc {
  const from = { x: middle(arc.source) + stepWidth / 2, y: sourceTop + stepHeight / 2 }
  const isLoop = arc.source === arc.target
  const to = { x: middle(arc.target) + stepWidth / 2, y: isLoop ? from.y - 14 : targetTop + stepHeight / 2 }
  const start = isLoop ? { x: from.x, y: from.y + 14 } : from
  const outer = isLoop ? from.x + swing : rightmost + stepWidth / 2 + swing
  const path = `M${round(start.x)} ${start.y} C${round(outer)} ${start.y} ${round(outer)} ${to.y} ${round(to.x + arrowLength)} ${to.y}`
  return { arc, isBack: true, path, label: { x: outer - swing / 4, y: (start.y + to.y) / 2 } }
}

const round = (value: number): number => Math.round(value * 10) / 10
