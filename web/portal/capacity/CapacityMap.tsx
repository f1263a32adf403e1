import { createPlane, type GeoPoint, getBounds } from '#kernel'
import type { PublishedOpenCapacity } from '#service/network/open-capacity'
import { put, useCapacityTexts } from './capacity-texts.ts'
import { roomOf } from './choose-places.ts'

/** More marks than these say nothing on a phone. */
const mostMarks = 1500
const width = 640
const margin = 28

interface CapacityMapProps {
  readonly published: PublishedOpenCapacity
  /** Those to be marked: what fits the need. */
  readonly transformers: PublishedOpenCapacity['distributionTransformers']
  readonly from: GeoPoint | undefined
}

/** A plain sketch of where things are: no map library on a customer's phone. The lists below it say the same. */
export function CapacityMap({ published, transformers, from }: CapacityMapProps) {
  const texts = useCapacityTexts()
  const { height, at } = layOut(
    [...published.substations, ...published.distributionTransformers].map(({ place }) => place),
  )
  return (
    <figure className="capacity-map">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.map}>
        <linearGradient id="half-full">
          <stop offset="50%" stopColor="var(--soon)" />
          <stop offset="50%" stopColor="var(--paper)" />
        </linearGradient>
        {transformers.slice(0, mostMarks).map(({ name, place, openKva }) => {
          const [cx, cy] = at(place)
          return <circle key={name} cx={cx} cy={cy} r={7} className={`room-${roomOf(openKva, published.roomyKva)}`} />
        })}
        {published.substations.map(({ name, place }) => {
          const [x, y] = at(place)
          return (
            <g key={name} className="station">
              <rect x={x - 9} y={y - 9} width={18} height={18} rx={3} />
              <text x={x} y={y - 15}>
                {name}
              </text>
            </g>
          )
        })}
        {from && <Here at={at(from)} />}
      </svg>
      <figcaption className="note">
        <span className="capacity-mark room-plenty">{put(texts.legendPlenty, { kva: published.roomyKva })}</span>
        <span className="capacity-mark room-some">{put(texts.legendSome, { kva: published.roomyKva })}</span>
        <span className="capacity-mark room-full">{texts.legendFull}</span>
        <span className="capacity-mark station">{texts.legendStation}</span>
      </figcaption>
    </figure>
  )
}

function Here({ at: [x, y] }: { readonly at: readonly [number, number] }) {
  return <path className="here" d={`M${x} ${y}m0 0c-9-11-11-14-11-19a11 11 0 1 1 22 0c0 5-2 8-11 19z`} />
}

/** North up, both directions to one scale, everything inside the frame. */
function layOut(places: readonly GeoPoint[]) {
  const plane = createPlane(places[0] ?? { lon: 0, lat: 0 })
  const { left, right, bottom, top } = getBounds(places.map(plane.toPlane))
  const scale = (width - 2 * margin) / Math.max(right - left, (top - bottom) / 1.4, 1)
  const aside = (width - (right - left) * scale) / 2
  return {
    height: Math.round((top - bottom) * scale + 2 * margin),
    at: (place: GeoPoint): readonly [number, number] => {
      const { x, y } = plane.toPlane(place)
      return [Math.round(aside + (x - left) * scale), Math.round(margin + (top - y) * scale)]
    },
  }
}
