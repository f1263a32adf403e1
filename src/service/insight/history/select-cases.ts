import type { StaffActor, StaffRole } from '#casefile'
import { dateInShanghai } from '#kernel'
import type { CaseHistory } from './case-history.ts'

/** Which cases a report is about; what is left out does not narrow. */
export interface CaseSelection {
  /** Days on which the case was applied for, both included, `YYYY-MM-DD`. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly unitId?: string | undefined
  readonly kind?: string | undefined
  readonly voltageClass?: string | undefined
  readonly variant?: string | undefined
}

/** Roles that may look at the company's history; others see their cases, not the sum of all. */
export const insightRoles: readonly StaffRole[] = ['manager', 'auditor', 'administrator']

/** Cases of the selection that the person's roles of oversight cover, by unit and voltage class. */
export function selectCases(
  cases: readonly CaseHistory[],
  selection: CaseSelection,
  actor: StaffActor,
): readonly CaseHistory[] {
  const grants = actor.grants.filter((grant) => insightRoles.includes(grant.role))
  return cases.filter(
    (each) =>
      isSelected(each, selection) &&
      grants.some(
        ({ unitId, voltageClasses }) =>
          (unitId === null || unitId === each.unitId) && voltageClasses.includes(each.voltageClass),
      ),
  )
}

function isSelected(each: CaseHistory, selection: CaseSelection): boolean {
  const appliedOn = dateInShanghai(new Date(each.openedAt))
  return (
    (selection.from === undefined || appliedOn >= selection.from) &&
    (selection.to === undefined || appliedOn <= selection.to) &&
    (selection.unitId === undefined || each.unitId === selection.unitId) &&
    (selection.kind === undefined || each.kind === selection.kind) &&
    (selection.voltageClass === undefined || each.voltageClass === selection.voltageClass) &&
    (selection.variant === undefined || each.variant === selection.variant)
  )
}
