import type { Position } from './map-features.ts'

/** Mean radius of the earth, metres (IUGG). */
const earthRadiusM = 6_371_009
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along the great circle, metres; within 0.5 % of the ellipsoid. */
export function getDistanceM([lonA, latA]: Position, [lonB, latB]: Position): number {
  const [a, b] = [radians(latA), radians(latB)]
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(lonB - lonA) / 2) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Length of a line through these places, metres. */
export const getLengthM = (places: readonly Position[]): number =>
  places.slice(1).reduce((sum, place, at) => sum + getDistanceM(places[at] ?? place, place), 0)

/** `840 m`, `1.24 km`. */
export const sayDistance = (lengthM: number): string =>
  lengthM < 1000 ? `${Math.round(lengthM)} m` : `${(lengthM / 1000).toFixed(2)} km`
