import type { PlainDate } from '#kernel'

/** An imported network, without its text. Never changed; the newest one in force on a day counts. */
export interface NetworkVersion {
  readonly version: number
  readonly contentHash: string
  readonly importedAt: string
  readonly importedBy: string
  /** First day on which it counts. */
  readonly effectiveFrom: PlainDate
}
