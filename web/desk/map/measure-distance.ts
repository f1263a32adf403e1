import { getGreatCircleM } from '#kernel'
import type { Position } from './map-features.ts'

/** Along the great circle, metres. */
export const getDistanceM = ([lonA, latA]: Position, [lonB, latB]: Position): number =>
  getGreatCircleM({ lon: lonA, lat: latA }, { lon: lonB, lat: latB })

/** Length of a line through these places, metres. */
export const getLengthM = (places: readonly Position[]): number =>
  places.slice(1).reduce((sum, place, at) => sum + getDistanceM(places[at] ?? place, place), 0)

/** `840 m`, `1.24 km`. */
export const sayDistance = (lengthM: number): string =>
  lengthM < 1000 ? `${Math.round(lengthM)} m` : `${(lengthM / 1000).toFixed(2)} km`
