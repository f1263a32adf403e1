import {
  checkSupplyPlan,
  networkChecks,
  type PlanBasis,
  type PlanCheck,
  type PlanChoices,
  type PlanRules,
  planOfOption,
  type SupplyPlan,
  unmet,
} from '#journey/supply-plan'
import { accept, type Result } from '#kernel'
import type { PlanDescription } from '#power'

/** A plan with the form that it fills, and what of it departs from the rules as the step will ask: each needs a reason. */
export type FilledPlan<Plan> = Plan & { readonly form: SupplyPlan; readonly departures: readonly PlanCheck[] }

export function fillForm<Plan extends Pick<PlanDescription, 'sources' | 'mode'>>(
  plan: Plan,
  basis: PlanBasis,
  rules: PlanRules,
  choices: PlanChoices,
): Result<FilledPlan<Plan>> {
  const form = planOfOption(plan.sources, plan.mode, basis, rules, choices)
  if (!form.ok) return form
  const proved = networkChecks(form.value, { sources: plan.sources.map(({ checks }) => checks) })
  const departures = unmet([...checkSupplyPlan(form.value, basis, rules, choices.voltageKv), ...proved])
  return accept({ ...plan, form: form.value, departures })
}
