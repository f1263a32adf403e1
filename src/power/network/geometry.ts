import { type GeoPoint, getDistanceM, type PlanePoint } from '#kernel'

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

/** The corners of a line and places between them, at most `stepM` apart. */
export function placesAlong(line: readonly PlanePoint[], stepM: number): PlanePoint[] {
  const places: PlanePoint[] = line.slice(0, 1)
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1], line[at]]
    if (!a || !b) continue
    const steps = Math.max(1, Math.ceil(getDistanceM(a, b) / stepM))
    for (let step = 1; step <= steps; step++)
      places.push({ x: a.x + ((b.x - a.x) * step) / steps, y: a.y + ((b.y - a.y) * step) / steps })
  }
  return places
}
