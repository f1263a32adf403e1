import { useEffect, useRef } from 'react'
import { createPlane } from '#kernel'
import { fill } from '../words/room-words.ts'
import type { Position } from './map-features.ts'
import type { MapCode, MapState } from './use-map.ts'
import type { MapTexts } from './use-map-texts.ts'

/** A point that stands above the map: the customer's place, an access device, a bend of a route. */
export interface MapPoint {
  readonly id: string
  readonly place: Position
  /** What a screen reader says, and what stands under it where `isNamed`. */
  readonly label: string
  readonly isNamed?: boolean
  /** Short text in it, such as the number of a plan. */
  readonly mark?: string
  readonly tone?: 'customer' | 'chosen' | 'other' | 'bend'
  readonly canMove?: boolean
}

/** `moved` while it is dragged, `dropped` once it is let go (also after each step by key). */
export type PointMoved = (id: string, place: Position, how: 'moved' | 'dropped') => void

const stepM = 5
const steps: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
}

export function useMapPoints(
  state: MapState,
  points: readonly MapPoint[],
  texts: MapTexts,
  onMove: PointMoved | undefined,
  onPick: ((id: string) => void) | undefined,
): void {
  const handlers = useRef({ onMove, onPick })
  handlers.current = { onMove, onPick }
  const shown = useRef(new Map<string, { marker: InstanceType<MapCode['Marker']>; looks: string }>())
  useEffect(() => {
    if (state.is !== 'ready') return
    const { map, code } = state
    const kept = new Set(points.map(({ id }) => id))
    for (const [id, { marker }] of shown.current)
      if (!kept.has(id)) {
        marker.remove()
        shown.current.delete(id)
      }
    for (const point of points) {
      const looks = JSON.stringify({ ...point, place: undefined })
      const before = shown.current.get(point.id)
      if (before?.looks === looks) {
        before.marker.setLngLat([...point.place])
        continue
      }
      before?.marker.remove()
      const element = elementOf(point, texts)
      const marker = new code.Marker({ element, draggable: point.canMove ?? false, anchor: 'center' })
      const tell = (how: 'moved' | 'dropped') => {
        const { lng, lat } = marker.getLngLat()
        handlers.current.onMove?.(point.id, [lng, lat], how)
      }
      marker.on('drag', () => tell('moved'))
      marker.on('dragend', () => tell('dropped'))
      element.addEventListener('click', (event) => {
        event.stopPropagation()
        handlers.current.onPick?.(point.id)
      })
      element.addEventListener('keydown', (event) => {
        const step = steps[event.key]
        if (!point.canMove || !step) return
        event.preventDefault()
        event.stopPropagation()
        const { lng, lat } = marker.getLngLat()
        marker.setLngLat(moveBy([lng, lat], step, event.shiftKey ? 10 * stepM : stepM))
        tell('dropped')
      })
      marker.setLngLat([...point.place]).addTo(map)
      // The marker gives its element a role of its own; ours is a button with a name.
      element.setAttribute('aria-label', nameOf(point, texts))
      element.removeAttribute('role')
      shown.current.set(point.id, { marker, looks })
    }
  }, [state, points, texts])
  useEffect(() => {
    const markers = shown.current
    return () => {
      for (const { marker } of markers.values()) marker.remove()
      markers.clear()
    }
  }, [])
}

const nameOf = ({ label, canMove }: MapPoint, texts: MapTexts): string =>
  canMove ? fill(texts.point, { label }) : label

function moveBy([lon, lat]: Position, [east, north]: readonly [number, number], byM: number): [number, number] {
  const moved = createPlane({ lon, lat }).toGeo({ x: east * byM, y: north * byM })
  return [moved.lon, moved.lat]
}

function elementOf(point: MapPoint, texts: MapTexts): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = `grid-point ${point.tone ?? 'other'}${point.canMove ? ' can-move' : ''}`
  element.title = nameOf(point, texts)
  element.append(point.mark ?? '')
  if (point.isNamed) {
    const name = document.createElement('span')
    name.className = 'grid-point-name'
    name.textContent = point.label
    element.append(name)
  }
  return element
}
