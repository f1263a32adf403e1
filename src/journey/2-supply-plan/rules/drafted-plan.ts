import type { CaseFile, NetworkProof, NewFact } from '#casefile'
import type { Json, JsonObject } from '#kernel'
import type { DraftSupplyPlan, SupplyPlan } from '../api.ts'
import type { JudgedPlan } from './judge-plan.ts'

/** The plan itself, without what belongs to the step that gave it, and with what has to be done first by its proof. */
export function planOf({ counterVisit: _, ...plan }: DraftSupplyPlan, proof?: NetworkProof): SupplyPlan {
  const preconditions = (proof?.preconditions ?? []).map((entry) => ({
    ...entry,
    sourceNumber: plan.sources[entry.sourceNumber - 1]?.sourceNumber ?? entry.sourceNumber,
  }))
  return preconditions.length > 0 ? { ...plan, preconditions } : plan
}

/**
 * The facts of a drafted plan: the plan as it is, the checks it was drafted under, the network that proved it; and apart
 * from it, since its costs are the company's own, how it compares with what the system drafts.
 */
export function draftedFacts(plan: SupplyPlan, { checks, excused }: JudgedPlan, proof?: NetworkProof): NewFact[] {
  const { networkVersion, comparison } = proof ?? {}
  const drafted = {
    ...plan,
    checks,
    excused: excused.map((check) => check.check),
    ...(networkVersion === undefined ? {} : { networkVersion }),
  }
  return [
    { type: 'supply-plan-drafted', body: drafted as unknown as JsonObject },
    ...(comparison
      ? [{ type: 'plan-compared', body: { networkVersion, ...comparison } as unknown as JsonObject }]
      : []),
  ]
}

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
