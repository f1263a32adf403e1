import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { Failure } from '../parts/Failure.tsx'
import { MapLegend } from './MapLegend.tsx'
import { MapSearch } from './MapSearch.tsx'
import { MapTools } from './MapTools.tsx'
import './map.css'
import { readColours } from './map-colours.ts'
import {
  boundsOf,
  type FeederLoadings,
  feederLabels,
  type MapFeatures,
  noFeatures,
  type Position,
  withBands,
} from './map-features.ts'
import { type LayerGroup, pickable } from './map-layers.ts'
import type { PickedElement } from './picked-element.ts'
import { type MapState, useMap } from './use-map.ts'
import { type MapPoint, type PointMoved, useMapPoints } from './use-map-points.ts'
import { useMapTexts } from './use-map-texts.ts'
import { useMeasure } from './use-measure.ts'

export interface NetworkMapProps {
  /** What the route of the network's map gives. */
  readonly network: MapFeatures
  /** How full each feeder is; nothing is coloured without it. */
  readonly loadings?: FeederLoadings | undefined
  /** Background: features with property `kind` (road, water, railway, building, protected). */
  readonly ground?: MapFeatures | undefined
  /** Who must be named for the ground, such as a map's contributors. */
  readonly groundSource?: string | undefined
  /** Routes and areas above the network: property `tone` is chosen, other, refused or area. */
  readonly overlays?: MapFeatures
  /** Points above all, which can be moved where they say so. */
  readonly points?: readonly MapPoint[]
  /** What to bring into view, when it changes; without it the whole network. */
  readonly focus?: MapFeatures | undefined
  readonly onPick?: (picked: PickedElement) => void
  readonly onPickPoint?: (id: string) => void
  readonly onMovePoint?: PointMoved
  /** A place on the map without anything there; degrees. */
  readonly onPlace?: (place: Position) => void
  /** Shown over the map's right edge, such as what was picked. */
  readonly children?: ReactNode
}

const noPoints: readonly MapPoint[] = []

/** The network on a map of our own drawing: loading by colour and width, layers, search, measuring, overlays, movable points. */
export function NetworkMap(props: NetworkMapProps) {
  const { network, loadings, ground, overlays, points = noPoints, focus } = props
  const texts = useMapTexts()
  const container = useRef<HTMLDivElement>(null)
  const state = useMap(container, texts.title, focus ?? network)
  const measuring = useMeasure(state)
  const [hidden, setHidden] = useState<ReadonlySet<LayerGroup>>(new Set())
  const banded = useMemo(() => withBands(network, loadings), [network, loadings])
  const labels = useMemo(() => feederLabels(network, loadings), [network, loadings])
  useEffect(() => {
    if (state.is !== 'ready') return
    state.code.setFeatures(state.map, 'network', banded)
    state.code.setFeatures(state.map, 'labels', labels)
  }, [state, banded, labels])
  useEffect(() => {
    if (state.is === 'ready') state.code.setFeatures(state.map, 'ground', ground ?? noFeatures)
  }, [state, ground])
  useEffect(() => {
    if (state.is === 'ready') state.code.setFeatures(state.map, 'overlays', overlays ?? noFeatures)
  }, [state, overlays])
  useEffect(() => {
    if (state.is === 'ready') state.code.setFeatures(state.map, 'points', asFeatures(points))
  }, [state, points])
  useEffect(() => {
    if (state.is === 'ready' && container.current)
      state.code.showGroups(state.map, hidden, readColours(container.current))
  }, [state, hidden])
  useFit(state, focus ?? network, loadings !== undefined && focus !== undefined)
  usePicking(state, props, measuring.isOn)
  useMapPoints(state, points, texts, props.onMovePoint, props.onPickPoint)
  if (state.is === 'failed') return <Failure error={state.error} />
  return (
    <section className="grid-map" aria-label={texts.title}>
      <div className="grid-map-canvas" ref={container} />
      {state.is === 'loading' && (
        <p className="grid-map-note" role="status">
          {texts.loading}
        </p>
      )}
      {state.is === 'no-webgl' && (
        <p className="grid-map-note" role="status">
          {texts.noWebGl}
        </p>
      )}
      {state.is === 'ready' && (
        <>
          <div className="grid-map-top">
            <MapTools
              measuring={measuring}
              hidden={hidden}
              onHide={setHidden}
              hasGround={ground !== undefined}
              onZoom={(by) => state.map.zoomTo(state.map.getZoom() + by)}
              onWhole={() => bringIntoView(state, network, true)}
            />
            <MapSearch
              network={network}
              labels={labels}
              onFound={(found) => {
                state.map.flyTo({ center: [...found.place], zoom: Math.max(state.map.getZoom(), 15.5) })
                props.onPick?.(found)
              }}
            />
          </div>
          {loadings && loadings.byFeeder.size > 0 && <MapLegend ends={loadings.bands} />}
          {props.children && <div className="grid-map-side">{props.children}</div>}
          {props.groundSource && <p className="grid-map-source">{props.groundSource}</p>}
        </>
      )}
    </section>
  )
}

/** The places of points, so that names keep away from them. */
const asFeatures = (points: readonly MapPoint[]): MapFeatures => ({
  type: 'FeatureCollection',
  features: points.map(({ place }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: place },
    properties: {},
  })),
})

type Ready = Extract<MapState, { is: 'ready' }>

/** Width of the legend, which lies over the lower left corner of a wide map. */
const legendPx = 230

function bringIntoView({ map }: Ready, features: MapFeatures, isAnimated: boolean, hasLegend = false) {
  const bounds = boundsOf([features])
  if (!bounds) return
  const width = map.getContainer().clientWidth
  const side = Math.min(48, width / 12)
  // The tools lie over the upper edge.
  const left = hasLegend && width > 4 * legendPx ? side + legendPx : side
  const padding = { top: side + 40, bottom: side, left, right: side }
  map.fitBounds([...bounds], { padding, maxZoom: 17, animate: isAnimated })
}

function useFit(state: MapState, features: MapFeatures, hasLegend: boolean) {
  const wasFitted = useRef(false)
  useEffect(() => {
    if (state.is !== 'ready') return
    bringIntoView(state, features, wasFitted.current, hasLegend)
    wasFitted.current = true
  }, [state, features, hasLegend])
}

function usePicking(state: MapState, { onPick, onPlace }: NetworkMapProps, isMeasuring: boolean) {
  const handlers = useRef({ onPick, onPlace })
  handlers.current = { onPick, onPlace }
  useEffect(() => {
    if (state.is !== 'ready' || isMeasuring) return
    const { map } = state
    const click = map.on('click', ({ point, lngLat }) => {
      const reach = 6
      const box: [[number, number], [number, number]] = [
        [point.x - reach, point.y - reach],
        [point.x + reach, point.y + reach],
      ]
      const found = map.queryRenderedFeatures(box, { layers: [...pickable] })
      const first = pickable.map((id) => found.find(({ layer }) => layer.id === id)).find((each) => each !== undefined)
      const place: Position = [lngLat.lng, lngLat.lat]
      if (!first) return handlers.current.onPlace?.(place)
      const { element, name } = first.properties as { element: string; name: string }
      handlers.current.onPick?.({ element, name, place, properties: first.properties })
    })
    const over = map.on('mousemove', [...pickable], () => {
      map.getCanvas().style.cursor = handlers.current.onPick ? 'pointer' : ''
    })
    const out = map.on('mouseleave', [...pickable], () => {
      map.getCanvas().style.cursor = ''
    })
    return () => {
      for (const each of [click, over, out]) each.unsubscribe()
    }
  }, [state, isMeasuring])
}
