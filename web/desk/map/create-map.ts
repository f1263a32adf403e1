import { type GeoJSONSource, Map as LibreMap, Marker, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { type MapColours, readColours } from './map-colours.ts'
import { type MapFeatures, noFeatures } from './map-features.ts'
import { type LayerGroup, layersOf, type SourceName, sources } from './map-layers.ts'
import { drawSymbols } from './map-symbols.ts'

// The policy of the server lets workers come from our own origin alone, so the bundler gives the worker an address there.
setWorkerUrl(workerUrl)

export type { LibreMap }
export { Marker }

/** The map drew nothing since the browser has no WebGL 2; the page says so and shows its table. */
export function hasWebGl(): boolean {
  return document.createElement('canvas').getContext('webgl2') !== null
}

interface MapStart {
  /** What a screen reader calls the map. */
  readonly title: string
  /** West, south, east, north: what is in view from the first frame. */
  readonly bounds: readonly [number, number, number, number] | undefined
}

/** An empty map with every source and layer; no tile, glyph or picture is fetched from anywhere. */
export function createMap(container: HTMLElement, { title, bounds }: MapStart): LibreMap {
  const colours = readColours(container)
  const map = new LibreMap({
    container,
    ...(bounds && { bounds: [...bounds], fitBoundsOptions: { padding: 32, maxZoom: 17 } }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxZoom: 19,
    fadeDuration: 0,
    localIdeographFontFamily: getComputedStyle(container).fontFamily,
    locale: { 'Map.Title': title },
    style: {
      version: 8,
      sources: Object.fromEntries(sources.map((name) => [name, { type: 'geojson', data: noFeatures as never }])),
      layers: layersOf(colours).map(({ layer }) => layer),
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 140 }), 'bottom-left')
  map.once('style.load', () => drawSymbols(map, colours))
  return map
}

export function setFeatures(map: LibreMap, name: SourceName, features: MapFeatures): void {
  map.getSource<GeoJSONSource>(name)?.setData(features as never)
}

export function recolour(map: LibreMap, colours: MapColours): void {
  drawSymbols(map, colours)
  for (const { layer } of layersOf(colours))
    for (const [property, value] of Object.entries(layer.paint ?? {}))
      map.setPaintProperty(layer.id, property as never, value as never)
}

export function showGroups(map: LibreMap, hidden: ReadonlySet<LayerGroup>, colours: MapColours): void {
  for (const { group, layer } of layersOf(colours))
    if (group) map.setLayoutProperty(layer.id, 'visibility', hidden.has(group) ? 'none' : 'visible')
}
