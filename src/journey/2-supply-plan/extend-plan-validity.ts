import { actorRef, caseVerb, holdsRoleFor } from '#casefile'
import { accept, refuse } from '#kernel'
import { ExtendPlanValidity } from './api.ts'
import { findReply } from './rules/plan-standing.ts'
import { validityOf } from './rules/plan-validity.ts'

const mayExtend = ['manager', 'marketing'] as const

/**
 * 延长供电方案有效期: asked for in time before the end, for no longer than the plan was valid in the first place. The
 * capacity reserved for it is kept as long (供电营业规则).
 */
export const extendPlanValidity = caseVerb<ExtendPlanValidity>({
  name: 'extend-plan-validity',
  form: ExtendPlanValidity,
  decide({ file, form, actor, standards, today }) {
    if (!holdsRoleFor(actor, file, mayExtend)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    if (file.state.status !== 'open') return refuse({ code: 'case-ended' })
    const reply = findReply(file)
    if (!reply) return refuse({ code: 'no-plan-replied' })
    if (file.facts.some(({ type }) => type === 'supply-switched-on')) return refuse({ code: 'supply-is-on' })
    const { validUntil, latest, lastDayToAsk } = validityOf(file, reply, standards, today)
    if (today > lastDayToAsk) return refuse({ code: 'extension-too-late', data: { validUntil, lastDayToAsk } })
    const path = 'validUntil'
    if (form.validUntil <= validUntil)
      return refuse({ code: 'faulty-input', faults: [{ path, code: 'extension-not-later', data: { validUntil } }] })
    if (form.validUntil > latest)
      return refuse({ code: 'faulty-input', faults: [{ path, code: 'extension-too-long', data: { latest } }] })
    const body = { before: validUntil, validUntil: form.validUntil, reason: form.reason, extendedBy: actorRef(actor) }
    return accept({
      facts: [{ type: 'plan-validity-extended', body }],
      notices: [{ template: 'plan-validity-extended', data: { validUntil: form.validUntil } }],
    })
  },
})
