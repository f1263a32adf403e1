/** A place on a local plane, metres east and north of the network's own origin. */
export interface PlanePoint {
  readonly x: number
  readonly y: number
}

export interface GeoPoint {
  readonly lon: number
  readonly lat: number
}

const metresPerDegree = 111_320

/** Plane around an origin (equirectangular): within 100 km lengths are right to about 1 in 10 000 across China's latitudes. */
export interface Plane {
  readonly origin: GeoPoint
  toPlane(place: GeoPoint): PlanePoint
  toGeo(point: PlanePoint): GeoPoint
}

export function createPlane(origin: GeoPoint): Plane {
  const east = metresPerDegree * Math.cos((origin.lat * Math.PI) / 180)
  return {
    origin,
    toPlane: ({ lon, lat }) => ({ x: (lon - origin.lon) * east, y: (lat - origin.lat) * metresPerDegree }),
    toGeo: ({ x, y }) => ({ lon: origin.lon + x / east, lat: origin.lat + y / metresPerDegree }),
  }
}

export const getDistanceM = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a.x - b.x, a.y - b.y)

/** The middle value of each coordinate: an origin that a few places off the map do not move. */
export function getMiddle(places: readonly GeoPoint[]): GeoPoint {
  const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return { lon: middle(places.map((place) => place.lon)), lat: middle(places.map((place) => place.lat)) }
}

/** True where the segments a–b and c–d cross or touch. */
export function doSegmentsCross(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): boolean {
  const side = (p: PlanePoint, q: PlanePoint, r: PlanePoint) =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  return s1 !== s2 && s3 !== s4
}
