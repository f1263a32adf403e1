import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/** A new page begins at its top; a page come back to keeps its place, which the browser remembers. */
export function useScrollToTop(): void {
  const [location] = useLocation()
  const cameBack = useRef(false)
  useEffect(() => {
    const note = () => {
      cameBack.current = true
    }
    window.addEventListener('popstate', note)
    return () => window.removeEventListener('popstate', note)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page is another
  useEffect(() => {
    if (!cameBack.current) window.scrollTo(0, 0)
    cameBack.current = false
  }, [location])
}
