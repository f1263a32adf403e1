import { taskUseCase } from '#casefile'
import { accept, refuse } from '#kernel'
import { SignOffPlan } from './api.ts'
import { findDraft, signOffsOfRound } from './rules/plan-standing.ts'

/**
 * 会签: a department's word on the plan. The departments sign side by side; the plan is agreed when every word of this round
 * says so. One against sends it back to the designer once all have spoken.
 */
export const signOffPlan = taskUseCase<SignOffPlan>({
  name: 'sign-off-plan',
  form: SignOffPlan,
  decide({ file, task, form }) {
    if (!findDraft(file)) return refuse({ code: 'no-plan-drafted' })
    if (!form.agrees && form.opinion.length < 2)
      return refuse({ code: 'faulty-input', faults: [{ path: 'opinion', code: 'reason-needed' }] })
    const others = signOffsOfRound(file).filter((signOff) => signOff.elementId !== task.elementId)
    const planAgreed = form.agrees && others.every((signOff) => signOff.agrees)
    const { agrees, opinion } = form
    return accept({
      facts: [{ type: 'plan-signed-off', body: { role: task.role, agrees, opinion } }],
      variables: { planAgreed },
    })
  },
})
