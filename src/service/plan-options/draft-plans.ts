import type { CaseFile, PublishedStandards } from '#casefile'
import type { PlanWishes } from '#journey/supply-plan'
import { accept, type PlainDate, type Result, refuse } from '#kernel'
import { type DraftDescription, describeDraft, draftPlans, type PlanDescription, type PlanRequest } from '#power'
import { askForPlan } from './ask-for-plan.ts'
import { type FilledPlan, fillForm } from './fill-form.ts'
import { roomLeft, type Surroundings } from './surroundings.ts'

/** A plan as the engine describes it, with the form that it fills. */
export type PlanOption = FilledPlan<PlanDescription>

export interface PlanOptions extends Omit<DraftDescription, 'plans'> {
  readonly networkVersion: number
  /** The customer's receiving point, degrees. */
  readonly location: PlanRequest['location']
  readonly hasGround: boolean
  readonly plans: readonly PlanOption[]
  /** What a designer may choose from instead: conductors of this voltage, and standard sizes of transformers. */
  readonly conductors: readonly { readonly model: string; readonly laying: 'overhead' | 'cable' }[]
  readonly transformerSizesKva: readonly number[]
}

/**
 * Up to ten complete plans for a surveyed case: all that pass first, then those that need an exception. Refusal
 * `present-source-needed` for an increase that does not say where the customer is fed today.
 */
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
  if (file.state.profile.kind === 'increase' && !request.present)
    return refuse({ code: 'present-source-needed', data: { existingKva: basis.existingKva } })
  const { inForce, ground } = surroundings
  const prepared = roomLeft(surroundings)
  const draft = draftPlans(prepared, request, inForce.standards, ground)
  if (!draft.ok) return draft
  const { plans, ...rest } = describeDraft(draft.value, prepared, request, inForce.standards)
  const { kv } = draft.value.need.voltage
  const filled: PlanOption[] = []
  for (const plan of plans) {
    const form = fillForm(plan, basis, rules, { transformer: wishes.transformer, voltageKv: kv })
    // What the tables lack for one plan they lack for all.
    if (!form.ok) return form
    filled.push(form.value)
  }
  const ofThisVoltage = (nominalKv: number) => (kv < 1 ? nominalKv < 1 : Math.abs(nominalKv - kv) < 0.05 * kv)
  return accept({
    ...rest,
    plans: filled,
    networkVersion: inForce.version.version,
    location: request.location,
    hasGround: ground.length > 0,
    conductors: inForce.standards.conductors
      .filter(({ nominalKv }) => ofThisVoltage(nominalKv))
      .map(({ model, laying }) => ({ model, laying })),
    transformerSizesKva: kv < 1 ? [] : inForce.standards.transformerSizes.map((size) => size.kva),
  })
}
