import { useCallback, useEffect, useState } from 'react'
import type { MapFeature, Position } from './map-features.ts'
import type { MapState } from './use-map.ts'

export interface Measuring {
  readonly isOn: boolean
  readonly places: readonly Position[]
  readonly toggle: () => void
  readonly again: () => void
  /** For who uses no mouse: the map is moved by arrow keys, and its centre is the place. */
  readonly addCentre: () => void
}

/** 测距: places clicked on the map, drawn as a line. */
export function useMeasure(state: MapState): Measuring {
  const [isOn, setOn] = useState(false)
  const [places, setPlaces] = useState<readonly Position[]>([])
  const add = useCallback((place: Position) => setPlaces((before) => [...before, place]), [])
  useEffect(() => {
    if (state.is !== 'ready' || !isOn) return
    const { map } = state
    const click = map.on('click', ({ lngLat }) => add([lngLat.lng, lngLat.lat]))
    map.getCanvas().style.cursor = 'crosshair'
    return () => {
      click.unsubscribe()
      map.getCanvas().style.cursor = ''
    }
  }, [state, isOn, add])
  useEffect(() => {
    if (state.is === 'ready') state.code.setFeatures(state.map, 'measure', drawnAs(places))
  }, [state, places])
  return {
    isOn,
    places,
    toggle: () => {
      setOn(!isOn)
      setPlaces([])
    },
    again: () => setPlaces([]),
    addCentre: () => {
      if (state.is !== 'ready') return
      const { lng, lat } = state.map.getCenter()
      add([lng, lat])
    },
  }
}

function drawnAs(places: readonly Position[]): { type: 'FeatureCollection'; features: readonly MapFeature[] } {
  const points = places.map(
    (coordinates): MapFeature => ({ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: {} }),
  )
  const line: MapFeature = { type: 'Feature', geometry: { type: 'LineString', coordinates: places }, properties: {} }
  return { type: 'FeatureCollection', features: places.length > 1 ? [line, ...points] : points }
}
