import type { ReactNode, Ref, UIEvent } from 'react'

interface ScrollRegionProps {
  readonly label: string
  readonly className: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLElement>
  readonly onScroll?: (event: UIEvent<HTMLElement>) => void
}

/** A part of the page that scrolls by itself: named, and reachable by keyboard so that the arrows scroll it. */
export function ScrollRegion({ label, className, children, ref, onScroll }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={className} aria-label={label} tabIndex={0} ref={ref} onScroll={onScroll}>
      {children}
    </section>
  )
}
