/** One node of the process that a case's variant has, with the working days it took and may take. */
export interface NodeTime {
  readonly node: string
  readonly usedDays: number
  readonly limitDays: number
}

/** Whose day it was (发改能源规〔2020〕1479号 counts only the company's). */
export type ClockOwner = 'company' | 'customer' | 'government' | 'weather'

export interface OwnedDays {
  readonly owner: ClockOwner
  readonly reason: string
  readonly days: number
}

/** What the indicators need of a finished case; undefined where the case's variant has no such step, or nobody asked. */
export interface IndicatorCase {
  readonly caseId: string
  readonly unit: string
  /** Class by which times are averaged: resident, low-voltage, high-voltage single, … */
  readonly connectionClass: string
  /** Group by which the on-time rate is weighted: high voltage, low voltage, generation and charging. */
  readonly rateGroup: string
  /** Month in which the case was archived, `YYYY-MM`: the month it counts in. */
  readonly archivedMonth: string
  /** Only nodes the variant has: a dropped node is no pass. */
  readonly nodes: readonly NodeTime[]
  readonly connectionDays: number
  readonly stages: number
  readonly counterVisits: number
  readonly appliedOnline: boolean
  /** Complete at the first application. */
  readonly completeAtOnce: boolean
  readonly planPassedFirst?: boolean
  readonly inspectionPassedFirst?: boolean
  readonly archivedInTime?: boolean
  /** 1 to 5. */
  readonly satisfaction?: number
  readonly days: readonly OwnedDays[]
}
