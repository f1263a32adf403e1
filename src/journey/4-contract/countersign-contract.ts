import { type NewFact, taskUseCase } from '#casefile'
import { accept, refuse } from '#kernel'
import { CountersignContract } from './api.ts'
import { asBuiltAnnex } from './rules/as-built-annex.ts'
import { findContract, findContractSignatures } from './rules/contract-in-force.ts'
import { replacedFact } from './rules/replaced-contract.ts'
import { signaturePage } from './rules/signature-page.ts'

/** 合同签章: the company's signature under what the customer signed; the as-built annex is fixed where it is known by now. */
export const countersignContract = taskUseCase<CountersignContract>({
  name: 'countersign-contract',
  form: CountersignContract,
  decide({ file, form, now, today }) {
    const contract = findContract(file)
    const { customer } = findContractSignatures(file)
    if (!contract?.document || !customer) return refuse({ code: 'contract-not-signed' })
    const { documentId, sha256 } = contract.document
    const { name, method } = form.signature
    const { contractNumber } = contract.draft
    const company = { name, at: now.toISOString(), method }
    const annex = asBuiltAnnex(file, today)
    const facts: NewFact[] = [
      { type: 'contract-countersigned', body: { contractNumber, documentId, sha256, name, method, note: form.note } },
      { type: 'document-signed', body: { documentId, name, method } },
      ...replacedFact(file, contractNumber),
      ...(annex ? [annex.fact] : []),
    ]
    return accept({
      facts,
      variables: { contractSigned: true },
      documents: [signaturePage(file, contract.document, company, today), ...(annex ? [annex.document] : [])],
      notices: [{ template: 'contract-in-force', data: { contractNumber } }],
    })
  },
})
