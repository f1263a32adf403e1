import {
  type Actor,
  actorRef,
  type CaseFile,
  caseVerb,
  type Fact,
  holdsRoleFor,
  type PublishedStandards,
  separationRefusal,
} from '#casefile'
import { accept, type JsonObject, type PlainDate, type Refusal, refuse } from '#kernel'
import { DecideRouteChange } from './api.ts'
import { findPendingChange } from './rules/route-changes.ts'

const mayDecide = ['manager', 'planning', 'operation'] as const

/** 审批路径变更: approved, the built line is the approved one from now on; refused, it has to be put right. */
export const decideRouteChange = caseVerb<DecideRouteChange>({
  name: 'decide-route-change',
  form: DecideRouteChange,
  decide({ file, form, actor, standards, today }) {
    if (!holdsRoleFor(actor, file, mayDecide)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    const { sourceNumber, approves } = form
    const asked = findPendingChange(file, sourceNumber)
    if (!asked) return refuse({ code: 'no-route-change-asked', data: { sourceNumber } })
    const partial = faultOfImpartiality(actor, asked, file, standards, today)
    if (partial) return refuse(partial)
    const { track, reason } = asked.body
    const body = { ...form, track, reason, askedBy: asked.actor, decidedBy: actorRef(actor) }
    return accept({
      facts: [{ type: 'route-change-decided', body: body as unknown as JsonObject }],
      staffNotices: [
        {
          template: approves ? 'route-change-approved' : 'route-change-refused',
          to: ['role:inspector', 'role:works-engineer'],
          data: { sourceNumber },
        },
      ],
    })
  },
})

/** Who asked, who is named as interested, and whose own step is judged may not decide (S16; table separation-of-duties). */
function faultOfImpartiality(
  actor: Actor,
  asked: Fact,
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
): Refusal | undefined {
  if (asked.actor === actorRef(actor)) return { code: 'route-change-own' }
  if (actor.kind === 'staff' && String(asked.body.interestedParties).includes(actor.name))
    return { code: 'route-change-interested', data: { name: actor.name } }
  return separationRefusal(actor, file, 'decide-route-change', standards, today)
}
