import { findFact, type NewFact, type Outcome, taskUseCase } from '#casefile'
import { documentsOf, gatesUpTo, missingFor } from '#journey/acceptance'
import { accept, type Fault, type Result, refuse } from '#kernel'
import { SignContract } from './api.ts'
import { type ContractDraft, findContract } from './rules/contract-in-force.ts'

/** 签订供用电合同: every clause read and signed, or sent back with what should be otherwise. */
export const signContract = taskUseCase<SignContract>({
  name: 'sign-contract',
  form: SignContract,
  /** `clauses` with their words, for reading one by one; which of them were read only the customer can say. */
  prefill: (file) => ({
    clausesRead: findContract(file)?.draft.clauses.map((clause) => clause.clauseId) ?? [],
    clauses: findFact(file, 'contract-text-fixed')?.body.clauses ?? [],
  }),
  decide({ file, form, standards, today }) {
    const contract = findContract(file)
    if (!contract?.document) return refuse({ code: 'no-contract-drafted' })
    if (!form.agrees) return askForChanges(form, contract.draft)
    const documents = documentsOf(file, standards, today)
    if (!documents.ok) return documents
    const missing = missingFor(documents.value.required, documents.value.given, gatesUpTo('contract'))
    const faults = [
      ...missing.map((entry): Fault => {
        return { path: `documents.${entry.document}`, code: 'document-missing', data: { name: entry.nameZh } }
      }),
      ...faultsOfReading(form, contract.draft),
    ]
    const { signature } = form
    if (faults.length > 0 || !signature) return refuse({ code: 'faulty-input', faults })
    const { documentId, sha256 } = contract.document
    const { name, method } = signature
    const { contractNumber } = contract.draft
    const facts: NewFact[] = [
      { type: 'contract-signed', body: { contractNumber, documentId, sha256, name, method } },
      { type: 'document-signed', body: { documentId, name, method } },
    ]
    return accept({ facts, variables: { contractSigned: true } })
  },
})

/** Clauses not yet opened are named one by one; wishes and a signature exclude each other. */
function faultsOfReading(form: SignContract, draft: ContractDraft): Fault[] {
  const read = new Set(form.clausesRead)
  const known = new Set(draft.clauses.map((clause) => clause.clauseId))
  return [
    ...draft.clauses
      .filter((clause) => !read.has(clause.clauseId))
      .map((clause): Fault => {
        const data = { number: clause.number, title: clause.title }
        return { path: `clausesRead.${clause.clauseId}`, code: 'clause-not-read', data }
      }),
    ...form.clausesRead.flatMap((clauseId, index): Fault[] =>
      known.has(clauseId) ? [] : [{ path: `clausesRead.${index}`, code: 'unknown-clause', data: { clauseId } }],
    ),
    ...(form.signature ? [] : [{ path: 'signature', code: 'required' }]),
    ...(form.wishes.length > 0 ? [{ path: 'wishes', code: 'sign-or-ask-for-changes' }] : []),
  ]
}

function askForChanges(form: SignContract, draft: ContractDraft): Result<Outcome> {
  const known = new Set(['new', ...draft.clauses.map((clause) => clause.clauseId)])
  const faults: Fault[] = form.wishes.flatMap(({ clauseId }, index) =>
    known.has(clauseId) ? [] : [{ path: `wishes.${index}.clauseId`, code: 'unknown-clause', data: { clauseId } }],
  )
  if (form.wishes.length === 0) faults.push({ path: 'wishes', code: 'say-what-should-change' })
  if (form.signature) faults.push({ path: 'signature', code: 'sign-or-ask-for-changes' })
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  return accept({
    facts: [{ type: 'contract-changes-asked', body: { contractNumber: draft.contractNumber, wishes: form.wishes } }],
    variables: { contractSigned: false },
  })
}
