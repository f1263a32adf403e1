import type { CaseFile, PublishedStandards } from '#casefile'
import { type PlanWishes, planRequestOf, planRules, readPlanBasis } from '#journey/supply-plan'
import { accept, type PlainDate } from '#kernel'

/** What the engine is asked for a case, with what its plans are filled into the form by. */
export function askForPlan(file: CaseFile, wishes: PlanWishes, standards: PublishedStandards, today: PlainDate) {
  const rules = planRules(standards, today)
  const basis = readPlanBasis(file, rules.power)
  if (!basis.ok) return basis
  const request = planRequestOf(file, basis.value, rules, wishes)
  return request.ok ? accept({ request: request.value, basis: basis.value, rules }) : request
}
