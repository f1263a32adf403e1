const tokens = [
  'ink',
  'ink-2',
  'paper',
  'edge',
  'accent',
  'soon',
  'late',
  'info',
  'land',
  'block',
  'park',
  'water',
  'road',
  'road-edge',
  'hv',
  'lv',
] as const

/** The design tokens that the map draws with, as they stand for the page at this moment. */
export type MapColours = Readonly<Record<(typeof tokens)[number], string>>

export function readColours(root: Element): MapColours {
  const style = getComputedStyle(root)
  return Object.fromEntries(tokens.map((token) => [token, style.getPropertyValue(`--${token}`).trim()])) as MapColours
}

/** Calls back when the page changes between light and dark, by the system or by hand; the answer stops it. */
export function whenColoursChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const byHand = new MutationObserver(changed)
  system.addEventListener('change', changed)
  byHand.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    system.removeEventListener('change', changed)
    byHand.disconnect()
  }
}
