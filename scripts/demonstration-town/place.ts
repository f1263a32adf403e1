import { createPlane } from '#kernel'

/** A place of the town, metres east and north of its origin. */
export type Place = readonly [x: number, y: number]

const plane = createPlane({ lon: 120.52, lat: 29.872 })

/** Longitude and latitude as the files write them, to a decimetre. */
export function degrees([x, y]: Place): [number, number] {
  const { lon, lat } = plane.toGeo({ x, y })
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))]
}
