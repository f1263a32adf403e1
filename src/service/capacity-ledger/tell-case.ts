import type { CaseFile, CaseFiles, NewFact, Outcome } from '#casefile'
import { accept, type Result } from '#kernel'
import type { MessageHandler } from '#platform/jobs/index'
import { type CapacityNews, newsKind } from './news-of-facts.ts'

/** Tells a case what happened to its capacity: recorded there, to the customer's phone and to who has to reply. */
export function tellCases(caseFiles: Pick<CaseFiles, 'record'>): Record<string, MessageHandler> {
  return {
    [newsKind]: async ({ companyId, caseId, messageId, body }) => {
      const actor = { kind: 'system', companyId, name: 'capacity-ledger' } as const
      const command = { actor, commandId: `${newsKind}/${messageId}`, form: body }
      const told = await caseFiles.record(caseId, newsKind, command, (file) =>
        decideNews(file, body as unknown as CapacityNews),
      )
      if (!told.ok && told.refusal.code !== 'no-such-case')
        throw new Error(`capacity news of case ${caseId} not recorded: ${told.refusal.code}`)
    },
  }
}

/** Pure: a case that has ended meanwhile is told nothing. */
export function decideNews(
  { state, facts }: CaseFile,
  { reservation, what, expiresOn }: CapacityNews,
): Result<Outcome> {
  if (state.status !== 'open' && state.status !== 'suspended') return accept({ facts: [] })
  const template = templateOf(facts, what)
  const data = what === 'offered' ? { expiresOn } : {}
  const fact: NewFact = { type: template, body: { reservation, ...data } }
  const manager = state.accountManager?.staffId ?? 'role:account-manager'
  return accept({
    facts: [fact],
    notices: [{ template, data }],
    staffNotices: [{ template: `${template}-staff`, to: [manager], data }],
  })
}

/** What ran out: capacity kept for a reply that never came, or the validity of a reply. */
function templateOf(facts: CaseFile['facts'], what: CapacityNews['what']) {
  if (what === 'offered') return 'capacity-offered'
  const last = facts.findLast(({ type }) => type === 'capacity-offered' || type === 'supply-plan-replied')
  return last?.type === 'capacity-offered' ? 'offered-capacity-lapsed' : 'promised-capacity-lapsed'
}
