import { implement } from '@orpc/server'
import type { Actor, CaseFile, PublishedStandards } from '#casefile'
import { dateInShanghai, type Result } from '#kernel'
import { type RequestContext, throwRefusal, unwrap } from '#platform/http/index'
import type { NetworkRoom } from '../network/index.ts'
import { planOptionsContract } from './api.ts'
import { draftPlanOptions, provePlan, type Surroundings } from './plan-options.ts'

export interface PlanOptionsPorts {
  readonly network: NetworkRoom
  standards(companyId: string): Promise<PublishedStandards>
  /** The case, where this person may see it. */
  getCase(caseId: string, actor: Actor): Promise<CaseFile>
  listPromised(companyId: string): Promise<ReadonlyMap<string, number>>
}

/** The routes of drafting: parse, look around, decide, map. */
export function planOptionsRoutes({ network, standards, getCase, listPromised }: PlanOptionsPorts) {
  const os = implement(planOptionsContract).$context<RequestContext>()
  async function lookAround(companyId: string, now: Date): Promise<Result<Surroundings>> {
    const inForce = await network.shelf.get(companyId, dateInShanghai(now))
    if (!inForce.ok) return inForce
    const ground = await network.ground.find(companyId, inForce.value.prepared.network.plane)
    return {
      ok: true,
      value: {
        inForce: inForce.value,
        ground: ground?.features ?? [],
        promised: await listPromised(companyId),
      },
    }
  }
  async function prepare(context: RequestContext, caseId: string) {
    const actor = context.actor ?? throwRefusal({ code: 'no-right' })
    const now = context.now()
    return {
      file: await getCase(caseId, actor),
      around: unwrap(await lookAround(actor.companyId, now)),
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
