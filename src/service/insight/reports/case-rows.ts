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

export interface StepQuestion {
  readonly element?: string | undefined
  readonly source?: string | undefined
  readonly target?: string | undefined
}

/** Cases that did a step, or went from one step to another. */
export function casesWith(
  cases: readonly CaseHistory[],
  { element, source, target }: StepQuestion,
): readonly CaseHistory[] {
  return cases.filter(({ runs }) => {
    const done = runs.toSorted((a, b) => a.doneMs - b.doneMs)
    const did = element === undefined || done.some((run) => run.elementId === element)
    const went =
      source === undefined ||
      target === undefined ||
      done.some((run, i) => i > 0 && run.elementId === target && done[i - 1]?.elementId === source)
    return did && went
  })
}
