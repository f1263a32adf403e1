import type { CaseFile, PublishedStandards } from '#casefile'
import { accept, type JsonObject, type PlainDate, type Result } from '#kernel'
import type { SupplyPlan } from '../api.ts'
import { checkSupplyPlan } from './check-supply-plan.ts'
import { readPlanBasis } from './plan-basis.ts'
import type { PlanCheck } from './plan-check.ts'
import { findDraft, objectionsOf, type PlanObjections } from './plan-standing.ts'
import { draftByRules, planRules } from './propose-supply-plan.ts'

/** What the designer's form begins with; the plan's own fields stand at the top level. */
export type PlanPrefill = SupplyPlan & {
  readonly checks: readonly PlanCheck[]
  /** Lines of the equipment list counted in full, because their category is not known. */
  readonly countedInFull: readonly string[]
  readonly objections: PlanObjections
}

/** The last draft where there was one, so that a second round keeps what was worked out; else the proposal by the rules. */
export function prefillSupplyPlan(
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
): Result<PlanPrefill> {
  const rules = planRules(standards, today)
  const basis = readPlanBasis(file, rules.power)
  if (!basis.ok) return basis
  const earlier = findDraft(file)
  const proposed = earlier ? accept(earlier) : draftByRules(basis.value, rules)
  if (!proposed.ok) return proposed
  return accept({
    ...proposed.value,
    checks: checkSupplyPlan(proposed.value, basis.value, rules),
    countedInFull: basis.value.load.countedInFull,
    objections: objectionsOf(file),
  })
}

/** The same as a task's prefill; where the rules cannot propose, `unproposed` says why and the form begins empty. */
export function draftingPrefill(file: CaseFile, standards: PublishedStandards, today: PlainDate): JsonObject {
  const prefill = prefillSupplyPlan(file, standards, today)
  return prefill.ok ? (prefill.value as unknown as JsonObject) : { unproposed: prefill.refusal.code }
}
