import type { CaseFile, PublishedStandards } from '#casefile'
import { type PlanWishes, planOfOption, type SupplyPlan } from '#journey/supply-plan'
import { accept, type PlainDate, type Result } from '#kernel'
import { type DraftDescription, describeDraft, draftPlans, type PlanDescription, type PlanRequest } from '#power'
import { askForPlan } from './ask-for-plan.ts'
import { roomLeft, type Surroundings } from './surroundings.ts'

/** A plan as the engine describes it, with the form that it fills. */
export interface PlanOption extends PlanDescription {
  readonly form: SupplyPlan
}

export interface PlanOptions extends Omit<DraftDescription, 'plans'> {
  readonly networkVersion: number
  /** The customer's receiving point, degrees. */
  readonly location: PlanRequest['location']
  readonly hasGround: boolean
  readonly plans: readonly PlanOption[]
}

/** Up to ten complete plans for a surveyed case: all that pass first, then those that need an exception. */
export function draftPlanOptions(
  file: CaseFile,
  wishes: PlanWishes,
  surroundings: Surroundings,
  standards: PublishedStandards,
  today: PlainDate,
): Result<PlanOptions> {
  const asked = askForPlan(file, wishes, standards, today)
  if (!asked.ok) return asked
  const { request, basis, rules } = asked.value
  const { inForce, ground } = surroundings
  const prepared = roomLeft(surroundings)
  const draft = draftPlans(prepared, request, inForce.standards, ground)
  if (!draft.ok) return draft
  const { plans, ...rest } = describeDraft(draft.value, prepared, request, inForce.standards)
  const filled = plans.flatMap((plan) => {
    const form = planOfOption(plan.sources, plan.mode, basis, rules)
    return form.ok ? [{ ...plan, form: form.value }] : []
  })
  return accept({
    ...rest,
    plans: filled,
    networkVersion: inForce.version.version,
    location: request.location,
    hasGround: ground.length > 0,
  })
}
