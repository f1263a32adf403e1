import type { Json, PlainDate, Result, WorkingCalendar } from '#kernel'
import type { PowerStandards } from '#power'
import type { ProcessGraph } from '#process'

/** A row of a published decision that applied: its outputs and where it comes from. */
export interface StandardRow {
  readonly outputs: Readonly<Record<string, Json>>
  readonly source: string
  readonly confidence: string
}

/** A published process in one version. Published versions never change. */
export interface PublishedProcess {
  readonly name: string
  readonly version: number
  readonly contentHash: string
  readonly graph: ProcessGraph
}

/**
 * The company's standards as published, loaded: pure to read, so that decisions take them as an argument.
 * A decision is asked for a date and answers by the rows in force on it.
 */
export interface PublishedStandards {
  readonly calendar: WorkingCalendar
  decide(decision: string, inputs: Readonly<Record<string, Json>>, onDate: PlainDate): Result<readonly StandardRow[]>
  /** The newest version in force on the date. */
  process(name: string, onDate: PlainDate): PublishedProcess | undefined
  processVersion(name: string, version: number): PublishedProcess | undefined
  /** A number of the table `notice-settings` in force on the date. */
  setting(key: string, onDate: PlainDate): number
  /** The rows of every table of the power rules that are in force on the date. */
  powerOn(onDate: PlainDate): PowerStandards
  /** A published text or library by kind and name (`clause`, `document`), parsed, in the version in force on the date. */
  library(kind: string, name: string, onDate: PlainDate): Json | undefined
}
