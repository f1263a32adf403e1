import { createPlane, getBounds, type PlanePoint } from '#kernel'

/** A line on the ground, degrees WGS 84, from the access point to the customer. */
export type RouteLine = readonly { readonly longitude: number; readonly latitude: number }[]

/** A sheet to draw on, px; below the lines `foot` is kept free for the bar of length. */
export interface Sheet {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly foot: number
}

export interface RouteLayout {
  /** The lines as given, in px of the sheet, y downwards. */
  readonly lines: readonly (readonly PlanePoint[])[]
  /** A round length for the bar, and how long it is drawn. */
  readonly bar: { readonly lengthM: number; readonly lengthPx: number }
}

const round = (value: number) => Math.round(value * 10) / 10

/** Lays lines on a sheet: north up, all to one scale, in the middle of its width; undefined where there is no place at all. */
export function layOutRoutes(routes: readonly RouteLine[], sheet: Sheet): RouteLayout | undefined {
  const origin = routes[0]?.[0]
  if (!origin) return undefined
  const plane = createPlane({ lon: origin.longitude, lat: origin.latitude })
  const lines = routes.map((route) =>
    route.map(({ longitude, latitude }) => plane.toPlane({ lon: longitude, lat: latitude })),
  )
  const { left, right, bottom, top } = getBounds(lines.flat())
  const [width, height] = [sheet.width - 2 * sheet.margin, sheet.height - 2 * sheet.margin - sheet.foot]
  const scale = Math.min(width / Math.max(right - left, 1), height / Math.max(top - bottom, 1))
  const aside = (width - (right - left) * scale) / 2
  const spot = ({ x, y }: PlanePoint): PlanePoint => ({
    x: round(sheet.margin + aside + (x - left) * scale),
    y: round(sheet.margin + (top - y) * scale),
  })
  const lengthM = roundLength(sheet.width / 5 / scale)
  return { lines: lines.map((line) => line.map(spot)), bar: { lengthM, lengthPx: round(lengthM * scale) } }
}

/** 1, 2 or 5 times a power of ten, at most the length given. */
function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(metres, 1)))
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power
}
