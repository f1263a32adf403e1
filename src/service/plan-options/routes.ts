import { implement } from '@orpc/server'
import type { Actor, CaseFile, PublishedStandards } from '#casefile'
import { dateInShanghai } from '#kernel'
import { type RequestContext, throwRefusal, unwrap } from '#platform/http/index'
import { planOptionsContract } from './api.ts'
import { type Around, lookAround } from './look-around.ts'
import { draftPlanOptions, provePlan } from './plan-options.ts'

export interface PlanOptionsPorts extends Around {
  standards(companyId: string): Promise<PublishedStandards>
  /** The case, where this person may see it. */
  getCase(caseId: string, actor: Actor): Promise<CaseFile>
}

/** The routes of drafting: parse, look around, decide, map. */
export function planOptionsRoutes({ network, standards, getCase, listPromised }: PlanOptionsPorts) {
  const os = implement(planOptionsContract).$context<RequestContext>()
  async function prepare(context: RequestContext, caseId: string) {
    const actor = context.actor ?? throwRefusal({ code: 'no-right' })
    const now = context.now()
    return {
      file: await getCase(caseId, actor),
      around: unwrap(await lookAround({ network, listPromised }, actor.companyId, now)),
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
