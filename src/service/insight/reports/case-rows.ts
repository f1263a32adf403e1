import type { CaseHistory } from '../history/case-history.ts'

/** A case in a list behind a number. */
export interface CaseRow {
  readonly caseId: string
  readonly caseNumber: string
  readonly customerName: string
  readonly address: string
  readonly kind: string
  readonly variant: string
  readonly unitId: string
  readonly voltageClass: string
  readonly status: string
  readonly openedAt: string
}

export function caseRow(history: CaseHistory): CaseRow {
  const { caseId, caseNumber, customerName, address, kind, variant, unitId, voltageClass, status, openedAt } = history
  return { caseId, caseNumber, customerName, address, kind, variant, unitId, voltageClass, status, openedAt }
}
