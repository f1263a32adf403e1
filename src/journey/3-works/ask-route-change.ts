import { actorRef, caseVerb, holdsRoleFor } from '#casefile'
import { accept, type JsonObject, refuse } from '#kernel'
import { AskRouteChange } from './api.ts'
import { listCompared } from './rules/built-routes.ts'
import { findPendingChange } from './rules/route-changes.ts'

const mayAsk = ['works-engineer', 'account-manager', 'inspector'] as const

/** 申请路径变更: for a line that the completion inspection found elsewhere than approved. */
export const askRouteChange = caseVerb<AskRouteChange>({
  name: 'ask-route-change',
  form: AskRouteChange,
  decide({ file, form, actor }) {
    if (!holdsRoleFor(actor, file, mayAsk)) return refuse({ code: 'no-right', data: { role: 'works-engineer' } })
    const { sourceNumber } = form
    const compared = listCompared(file).find((route) => route.sourceNumber === sourceNumber)
    if (!compared || compared.comparison.isWithin) return refuse({ code: 'route-not-moved', data: { sourceNumber } })
    if (findPendingChange(file, sourceNumber)) return refuse({ code: 'route-change-pending', data: { sourceNumber } })
    const { track, comparison, costDifferenceFen } = compared
    const body = { ...form, track, comparison, costDifferenceFen, askedBy: actorRef(actor) }
    return accept({
      facts: [{ type: 'route-change-asked', body: body as unknown as JsonObject }],
      staffNotices: [{ template: 'route-change-asked', to: ['role:manager'], data: { sourceNumber } }],
    })
  },
})
