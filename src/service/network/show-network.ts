import type { Network, NetworkPoint } from '#power'

type Position = readonly [lon: number, lat: number]

export interface NetworkFeature {
  readonly type: 'Feature'
  readonly geometry:
    | { readonly type: 'Point'; readonly coordinates: Position }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  readonly properties: Readonly<Record<string, string | number | boolean | null>> & { readonly element: string }
}

/** A GeoJSON feature collection (RFC 7946). */
export interface NetworkMap {
  readonly type: 'FeatureCollection'
  readonly features: readonly NetworkFeature[]
  /** False where the imported file has no positions: nothing can be drawn. */
  readonly hasPlaces: boolean
}

/**
 * The network for a map, without private data: customers' own transformers, supply points and the low-voltage lines to
 * them stay out, and so do maxima and numbers of users. Lines run straight between the places they join.
 */
export function showNetwork(network: Network): NetworkMap {
  if (!network.hasPlaces) return { type: 'FeatureCollection', features: [], hasPlaces: false }
  const at = (place: { readonly x: number; readonly y: number } | undefined): Position => {
    const { lon, lat } = network.plane.toGeo(place ?? { x: 0, y: 0 })
    return [round(lon), round(lat)]
  }
  const point = (
    place: { readonly x: number; readonly y: number } | undefined,
    properties: NetworkFeature['properties'],
  ): NetworkFeature => ({ type: 'Feature', geometry: { type: 'Point', coordinates: at(place) }, properties })
  const line = (from: number, to: number, properties: NetworkFeature['properties']): NetworkFeature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: [at(network.points[from]), at(network.points[to])] },
    properties,
  })
  return {
    type: 'FeatureCollection',
    hasPlaces: true,
    features: [
      ...network.substations.map((substation) =>
        point(substation, { element: 'substation', name: substation.name, highKv: substation.highKv }),
      ),
      ...network.points.map((place) => point(place, pointProperties(place))),
      ...network.sections.map(({ name, feeder, from, to, laying, model, lengthM }) =>
        line(from, to, {
          element: 'section',
          name,
          feeder: network.feeders[feeder]?.name ?? '',
          laying,
          model: model ?? null,
          lengthM,
        }),
      ),
      ...network.switches.map(({ name, from, to, kind, isClosed }) =>
        line(from, to, { element: 'switch', name, kind, isClosed }),
      ),
      ...network.distributionTransformers.flatMap(({ name, point: place, kva, isPublic, zone }) =>
        isPublic
          ? [point(network.points[place], { element: 'distribution-transformer', name, kva, zone: zone ?? null })]
          : [],
      ),
    ],
  }
}

const pointProperties = ({ name, kind, kv, spareBays }: NetworkPoint): NetworkFeature['properties'] => ({
  element: kind,
  name,
  kv,
  ...(kind === 'pole' || kind === 'joint' ? {} : { spareBays }),
})

/** A tenth of a metre is finer than any survey of a pole. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
