import { taskUseCase } from '#casefile'
import { accept, refuse } from '#kernel'
import { ReplySupplyPlan } from './api.ts'
import { findDraft } from './rules/plan-standing.ts'
import { releasePromised, replyWith } from './rules/reply.ts'

/** 供电方案答复 */
export const replySupplyPlan = taskUseCase<ReplySupplyPlan>({
  name: 'reply-supply-plan',
  form: ReplySupplyPlan,
  decide({ file, form, standards, today }) {
    const plan = findDraft(file)
    if (!plan) return refuse({ code: 'no-plan-drafted' })
    const reply = replyWith(file, plan, { ...form, needsAnswer: true }, standards, today)
    if (!reply.ok) return reply
    const { fact, ...rest } = reply.value
    return accept({ ...rest, facts: [fact], variables: { planAccepted: false } })
  },
  undo: releasePromised,
})
