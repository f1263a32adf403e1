import type { Plane, PlanePoint } from '#kernel'
import type { TerrainKind } from '#power'
import type { Ground } from './terrain-shelf.ts'

type Position = readonly [lon: number, lat: number]

interface TerrainShape {
  readonly type: 'Feature'
  readonly properties: { readonly kind: TerrainKind }
  readonly geometry:
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
}

/** The ground for a map: GeoJSON with property `kind`, degrees to the seventh place (about a centimetre). */
export interface TerrainMap {
  readonly type: 'FeatureCollection'
  readonly version: number
  readonly features: readonly TerrainShape[]
}

export function showTerrain({ version, features }: Ground, plane: Plane): TerrainMap {
  const position = (place: PlanePoint): Position => {
    const { lon, lat } = plane.toGeo(place)
    return [Number(lon.toFixed(7)), Number(lat.toFixed(7))]
  }
  return {
    type: 'FeatureCollection',
    version: version.version,
    features: features.map(({ kind, isArea, shape, holes = [] }) => ({
      type: 'Feature',
      properties: { kind },
      geometry: isArea
        ? { type: 'Polygon', coordinates: [shape, ...holes].map((ring) => ring.map(position)) }
        : { type: 'LineString', coordinates: shape.map(position) },
    })),
  }
}
