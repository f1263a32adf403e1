import type { PublishedStandards } from '#casefile'
import { variants, variantTrace } from '#insight'
import type { CaseHistory } from '../history/case-history.ts'
import { logOf } from '../history/history-log.ts'
import { companyDays, isLate } from './case-clock.ts'
import { round, timesOf } from './times.ts'

/** One order of steps that cases really took. */
export interface VariantRow {
  readonly elementIds: readonly string[]
  readonly cases: number
  /** Of all cases, 0 … 1; with all more frequent ones before it. */
  readonly share: number
  readonly cumulativeShare: number
  /** Median of the days on the company's clock; null where the calendar does not tell. */
  readonly medianDays: number | null
  readonly lateShare: number
  /** One that took it, by which its cases can be asked for. */
  readonly exampleCaseId: string
}

export interface VariantReport {
  readonly cases: number
  readonly variantCount: number
  readonly rows: readonly VariantRow[]
}

/** Variants of the finished cases, most frequent first: an open case has not yet chosen its way. */
export function variantReport(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  now: Date,
  limit: number,
): VariantReport {
  const finished = cases.filter(({ status, runs }) => status === 'closed' && runs.length > 0)
  const log = logOf(finished)
  const found = variants(log)
  const members: CaseHistory[][] = Array.from({ length: found.variantCount }, () => [])
  finished.forEach((each, index) => {
    members[found.variantOf[index] ?? 0]?.push(each)
  })
  let before = 0
  const rows = members.slice(0, limit).map((ofVariant, variant) => {
    before += ofVariant.length
    const days = ofVariant.map((each) => companyDays(each, standards.calendar, now))
    return {
      elementIds: variantTrace(log, found, variant),
      cases: ofVariant.length,
      share: round(ofVariant.length / finished.length),
      cumulativeShare: round(before / finished.length),
      medianDays: timesOf(days.filter((each) => each !== 'undetermined')).median,
      lateShare: round(ofVariant.filter((each) => isLate(each, standards, now)).length / ofVariant.length),
      exampleCaseId: ofVariant[0]?.caseId ?? '',
    }
  })
  return { cases: finished.length, variantCount: found.variantCount, rows }
}
