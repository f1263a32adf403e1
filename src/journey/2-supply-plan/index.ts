/** 供电方案: the front door of the room. */
import { answerSupplyPlan } from './answer-supply-plan.ts'
import { draftSupplyPlan } from './draft-supply-plan.ts'
import { extendPlanValidity } from './extend-plan-validity.ts'
import { giveSupplyPlan } from './give-supply-plan.ts'
import { replySupplyPlan } from './reply-supply-plan.ts'
import { signOffPlan } from './sign-off-plan.ts'
import { surveySite } from './survey-site.ts'
import { waitForCapacity } from './wait-for-capacity.ts'

export type { PlanMetering, PlanSource, PlanTransformer, SupplyPlan, SurveySite } from './api.ts'
export { checkSupplyPlan, unmet } from './rules/check-supply-plan.ts'
export { drawSingleLine } from './rules/draw-single-line.ts'
export { type PlanBasis, readPlanBasis, type Survey } from './rules/plan-basis.ts'
export type { PlanCheck } from './rules/plan-check.ts'
export { planOfOption, preconditionsOf } from './rules/plan-of-option.ts'
export { type PlanWishes, planRequestOf } from './rules/plan-request.ts'
export { approvedPlan, findDraft, findReply, type PlanObjections, signOffsOfRound } from './rules/plan-standing.ts'
export { type PlanPrefill, prefillSupplyPlan } from './rules/prefill-plan.ts'
export {
  type ChosenTransformer,
  type PlanChoices,
  type PlanRules,
  planRules,
  proposeSupplyPlan,
} from './rules/propose-supply-plan.ts'
export { networkChecks } from './rules/prove-on-network.ts'
export { type ServiceCharge, serviceCharges } from './rules/service-charges.ts'
export { singleLineOfPlan } from './rules/single-line-of-plan.ts'

export const supplyPlanUseCases = [
  surveySite,
  draftSupplyPlan,
  giveSupplyPlan,
  signOffPlan,
  replySupplyPlan,
  answerSupplyPlan,
]

export const supplyPlanVerbs = [waitForCapacity, extendPlanValidity]
