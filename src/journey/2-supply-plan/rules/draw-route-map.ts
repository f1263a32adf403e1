import type { PlanePoint } from '#kernel'
import type { PlanSource } from '../api.ts'
import { layOutRoutes, type RouteLayout } from './lay-out-routes.ts'

/** One source's way on the ground, from the access point to the customer. */
export type MappedSource = Pick<PlanSource, 'sourceNumber' | 'accessPoint' | 'route'>

const sheet = { width: 480, height: 260, margin: 34, foot: 20 }
/** Told apart without colour: the first full, the others dashed. */
const dashes = ['', '9 5', '2 4', '9 4 2 4']

const escapeText = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * 供电路径示意图 as SVG, north up, all sources to one scale with a bar of length; undefined where no source has a route.
 * The access point is a circle, the customer a square. The same routes give the same text.
 */
export function drawRouteMap(sources: readonly MappedSource[], title: string): string | undefined {
  const routed = sources.filter((source) => (source.route?.length ?? 0) >= 2)
  const layout = layOutRoutes(
    routed.map((source) => source.route ?? []),
    sheet,
  )
  if (!layout) return undefined
  const { width, height } = sheet
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` color="#14211f" font-family="Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif" fill="none" stroke="currentColor">`,
    `<title>${escapeText(title)}</title>`,
    ...routed.map((source, index) => drawLine(source, layout.lines[index] ?? [], dashes[index] ?? '')),
    nameCustomer(layout.lines[0] ?? []),
    drawBar(layout.bar),
    drawNorth(),
    '</svg>',
  ].join('')
}

const write = ({ x, y }: PlanePoint, text: string, anchor = 'start') =>
  `<text x="${x}" y="${y}" font-size="11.5" text-anchor="${anchor}" fill="currentColor" stroke="none">${escapeText(text)}</text>`

function drawLine({ sourceNumber, accessPoint }: MappedSource, spots: readonly PlanePoint[], dash: string): string {
  const [first, last] = [spots[0], spots.at(-1)]
  if (!first || !last) return ''
  const points = spots.map(({ x, y }) => `${x},${y}`).join(' ')
  const isRight = first.x > sheet.width / 2
  return [
    `<polyline points="${points}" stroke-width="2.5" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
    `<circle cx="${first.x}" cy="${first.y}" r="5" fill="#fff" stroke-width="2"/>`,
    `<rect x="${last.x - 5}" y="${last.y - 5}" width="10" height="10" fill="currentColor"/>`,
    write(
      { x: first.x + (isRight ? -9 : 9), y: first.y - 9 },
      `${sourceNumber} ${accessPoint}`,
      isRight ? 'end' : 'start',
    ),
  ].join('')
}

/** Beside the square, on the side that the line does not come from. */
function nameCustomer(spots: readonly PlanePoint[]): string {
  const [before, last] = spots.slice(-2)
  if (!before || !last) return ''
  const isLeft = before.x > last.x
  return write({ x: last.x + (isLeft ? -9 : 9), y: last.y + 4 }, '受电点', isLeft ? 'end' : 'start')
}

function drawBar({ lengthM, lengthPx }: RouteLayout['bar']): string {
  const y = sheet.height - 12
  return (
    `<path d="M${sheet.margin} ${y - 5}v5h${lengthPx}v-5" stroke-width="1.5"/>` +
    write({ x: Math.round(sheet.margin + lengthPx + 6), y }, `${lengthM} m`)
  )
}

const drawNorth = () =>
  `<path d="M${sheet.width - 20} 34v-20l-5 9m5-9l5 9" stroke-width="1.5"/>${write({ x: sheet.width - 20, y: 48 }, '北', 'middle')}`
