/** A place on the ground, degrees, WGS 84. */
export interface GeoPoint {
  readonly lon: number
  readonly lat: number
}

/** A place on a plane, metres east and north of its origin. */
export interface PlanePoint {
  readonly x: number
  readonly y: number
}

/** Plane around an origin (equirectangular): within 100 km lengths are right to about 1 in 10 000 across China's latitudes. */
export interface Plane {
  readonly origin: GeoPoint
  toPlane(place: GeoPoint): PlanePoint
  toGeo(point: PlanePoint): GeoPoint
}

/** One degree of latitude, m: a 360th of the equator (WGS 84). */
const metresPerDegree = 111_320
/** Mean radius of the earth, m (IUGG). */
const earthRadiusM = 6_371_009

const radians = (degrees: number) => (degrees * Math.PI) / 180

export function createPlane(origin: GeoPoint): Plane {
  const east = metresPerDegree * Math.cos(radians(origin.lat))
  return {
    origin,
    toPlane: ({ lon, lat }) => ({ x: (lon - origin.lon) * east, y: (lat - origin.lat) * metresPerDegree }),
    toGeo: ({ x, y }) => ({ lon: origin.lon + x / east, lat: origin.lat + y / metresPerDegree }),
  }
}

/** Straight across a plane, m. */
export const getDistanceM = (a: PlanePoint, b: PlanePoint): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Length of a line through these points of a plane, m. */
export const getLengthM = (points: readonly PlanePoint[]): number =>
  points.reduce((sum, point, at) => (at === 0 ? 0 : sum + getDistanceM(points[at - 1] ?? point, point)), 0)

/** Between two places however far apart: along the great circle (haversine), m; within 0.5 % of the ellipsoid. */
export function getGreatCircleM(a: GeoPoint, b: GeoPoint): number {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lon - a.lon) / 2) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** A rectangle of a plane, m. */
export interface Bounds {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** The least rectangle around points; around none, one that touches nothing. */
export function getBounds(points: Iterable<PlanePoint>): Bounds {
  const bounds = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (const { x, y } of points) {
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.bottom = Math.min(bounds.bottom, y)
    bounds.top = Math.max(bounds.top, y)
  }
  return bounds
}

/** The rectangle with so much more on each side. */
export const widen = ({ left, right, bottom, top }: Bounds, byM: number): Bounds => ({
  left: left - byM,
  right: right + byM,
  bottom: bottom - byM,
  top: top + byM,
})

/** True where two rectangles share a point. */
export const doTouch = (a: Bounds, b: Bounds): boolean =>
  a.left <= b.right && a.right >= b.left && a.bottom <= b.top && a.top >= b.bottom
