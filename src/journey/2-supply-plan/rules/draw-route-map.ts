import type { PlanSource } from '../api.ts'

/** One source's way on the ground, from the access point to the customer. */
export type MappedSource = Pick<PlanSource, 'sourceNumber' | 'accessPoint' | 'route'>

interface Place {
  readonly x: number
  readonly y: number
}

const [width, height, margin] = [480, 260, 34]
const mPerDegree = 111_320
/** Told apart without colour: the first full, the others dashed. */
const dashes = ['', '9 5', '2 4', '9 4 2 4']

const escapeText = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const round = (value: number) => Math.round(value * 10) / 10

/**
 * 供电路径示意图 as SVG, north up, all sources to one scale with a bar of length; undefined where no source has a route.
 * The access point is a circle, the customer a square. The same routes give the same text.
 */
export function drawRouteMap(sources: readonly MappedSource[], title: string): string | undefined {
  const routed = sources.filter((source) => (source.route?.length ?? 0) >= 2)
  const origin = routed[0]?.route?.[0]
  if (!origin) return undefined
  const cosine = Math.cos((origin.latitude * Math.PI) / 180)
  const lines = routed.map((source) => ({
    source,
    places: (source.route ?? []).map(({ longitude, latitude }) => ({
      x: (longitude - origin.longitude) * mPerDegree * cosine,
      y: (latitude - origin.latitude) * mPerDegree,
    })),
  }))
  const all = lines.flatMap((line) => line.places)
  const [left, right] = [Math.min(...all.map((place) => place.x)), Math.max(...all.map((place) => place.x))]
  const [bottom, top] = [Math.min(...all.map((place) => place.y)), Math.max(...all.map((place) => place.y))]
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 2 * margin - 20) / Math.max(top - bottom, 1),
  )
  const aside = (width - 2 * margin - (right - left) * scale) / 2
  const spot = ({ x, y }: Place): Place => ({
    x: round(margin + aside + (x - left) * scale),
    y: round(margin + (top - y) * scale),
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img"`,
    ` color="#14211f" font-family="Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif" fill="none" stroke="currentColor">`,
    `<title>${escapeText(title)}</title>`,
    ...lines.map(({ source, places }, index) => drawLine(source, places.map(spot), dashes[index] ?? '')),
    nameCustomer(lines[0]?.places.map(spot) ?? []),
    drawScale(scale),
    drawNorth(),
    '</svg>',
  ].join('')
}

const write = ({ x, y }: Place, text: string, anchor = 'start') =>
  `<text x="${x}" y="${y}" font-size="11.5" text-anchor="${anchor}" fill="currentColor" stroke="none">${escapeText(text)}</text>`

function drawLine({ sourceNumber, accessPoint }: MappedSource, spots: readonly Place[], dash: string): string {
  const [first, last] = [spots[0], spots.at(-1)]
  if (!first || !last) return ''
  const points = spots.map(({ x, y }) => `${x},${y}`).join(' ')
  const isRight = first.x > width / 2
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
function nameCustomer(spots: readonly Place[]): string {
  const [before, last] = spots.slice(-2)
  if (!before || !last) return ''
  const isLeft = before.x > last.x
  return write({ x: last.x + (isLeft ? -9 : 9), y: last.y + 4 }, '受电点', isLeft ? 'end' : 'start')
}

function drawScale(scale: number): string {
  const barM = roundLength(width / 5 / scale)
  const y = height - 12
  return (
    `<path d="M${margin} ${y - 5}v5h${round(barM * scale)}v-5" stroke-width="1.5"/>` +
    write({ x: round(margin + barM * scale + 6), y }, `${barM} m`)
  )
}

const drawNorth = () =>
  `<path d="M${width - 20} 34v-20l-5 9m5-9l5 9" stroke-width="1.5"/>${write({ x: width - 20, y: 48 }, '北', 'middle')}`

/** 1, 2 or 5 times a power of ten, at most the length given. */
function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(metres, 1)))
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power
}
