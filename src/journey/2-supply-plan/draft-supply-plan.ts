import { type NetworkProof, taskUseCase } from '#casefile'
import { accept } from '#kernel'
import { DraftSupplyPlan } from './api.ts'
import { draftedFacts, planOf, variablesOfPlan } from './rules/drafted-plan.ts'
import { judgePlan } from './rules/judge-plan.ts'
import { draftingPrefill } from './rules/prefill-plan.ts'
import { drawnOf } from './rules/prove-on-network.ts'

/** 拟定供电方案: the second person who answers for departures from the rules is the sign-off that follows. */
export const draftSupplyPlan = taskUseCase<DraftSupplyPlan, NetworkProof | undefined>({
  name: 'draft-supply-plan',
  form: DraftSupplyPlan,
  prefill: draftingPrefill,
  gather: (world, file, form) => world.proveOnNetwork(file, drawnOf(form)),
  decide({ file, form, known, standards, today }) {
    const plan = planOf(form, known)
    const judged = judgePlan(file, plan, standards, today, known)
    if (!judged.ok) return judged
    return accept({
      facts: draftedFacts(plan, judged.value, known),
      variables: variablesOfPlan(plan, file),
    })
  },
})
