import type { Moves } from '#service/insight/reports/moves'
import { type DrawnMap, stepHeight, stepWidth } from '../map/draw-map.ts'
import { standAt } from './stand-at.ts'

interface Point {
  readonly x: number
  readonly y: number
}

/** Points along each drawn path, so that a dot's place costs no measuring. */
export interface Ways {
  readonly middles: readonly Point[]
  readonly points: ReadonlyMap<string, readonly Point[]>
}

const pointsOfWay = 32
const keyOf = (source: number, target: number): string => `${source} ${target}`

export function measureWays(moves: Moves, drawn: DrawnMap): Ways {
  const codes = new Map(moves.steps.map(({ elementId }, code) => [elementId, code]))
  const middles = moves.steps.map(({ elementId }) => {
    const box = drawn.steps.find(({ id }) => id === elementId)
    return { x: (box?.x ?? 0) + stepWidth / 2, y: (box?.y ?? 0) + stepHeight / 2 }
  })
  const points = new Map<string, readonly Point[]>()
  for (const { arc, path } of drawn.arcs) {
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    line.setAttribute('d', path)
    const length = line.getTotalLength()
    const key = keyOf(codes.get(arc.source) ?? -1, codes.get(arc.target) ?? -1)
    points.set(
      key,
      Array.from({ length: pointsOfWay }, (_, place) => line.getPointAtLength((place / (pointsOfWay - 1)) * length)),
    )
  }
  return { middles, points }
}

const dotPx = 4
/** Dots in work stand in rows at the lower edge of their step. */
const dotsInRow = 20

/** Draws every case under way as a dot: filled where somebody works on it, hollow where it waits. */
export function drawCases(pen: CanvasRenderingContext2D, moves: Moves, ways: Ways, minute: number): void {
  const { canvas } = pen
  const style = getComputedStyle(canvas)
  pen.clearRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = style.getPropertyValue('--info')
  pen.strokeStyle = style.getPropertyValue('--soon')
  pen.lineWidth = 2
  const standing = new Array<number>(moves.steps.length).fill(0)
  for (let c = 0; c < moves.shown; c += 1) {
    const at = standAt(moves, c, minute)
    if (!at) continue
    const isAtStep = at.source === at.target && at.share === 1
    const { x, y } = isAtStep ? inRows(ways, at.target, standing) : onWay(ways, at.source, at.target, at.share)
    pen.beginPath()
    pen.arc(x, y, dotPx, 0, 2 * Math.PI)
    if (at.isWorking) pen.fill()
    else pen.stroke()
  }
}

function inRows({ middles }: Ways, step: number, standing: number[]): Point {
  const place = standing[step] ?? 0
  standing[step] = place + 1
  const { x, y } = middles[step] ?? { x: 0, y: 0 }
  const [row, column] = [Math.floor(place / dotsInRow), place % dotsInRow]
  return { x: x - stepWidth / 2 + 8 + column * 8.4, y: y + stepHeight / 2 + 5 - row * 9 }
}

function onWay({ middles, points }: Ways, source: number, target: number, share: number): Point {
  const way = points.get(keyOf(source, target))
  const at = way?.[Math.round(share * (way.length - 1))]
  if (at) return at
  // A way that is not drawn: straight across.
  const [from, to] = [middles[source] ?? { x: 0, y: 0 }, middles[target] ?? { x: 0, y: 0 }]
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
