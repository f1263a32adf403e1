import { type CaseTask, taskUseCase } from '#casefile'
import { accept, type Refusal, refuse } from '#kernel'
import { GiveSupplyPlan } from './api.ts'
import { checkName } from './rules/check-names.ts'
import { draftedFact, planOf, variablesOfPlan } from './rules/drafted-plan.ts'
import { type JudgedPlan, judgePlan } from './rules/judge-plan.ts'
import { draftingPrefill } from './rules/prefill-plan.ts'
import { releasePromised, replyWith, variantRefusal } from './rules/reply.ts'

/**
 * 书面告知供电方案: draft and written reply in one step, where the customer was told the construction standards beforehand.
 * No sign-off follows, so a plan that departs from the rules needs a colleague who was added as signer and agreed (加签).
 */
export const giveSupplyPlan = taskUseCase<GiveSupplyPlan>({
  name: 'give-supply-plan',
  form: GiveSupplyPlan,
  prefill: draftingPrefill,
  decide({ file, task, form, standards, today }) {
    const forbidden = variantRefusal(file)
    if (forbidden) return refuse(forbidden)
    const { replyMethod, ...draft } = form
    const plan = planOf(draft)
    const judged = judgePlan(file, plan, standards, today)
    if (!judged.ok) return judged
    const alone = withoutSecondPerson(task, judged.value)
    if (alone) return refuse(alone)
    const reply = replyWith(file, plan, { replyMethod, needsAnswer: false, note: '' }, standards, today)
    if (!reply.ok) return reply
    const { fact, ...rest } = reply.value
    return accept({
      ...rest,
      facts: [draftedFact(plan, judged.value), fact],
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
