import { implement } from '@orpc/server'
import { type Actor, type CaseFile, holdsRoleFor, type PublishedStandards, type StaffRole } from '#casefile'
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

/** Who drafts a plan, and who signs it off; as the rights table says, but held for the case's own unit and voltage. */
const planReaders: readonly StaffRole[] = ['designer', 'planning', 'operation', 'dispatcher', 'marketing', 'manager']

/** The routes of drafting: parse, look around, decide, map. */
export function planOptionsRoutes({ network, standards, getCase, listPromised }: PlanOptionsPorts) {
  const os = implement(planOptionsContract).$context<RequestContext>()
  async function prepare(context: RequestContext, caseId: string) {
    const actor = context.actor ?? throwRefusal({ code: 'no-right' })
    const now = context.now()
    const file = await getCase(caseId, actor)
    // The role must be held for this case: another one of the same person does not count.
    if (!holdsRoleFor(actor, file, planReaders)) return throwRefusal({ code: 'no-right' })
    return {
      file,
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
