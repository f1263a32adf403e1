import type { CaseFile, NewFact } from '#casefile'
import type { Json, JsonObject } from '#kernel'
import type { DraftSupplyPlan, SupplyPlan } from '../api.ts'
import type { JudgedPlan } from './judge-plan.ts'

/** The plan itself, without what belongs to the step that gave it. */
export function planOf({ counterVisit: _, ...plan }: DraftSupplyPlan): SupplyPlan {
  return plan
}

/** The fact of a drafted plan: the plan as it is, the checks it was drafted under, and the network that proved it. */
export const draftedFact = (plan: SupplyPlan, { checks, excused }: JudgedPlan, networkVersion?: number): NewFact => ({
  type: 'supply-plan-drafted',
  body: {
    ...plan,
    checks,
    excused: excused.map((check) => check.check),
    ...(networkVersion === undefined ? {} : { networkVersion }),
  } as unknown as JsonObject,
})

/** What the process's gateways read of a plan. */
export const variablesOfPlan = (plan: SupplyPlan, { state }: CaseFile): Record<string, Json> => ({
  customerWorks: plan.customerWorks,
  gridWorks: plan.gridWorks,
  dispatched: plan.dispatched,
  ownGenerator: plan.ownGeneratorKw > 0 || state.variables.ownGenerator === true,
  sources: plan.sources.length,
  planAgreed: false,
  planAccepted: false,
})
