import type { PublishedStandards } from '#casefile'
import type { IndicatorCase } from '#insight'
import { dateInShanghai, type PlainDate } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'
import { type CaseRow, caseRow } from './case-rows.ts'
import { indicatorCases } from './indicator-cases.ts'
import type { IndicatorReport } from './indicator-report.ts'

/** The indicators with every case they were counted from. */
export interface IndicatorTable {
  readonly report: IndicatorReport
  readonly cases: readonly { readonly row: CaseRow; readonly openedOn: PlainDate; readonly counted: IndicatorCase }[]
  /** The number people know a case by. */
  readonly numberOf: Readonly<Record<string, string>>
}

export function indicatorTable(
  report: IndicatorReport,
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  now: Date,
): IndicatorTable {
  const byId = new Map(cases.map((each) => [each.caseId, each]))
  const rows = indicatorCases(cases, standards, now).flatMap((counted) => {
    const history = byId.get(counted.caseId)
    return history ? [{ row: caseRow(history), openedOn: dateInShanghai(new Date(history.openedAt)), counted }] : []
  })
  const numberOf = Object.fromEntries(rows.map(({ row }) => [row.caseId, row.caseNumber]))
  return { report, cases: rows, numberOf }
}
