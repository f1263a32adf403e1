import { type CaseFile, type NewFact, taskUseCase } from '#casefile'
import { accept, type Fault, type PlainDate, type Refusal, refuse } from '#kernel'
import { AnswerSupplyPlan } from './api.ts'
import { findReply } from './rules/plan-standing.ts'
import { validUntilOf } from './rules/plan-validity.ts'
import { releasePromised } from './rules/reply.ts'

/** 确认供电方案: a change the customer wants opens a new clock beside the old one. Questions go by message, not here. */
export const answerSupplyPlan = taskUseCase<AnswerSupplyPlan>({
  name: 'answer-supply-plan',
  form: AnswerSupplyPlan,
  decide({ file, form, today }) {
    const refusal = refusalOf(file, today)
    if (refusal) return refuse(refusal)
    const faults = faultsOf(form)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { accepts, wishes } = form
    if (!accepts) {
      return accept({
        facts: [{ type: 'supply-plan-answered', body: { accepts, wishes } }, ...releasePromised(file, wishes)],
        variables: { planAccepted: false },
        newRoundBecause: wishes,
      })
    }
    const signature = form.signature as never
    return accept({
      facts: [{ type: 'supply-plan-answered', body: { accepts, wishes, signature } }, ...signed(file, form)],
      variables: { planAccepted: true },
    })
  },
})

/** The reply must stand and still be valid; an expired one has to be replied anew. */
function refusalOf(file: CaseFile, today: PlainDate): Refusal | undefined {
  const reply = findReply(file)
  if (!reply) return { code: 'no-plan-replied' }
  const validUntil = validUntilOf(file, reply)
  return today > validUntil ? { code: 'plan-expired', data: { validUntil } } : undefined
}

function faultsOf({ accepts, signature, wishes }: AnswerSupplyPlan): Fault[] {
  if (accepts) return signature ? [] : [{ path: 'signature', code: 'signature-needed' }]
  return wishes.length >= 2 ? [] : [{ path: 'wishes', code: 'wishes-needed' }]
}

/** The customer's signature on the reply form that stands. */
function signed(file: CaseFile, { signature }: AnswerSupplyPlan): NewFact[] {
  const form = file.state.documents.findLast(
    (document) => document.kind.startsWith('plan-reply-') && !document.voidedBecause,
  )
  if (!form || !signature) return []
  const body = { documentId: form.documentId, name: signature.name, method: signature.method }
  return [{ type: 'document-signed', body }]
}
