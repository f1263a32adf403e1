import { createHash } from 'node:crypto'

export const standardKinds = ['process', 'decision', 'calendar', 'clause', 'document', 'table'] as const
export type StandardKind = (typeof standardKinds)[number]

/** A standard as its file says it; `name` is unique within its kind. */
export interface StandardText {
  readonly kind: StandardKind
  readonly name: string
  readonly content: string
}

/** A published version. Never changed; the newest one in force on a day counts. */
export interface StandardVersion extends StandardText {
  readonly version: number
  readonly contentHash: string
  readonly sourceNote: string
  readonly publishedAt: string
  readonly publishedBy: string
  /** First day on which it counts. */
  readonly effectiveFrom: string
}

export const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex')
