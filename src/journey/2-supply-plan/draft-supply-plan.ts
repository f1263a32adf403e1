import { taskUseCase } from '#casefile'
import { accept } from '#kernel'
import { DraftSupplyPlan } from './api.ts'
import { draftedFact, planOf, variablesOfPlan } from './rules/drafted-plan.ts'
import { judgePlan } from './rules/judge-plan.ts'
import { draftingPrefill } from './rules/prefill-plan.ts'

/** 拟定供电方案: the second person who answers for departures from the rules is the sign-off that follows. */
export const draftSupplyPlan = taskUseCase<DraftSupplyPlan>({
  name: 'draft-supply-plan',
  form: DraftSupplyPlan,
  prefill: draftingPrefill,
  decide({ file, form, standards, today }) {
    const plan = planOf(form)
    const judged = judgePlan(file, plan, standards, today)
    if (!judged.ok) return judged
    return accept({ facts: [draftedFact(plan, judged.value)], variables: variablesOfPlan(plan, file) })
  },
})
