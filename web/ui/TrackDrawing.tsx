import { onPlane, type TrackPoint } from './form/track.ts'
import './track-drawing.css'

export interface DrawnTrack {
  readonly name: string
  readonly points: readonly TrackPoint[]
  /** How it is told from others: a full line, or dashes. */
  readonly line: 'full' | 'dashed'
}

const [width, height, margin] = [320, 180, 16]

/** Lines on the ground, north up, all to one scale, with a bar of length; the customer's end is a square. */
export function TrackDrawing({ tracks, label }: { readonly tracks: readonly DrawnTrack[]; readonly label: string }) {
  const origin = tracks[0]?.points[0]
  const lines = tracks.map((track) => ({ ...track, places: onPlane(track.points, origin) }))
  const places = lines.flatMap((line) => line.places)
  const [left, right] = [Math.min(...places.map((p) => p.x)), Math.max(...places.map((p) => p.x))]
  const [bottom, top] = [Math.min(...places.map((p) => p.y)), Math.max(...places.map((p) => p.y))]
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1),
    (height - 3 * margin) / Math.max(top - bottom, 1),
  )
  const spot = ({ x, y }: { x: number; y: number }) => [
    margin + (x - left) * scale + (width - 2 * margin - (right - left) * scale) / 2,
    margin + (top - y) * scale,
  ]
  const barM = roundLength(width / 4 / scale)
  return (
    <svg className="track-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {lines.map(({ name, line, places: points }) => (
        <g key={name} className={`track-${line}`}>
          <polyline points={points.map((place) => spot(place).join(',')).join(' ')}>
            <title>{name}</title>
          </polyline>
          <Ends first={points[0]} last={points.at(-1)} spot={spot} />
        </g>
      ))}
      <g className="track-bar">
        <path d={`M${margin} ${height - 10}v4h${barM * scale}v-4`} />
        <text x={margin + barM * scale + 6} y={height - 5}>
          {barM} m
        </text>
      </g>
    </svg>
  )
}

interface EndsProps {
  readonly first: { x: number; y: number } | undefined
  readonly last: { x: number; y: number } | undefined
  readonly spot: (place: { x: number; y: number }) => number[]
}

function Ends({ first, last, spot }: EndsProps) {
  if (!first || !last) return null
  const [x1, y1] = spot(first)
  const [x2 = 0, y2 = 0] = spot(last)
  return (
    <>
      <circle cx={x1} cy={y1} r={4} />
      <rect x={x2 - 4} y={y2 - 4} width={8} height={8} />
    </>
  )
}

/** 1, 2 or 5 times a power of ten, at most the length given. */
function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(metres, 1)))
  return ([5, 2, 1].find((step) => step * power <= metres) ?? 1) * power
}
