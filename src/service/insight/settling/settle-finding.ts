import { z } from 'zod'
import { actorRef } from '#casefile'
import { type CaseVerb, caseVerb } from '#casefile/queue/verb'
import { irregularityKinds } from '#insight'
import { accept, refuse } from '#kernel'
import { verdicts } from './settlement.ts'

/**
 * 认定: the auditor says what a difference from the standard was, with the reason: an offence against it, something justified, or a
 * false alarm of the rule. A fact of the case like any other; said again, the last one counts. Nobody settles what he did himself.
 */
export const settleFinding: CaseVerb = caseVerb({
  name: 'settle-finding',
  form: z.object({
    kind: z.enum(irregularityKinds),
    elementId: z.string().min(1).max(100),
    facts: z.array(z.number().int().positive()).min(1).max(20).describe('numbers of the facts that show it'),
    verdict: z.enum(verdicts),
    reason: z.string().trim().min(2).max(1000),
  }),
  decide({ file, form, actor }) {
    const evidence = file.facts.filter(({ seq }) => form.facts.includes(seq))
    const missing = form.facts.filter((seq) => !evidence.some((fact) => fact.seq === seq))
    if (missing.length > 0) {
      const faults = missing.map((seq) => ({ path: 'facts', code: 'no-such-fact', data: { seq } }))
      return refuse({ code: 'faulty-input', faults })
    }
    if (evidence.some((fact) => fact.actor === actorRef(actor))) return refuse({ code: 'settles-own-work' })
    return accept({ facts: [{ type: 'finding-settled', body: { ...form, byName: actor.name } }] })
  },
})
