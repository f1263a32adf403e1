import { createPlane, getLengthM } from '#kernel'

export interface TrackPoint {
  readonly longitude: number
  readonly latitude: number
}

/**
 * The positions of a track: GPX (track, route or way points), GeoJSON (its first line), or text with `longitude,latitude` a
 * line. Undefined where there are not two of them. Reads text only; nothing of it is run.
 */
export function readTrack(text: string): readonly TrackPoint[] | undefined {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const found = trimmed.startsWith('<')
    ? readGpx(trimmed)
    : trimmed.startsWith('{')
      ? readGeoJson(trimmed)
      : readLines(trimmed)
  const points = found.filter(({ longitude, latitude }) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)
  return points.length >= 2 && points.length === found.length ? points : undefined
}

/** Points of a track, else of a route, else way points; only their positions are looked at. */
function readGpx(text: string): TrackPoint[] {
  const attribute = (tag: string, name: string) =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["']([^"']+)["']`).exec(tag)?.[1] ?? Number.NaN)
  const tagsOf = (name: string) => text.match(new RegExp(`<${name}\\b[^>]*>`, 'g')) ?? []
  const tags = ['trkpt', 'rtept', 'wpt'].map(tagsOf).find((found) => found.length >= 2) ?? []
  return tags.map((tag) => ({ longitude: attribute(tag, 'lon'), latitude: attribute(tag, 'lat') }))
}

function readGeoJson(text: string): TrackPoint[] {
  try {
    return positionsOf(JSON.parse(text))
  } catch {
    return []
  }
}

/** The first line anywhere in a GeoJSON value. */
function positionsOf(value: unknown): TrackPoint[] {
  if (typeof value !== 'object' || value === null) return []
  const { type, coordinates, geometry, features } = value as Record<string, unknown>
  if (type === 'LineString' && Array.isArray(coordinates)) {
    return coordinates.map((pair: unknown) => {
      const [longitude, latitude] = Array.isArray(pair) ? pair : []
      return { longitude: Number(longitude ?? Number.NaN), latitude: Number(latitude ?? Number.NaN) }
    })
  }
  for (const inner of [geometry, ...(Array.isArray(features) ? features : [])]) {
    const found = positionsOf(inner)
    if (found.length > 0) return found
  }
  return []
}

function readLines(text: string): TrackPoint[] {
  return text
    .split(/\r?\n/)
    .map((line) => /^\s*(-?\d+(?:\.\d+)?)\s*[,，;\s]\s*(-?\d+(?:\.\d+)?)/.exec(line))
    .flatMap((match) => (match ? [{ longitude: Number(match[1]), latitude: Number(match[2]) }] : []))
}

/** Length in metres. */
export function trackLengthM(track: readonly TrackPoint[]): number {
  const places = track.map(({ longitude, latitude }) => ({ lon: longitude, lat: latitude }))
  return places[0] ? getLengthM(places.map(createPlane(places[0]).toPlane)) : 0
}
