import { implement } from '@orpc/server'
import { type Actor, type CaseFile, holdsRoleFor, type PublishedStandards } from '#casefile'
import { dateInShanghai } from '#kernel'
import { type RequestContext, throwRefusal, unwrap } from '#platform/http/index'
import type { NetworkRoom } from '../network/index.ts'
import { planOptionsContract } from './api.ts'
import { draftPlanOptions } from './draft-plans.ts'
import { planReaders } from './plan-readers.ts'
import { provePlan } from './prove-plan.ts'
import { lookAround } from './surroundings.ts'

export interface PlanOptionsPorts {
  readonly network: NetworkRoom
  standards(companyId: string): Promise<PublishedStandards>
  /** The case, where this person may see it. */
  getCase(caseId: string, actor: Actor): Promise<CaseFile>
}

/** The routes of drafting: parse, look around, decide, map. */
export function planOptionsRoutes({ network, standards, getCase }: PlanOptionsPorts) {
  const os = implement(planOptionsContract).$context<RequestContext>()
  async function prepare(context: RequestContext, caseId: string) {
    const actor = context.actor ?? throwRefusal({ code: 'no-right' })
    const now = context.now()
    const file = await getCase(caseId, actor)
    // The role must be held for this case: another one of the same person does not count.
    if (!holdsRoleFor(actor, file, planReaders)) return throwRefusal({ code: 'no-right' })
    return {
      file,
      around: unwrap(await lookAround(network, actor.companyId, now)),
      published: await standards(actor.companyId),
      today: dateInShanghai(now),
    }
  }
  return os.router({
    draft: os.draft.handler(async ({ input: { caseId, ...wishes }, context }) => {
      const { file, around, published, today } = await prepare(context, caseId)
      return { ...unwrap(draftPlanOptions(file, wishes, around, published, today)) }
    }),
    prove: os.prove.handler(async ({ input: { caseId, ...drawn }, context }) => {
      const { file, around, published, today } = await prepare(context, caseId)
      return { ...unwrap(provePlan(file, drawn, around, published, today)) }
    }),
  })
}
