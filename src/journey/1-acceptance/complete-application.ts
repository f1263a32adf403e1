import type { PublishedStandards } from '#casefile'
import { type CaseFile, caseVerb, findBody, maySeeCase, taskUseCase, type VerbOutcome } from '#casefile'
import { accept, type Fault, type PlainDate, type Result, refuse } from '#kernel'
import { documentsOf } from './accept-application.ts'
import { CompleteApplication, type GivenDocument, SupplySupplement } from './api.ts'
import { documentFact } from './submit-application.ts'

/** Facts of newly handed in documents; a kind the table does not ask for is refused by name. */
function receive(
  file: CaseFile,
  documents: readonly GivenDocument[],
  standards: PublishedStandards,
  today: PlainDate,
): Result<VerbOutcome> {
  const asked = documentsOf(file, standards, today)
  if (!asked.ok) return asked
  const named = findBody<{ missing: { document: string }[] }>(file, 'one-time-notice-given')?.missing ?? []
  const known = new Set([
    ...asked.value.required.map((entry) => entry.document),
    ...named.map((entry) => entry.document),
    'evidence',
  ])
  const faults: Fault[] = documents.flatMap((given, index) =>
    known.has(given.document) ? [] : [{ path: `documents.${index}.document`, code: 'document-not-asked' }],
  )
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  return accept({ facts: documents.map((given) => documentFact(given, asked.value.required)) })
}

/** 补齐申请资料: the customer hands in what the one-time notice named; the application goes back to the clerk. */
export const completeApplication = taskUseCase<CompleteApplication>({
  name: 'complete-application',
  form: CompleteApplication,
  decide({ file, form, standards, today }) {
    const received = receive(file, form.documents, standards, today)
    if (!received.ok) return received
    return accept({ facts: [...received.value.facts, { type: 'application-completed', body: { note: form.note } }] })
  },
})

/** 补交资料: a supplement or a proof handed in at any time, by the customer or for him. */
export const supplySupplement = caseVerb<SupplySupplement>({
  name: 'supply-supplement',
  form: SupplySupplement,
  decide({ file, form, actor, standards, today }) {
    if (!maySeeCase(actor, file)) return refuse({ code: 'no-such-case' })
    return receive(file, form.documents, standards, today)
  },
})
