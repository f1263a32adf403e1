import { type RefObject, useEffect, useRef, useState } from 'react'
import type { LibreMap } from './create-map.ts'
import { readColours, whenColoursChange } from './map-colours.ts'
import { boundsOf, type MapFeatures } from './map-features.ts'

/** What draws: the library with our part of it, loaded when a map is first shown. */
export type MapCode = typeof import('./create-map.ts')

export type MapState =
  | { readonly is: 'loading' }
  | { readonly is: 'no-webgl' }
  | { readonly is: 'failed'; readonly error: Error }
  | { readonly is: 'ready'; readonly map: LibreMap; readonly code: MapCode }

/** A map in this element for as long as it is on the page, in the page's colours. */
export function useMap(container: RefObject<HTMLElement | null>, title: string, features: MapFeatures): MapState {
  const first = useRef(features)
  const [state, setState] = useState<MapState>({ is: 'loading' })
  useEffect(() => {
    const element = container.current
    if (!element) return
    const opened: { map?: LibreMap; stopColours?: () => void; isOver?: boolean } = {}
    const open = async () => {
      const code = await import('./create-map.ts')
      if (opened.isOver) return
      if (!code.hasWebGl()) return setState({ is: 'no-webgl' })
      const map = code.createMap(element, { title, bounds: boundsOf([first.current]) })
      opened.map = map
      opened.stopColours = whenColoursChange(() => code.recolour(map, readColours(element)))
      map.once('style.load', () => setState({ is: 'ready', map, code }))
    }
    open().catch((error: unknown) =>
      setState({ is: 'failed', error: error instanceof Error ? error : new Error(String(error)) }),
    )
    return () => {
      opened.isOver = true
      opened.stopColours?.()
      opened.map?.remove()
    }
  }, [container, title])
  return state
}
