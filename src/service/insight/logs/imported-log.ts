import type { ColumnGuide } from '#insight'

/** An event log that was brought in, without its content. */
export interface ImportedLog {
  readonly logId: string
  readonly fileName: string
  readonly events: number
  readonly cases: number
  readonly importedAt: string
  readonly importedBy: string
}

/** How the columns of a CSV file are to be read; empty for XES. */
export type LogGuide = ColumnGuide
