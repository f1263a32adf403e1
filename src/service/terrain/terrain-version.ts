import type { GroundFormat } from '#power'

/** An imported ground, without its content. Never changed; the newest one counts. */
export interface TerrainVersion {
  readonly version: number
  readonly fileName: string
  readonly format: GroundFormat
  readonly contentHash: string
  /** Number of lines and areas in it. */
  readonly features: number
  readonly importedAt: string
  readonly importedBy: string
}
