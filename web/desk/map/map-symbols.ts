import type { Map as LibreMap } from 'maplibre-gl'
import type { MapColours } from './map-colours.ts'

/** Drawn at twice the size they show at. */
const pixelRatio = 2
const boxSize = 40

/** The symbols and label boxes of the map, drawn with the page's own colours; drawn again when these change. */
export function drawSymbols(map: LibreMap, colours: MapColours): void {
  put(map, 'substation', 52, (pen) => {
    ring(pen, 26, 26, 23, colours.hv, colours.paper, 4)
    ring(pen, 26, 26, 14, colours.hv, colours.paper, 4)
    ring(pen, 26, 26, 6, colours.hv, colours.hv, 0)
  })
  put(map, 'ring-main-unit', 36, (pen) => {
    box(pen, 4, 4, 28, 28, 5, colours.ink, colours.paper, 3.5)
    stroke(pen, colours.ink, [
      [11, 15],
      [25, 15],
    ])
    stroke(pen, colours.ink, [
      [14, 15],
      [14, 25],
    ])
    stroke(pen, colours.ink, [
      [22, 15],
      [22, 25],
    ])
  })
  put(map, 'transformer', 36, (pen) => {
    ring(pen, 18, 12.5, 8, colours.lv, colours.paper, 3)
    ring(pen, 18, 23, 8, colours.lv, undefined, 3)
  })
  const edges = {
    low: colours.accent,
    middle: colours.soon,
    high: colours.late,
    unknown: colours.edge,
    station: colours.hv,
  }
  for (const [name, edge] of Object.entries(edges)) putBox(map, `box-${name}`, edge, colours.paper)
}

type Pen = OffscreenCanvasRenderingContext2D

function paint(size: number, draw: (pen: Pen) => void): ImageData | undefined {
  const pen = new OffscreenCanvas(size, size).getContext('2d')
  if (!pen) return
  draw(pen)
  return pen.getImageData(0, 0, size, size)
}

function put(map: LibreMap, name: string, size: number, draw: (pen: Pen) => void, stretch = {}): void {
  const image = paint(size, draw)
  if (!image) return
  if (map.hasImage(name)) map.removeImage(name)
  map.addImage(name, image, { pixelRatio, ...stretch })
}

/** A box that grows with the text in it: only its middle stretches. */
function putBox(map: LibreMap, name: string, edge: string, ground: string): void {
  const [from, to] = [14, boxSize - 14]
  put(map, name, boxSize, (pen) => box(pen, 2, 2, boxSize - 4, boxSize - 4, 8, edge, ground, 2), {
    stretchX: [[from, to]],
    stretchY: [[from, to]],
    content: [4, 4, boxSize - 4, boxSize - 4],
  })
}

function ring(pen: Pen, x: number, y: number, radius: number, edge: string, ground: string | undefined, width: number) {
  pen.beginPath()
  pen.arc(x, y, radius, 0, 2 * Math.PI)
  finish(pen, edge, ground, width)
}

function box(
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
  edge: string,
  ground: string,
  width: number,
) {
  pen.beginPath()
  pen.roundRect(x, y, w, h, r)
  finish(pen, edge, ground, width)
}

function finish(pen: Pen, edge: string, ground: string | undefined, width: number) {
  if (ground) {
    pen.fillStyle = ground
    pen.fill()
  }
  if (width === 0) return
  pen.lineWidth = width
  pen.strokeStyle = edge
  pen.stroke()
}

function stroke(pen: Pen, edge: string, places: readonly (readonly [number, number])[]) {
  pen.beginPath()
  for (const [x, y] of places) pen.lineTo(x, y)
  pen.lineWidth = 3
  pen.strokeStyle = edge
  pen.stroke()
}
