import type { LoadingBands } from '#service/network/open-capacity'

/** Degrees, WGS 84. */
export type Position = readonly [lon: number, lat: number]

type Shape =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }

export interface MapFeature {
  readonly type: 'Feature'
  readonly geometry: Shape
  readonly properties: Readonly<Record<string, unknown>>
}

/** GeoJSON (RFC 7946) in degrees, as the routes give it. */
export interface MapFeatures {
  readonly type: 'FeatureCollection'
  readonly features: readonly MapFeature[]
}

/** How full a feeder is, promises counted; `unknown` where nothing is known of it. */
export type LoadingBand = 'low' | 'middle' | 'high' | 'unknown'

export interface FeederLoadings {
  /** By the feeder's name, promises counted: 0.74 is 74 %. */
  readonly byFeeder: ReadonlyMap<string, number>
  readonly bands: LoadingBands
}

export function bandOf(loading: number | undefined, { middle, high }: LoadingBands): LoadingBand {
  if (loading === undefined || !Number.isFinite(loading)) return 'unknown'
  if (loading > high) return 'high'
  return loading >= middle ? 'middle' : 'low'
}

const bandOfFeeder = (feeder: string, loadings: FeederLoadings | undefined): LoadingBand =>
  loadings ? bandOf(loadings.byFeeder.get(feeder), loadings.bands) : 'unknown'

const nowhere: MapFeatures = { type: 'FeatureCollection', features: [] }
export const noFeatures = nowhere

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Each section says how full its feeder is, so that a layer can colour it. */
export function withBands(network: MapFeatures, loadings: FeederLoadings | undefined): MapFeatures {
  const features = network.features.map((feature) => {
    if (feature.properties.element !== 'section') return feature
    const band = bandOfFeeder(textOf(feature.properties.feeder), loadings)
    return { ...feature, properties: { ...feature.properties, band } }
  })
  return { type: 'FeatureCollection', features }
}

/** One point for each feeder, in the middle of its sections, with what to write there. */
export function feederLabels(network: MapFeatures, loadings: FeederLoadings | undefined): MapFeatures {
  const middles = new Map<string, Position[]>()
  for (const { properties, geometry } of network.features) {
    if (properties.element !== 'section' || geometry.type !== 'LineString') continue
    const feeder = textOf(properties.feeder)
    const [from, to] = [geometry.coordinates[0], geometry.coordinates.at(-1)]
    if (!from || !to || feeder === '') continue
    const places = middles.get(feeder) ?? []
    places.push([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2])
    middles.set(feeder, places)
  }
  const features = [...middles].flatMap(([feeder, places]): MapFeature[] => {
    const place = places[Math.floor(places.length / 2)]
    if (!place) return []
    const loading = loadings?.byFeeder.get(feeder)
    const label = loading === undefined ? feeder : `${feeder} ${(loading * 100).toFixed(1)} %`
    return [
      {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: place },
        properties: { element: 'feeder', name: feeder, label, band: bandOfFeeder(feeder, loadings) },
      },
    ]
  })
  return { type: 'FeatureCollection', features }
}

/** West, south, east, north; undefined where there is nothing. */
export function boundsOf(all: readonly MapFeatures[]): readonly [number, number, number, number] | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { features } of all)
    for (const { geometry } of features)
      for (const [lon, lat] of positionsOf(geometry)) {
        west = Math.min(west, lon)
        south = Math.min(south, lat)
        east = Math.max(east, lon)
        north = Math.max(north, lat)
      }
  return west <= east ? [west, south, east, north] : undefined
}

function positionsOf(shape: Shape): readonly Position[] {
  if (shape.type === 'Point') return [shape.coordinates]
  return shape.type === 'LineString' ? shape.coordinates : shape.coordinates.flat()
}

/** What carries this name, or the sections of the feeder of this name; undefined where nothing does. */
export function featureNamed(network: MapFeatures, name: string): readonly MapFeature[] | undefined {
  const found = network.features.filter(
    ({ properties }) => properties.name === name || (properties.element === 'section' && properties.feeder === name),
  )
  return found.length > 0 ? found : undefined
}
