import { type CaseTask, type NetworkProof, taskUseCase } from '#casefile'
import { accept, type Refusal, refuse } from '#kernel'
import { GiveSupplyPlan } from './api.ts'
import { checkName } from './rules/check-names.ts'
import { draftedFacts, planOf, variablesOfPlan } from './rules/drafted-plan.ts'
import { type JudgedPlan, judgePlan } from './rules/judge-plan.ts'
import { draftingPrefill } from './rules/prefill-plan.ts'
import { drawnOf } from './rules/prove-on-network.ts'
import { releasePromised, replyWith, variantRefusal } from './rules/reply.ts'

/**
 * 书面告知供电方案: draft and written reply in one step, where the customer was told the construction standards beforehand.
 * No sign-off follows, so a plan that departs from the rules needs a colleague who was added as signer and agreed (加签).
 */
export const giveSupplyPlan = taskUseCase<GiveSupplyPlan, NetworkProof | undefined>({
  name: 'give-supply-plan',
  form: GiveSupplyPlan,
  prefill: draftingPrefill,
  gather: (world, file, form) => world.proveOnNetwork(file, drawnOf(form)),
  decide({ file, task, form, known, standards, today }) {
    const forbidden = variantRefusal(file)
    if (forbidden) return refuse(forbidden)
    const { replyMethod, ...draft } = form
    const plan = planOf(draft, known)
    const judged = judgePlan(file, plan, standards, today, known)
    if (!judged.ok) return judged
    const alone = withoutSecondPerson(task, judged.value)
    if (alone) return refuse(alone)
    const reply = replyWith(file, plan, { replyMethod, needsAnswer: false, note: '' }, standards, today)
    if (!reply.ok) return reply
    const { fact, ...rest } = reply.value
    return accept({
      ...rest,
      facts: [...draftedFacts(plan, judged.value, known), fact],
      variables: { ...variablesOfPlan(plan, file), planAgreed: true, planAccepted: true },
    })
  },
  undo: releasePromised,
})

function withoutSecondPerson(task: CaseTask, { excused }: JudgedPlan): Refusal | undefined {
  if (excused.length === 0 || task.signers.some((signer) => signer.signed?.agrees)) return undefined
  return {
    code: 'countersignature-needed',
    data: { checks: excused.map((check) => checkName(check.check)).join('、') },
  }
}
