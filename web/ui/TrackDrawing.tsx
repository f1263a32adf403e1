import { layOutRoutes, type RouteLine } from '#journey/supply-plan/rules/lay-out-routes'
import './track-drawing.css'

export interface DrawnTrack {
  readonly name: string
  readonly points: RouteLine
  /** How it is told from others: a full line, or dashes. */
  readonly line: 'full' | 'dashed'
}

const sheet = { width: 320, height: 180, margin: 16, foot: 16 }

/** Lines on the ground, north up, all to one scale, with a bar of length; the customer's end is a square. */
export function TrackDrawing({ tracks, label }: { readonly tracks: readonly DrawnTrack[]; readonly label: string }) {
  const layout = layOutRoutes(
    tracks.map(({ points }) => points),
    sheet,
  )
  if (!layout) return null
  const { width, height, margin } = sheet
  const { lengthM, lengthPx } = layout.bar
  return (
    <svg className="track-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {tracks.map(({ name, line }, at) => {
        const spots = layout.lines[at] ?? []
        const [first, last] = [spots[0], spots.at(-1)]
        return (
          <g key={name} className={`track-${line}`}>
            <polyline points={spots.map(({ x, y }) => `${x},${y}`).join(' ')}>
              <title>{name}</title>
            </polyline>
            {first && <circle cx={first.x} cy={first.y} r={4} />}
            {last && <rect x={last.x - 4} y={last.y - 4} width={8} height={8} />}
          </g>
        )
      })}
      <g className="track-bar">
        <path d={`M${margin} ${height - 10}v4h${lengthPx}v-4`} />
        <text x={margin + lengthPx + 6} y={height - 5}>
          {lengthM} m
        </text>
      </g>
    </svg>
  )
}
