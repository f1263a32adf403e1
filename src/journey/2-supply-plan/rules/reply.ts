import type { CaseFile, NewFact, NoticeOrder, Outcome, PublishedStandards } from '#casefile'
import { documentsOf, gatesUpTo, missingFor } from '#journey/acceptance'
import { accept, addMonths, type PlainDate, type Refusal, type Result, refuse } from '#kernel'
import type { ReplySupplyPlan, SupplyPlan } from '../api.ts'
import { planReplyForm } from './plan-reply-form.ts'
import { promisedCapacity } from './promised-capacity.ts'
import { planRules } from './propose-supply-plan.ts'
import { serviceCharges } from './service-charges.ts'

/** Short variants that the law does not allow an important customer; while the grade is open they wait. */
export function variantRefusal({ state }: CaseFile): Refusal | undefined {
  const importance = String(state.variables.importance ?? 'none')
  if (!state.variant?.endsWith('-short') || importance === 'none') return undefined
  return importance === 'suspected'
    ? { code: 'short-variant-waits', data: { waitsFor: 'importance-confirmation' } }
    : { code: 'short-variant-forbidden', data: { importance } }
}

/**
 * The written reply of a plan: the prescribed form with service charges and single-line diagram, valid as long as the rules
 * say. Refused when documents the plan needs are missing (all named), when the variant may not stand, when a charge is not
 * published.
 */
export function replyWith(
  file: CaseFile,
  plan: SupplyPlan,
  { replyMethod, needsAnswer, note }: Pick<ReplySupplyPlan, 'replyMethod' | 'note'> & { needsAnswer: boolean },
  standards: PublishedStandards,
  today: PlainDate,
): Result<Pick<Outcome, 'documents' | 'profile'> & { fact: NewFact; notices: readonly NoticeOrder[] }> {
  const refused = variantRefusal(file)
  if (refused) return refuse(refused)
  const documents = documentsOf(file, standards, today)
  if (!documents.ok) return documents
  const missing = missingFor(documents.value.required, documents.value.given, gatesUpTo('supply-plan'))
  if (missing.length > 0) {
    const faults = missing.map((entry) => ({
      path: `documents.${entry.document}`,
      code: 'document-missing',
      data: { name: entry.nameZh },
    }))
    return refuse({ code: 'documents-missing', faults })
  }
  const charges = serviceCharges(plan, planRules(standards, today))
  if (!charges.ok) return charges
  const { voltageClass } = file.state.profile
  const validUntil = addMonths(today, standards.setting(`plan-validity-months-${voltageClass}`, today))
  const body = {
    replyMethod,
    note,
    validUntil,
    needsAnswer,
    charges: charges.value as never,
    promised: promisedCapacity(plan),
  }
  return accept({
    fact: { type: 'supply-plan-replied', body },
    profile: { capacityKva: plan.approvedCapacityKva },
    documents: [planReplyForm(file, plan, charges.value, validUntil, standards, today)],
    notices: [{ template: 'supply-plan-replied', data: { validUntil } }],
  })
}

/** Going back behind the reply gives the promised capacity free again, once. */
export function releasePromised(file: CaseFile, because: string): NewFact[] {
  const last = file.facts.findLast((fact) => ['supply-plan-replied', 'promised-capacity-released'].includes(fact.type))
  if (last?.type !== 'supply-plan-replied') return []
  return [{ type: 'promised-capacity-released', body: { promised: last.body.promised ?? [], because } }]
}
