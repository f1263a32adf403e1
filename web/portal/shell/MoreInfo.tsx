import type { ReactNode } from 'react'

/** Something explained only when asked for. */
export function MoreInfo({ summary, children }: { readonly summary: string; readonly children: ReactNode }) {
  return (
    <details className="more">
      <summary>{summary}</summary>
      <div className="more-body">{children}</div>
    </details>
  )
}
