import { type CaseFile, caseVerb, holdsRoleFor } from '#casefile'
import { accept, type JsonObject, refuse } from '#kernel'
import { WaitForCapacity } from './api.ts'
import { findDraft } from './rules/plan-standing.ts'
import { promisedCapacity } from './rules/promised-capacity.ts'

const mayQueue = ['account-manager', 'designer'] as const

/**
 * 排队等容量: the plan is ready to be replied and the network has no room for it. The customer waits in the order of
 * applications for what his plan takes; the capacity ledger refuses where there is room, or no such place.
 */
export const waitForCapacity = caseVerb<WaitForCapacity>({
  name: 'wait-for-capacity',
  form: WaitForCapacity,
  decide({ file, form, actor }) {
    if (!holdsRoleFor(actor, file, mayQueue)) return refuse({ code: 'no-right', data: { role: 'account-manager' } })
    if (file.state.status !== 'open') return refuse({ code: 'case-ended' })
    const wanted = wantedBy(file, form)
    if (!wanted) return refuse({ code: 'no-reply-due' })
    if (wanted.length === 0) return refuse({ code: 'faulty-input', faults: [{ path: 'sources', code: 'required' }] })
    return accept({
      facts: [{ type: 'capacity-waited-for', body: { promised: wanted, note: form.note } }],
      notices: [{ template: 'capacity-waited-for', data: {} }],
    })
  },
})

/** Sources of the plan about to be replied: as drafted, or as given where draft and reply are one step. */
function wantedBy(file: CaseFile, { sources }: WaitForCapacity): JsonObject[] | undefined {
  const open = [...file.state.tasks.values()].map(({ useCase }) => useCase)
  if (open.includes('give-supply-plan')) return promisedCapacity({ sources: sources ?? [] })
  const draft = findDraft(file)
  return open.includes('reply-supply-plan') && draft ? promisedCapacity(draft) : undefined
}
