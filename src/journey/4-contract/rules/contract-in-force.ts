import { type CaseDocument, type CaseFile, type Fact, findFact } from '#casefile'

/** The clauses a customer has to read, by the id the form names them with. */
export interface DraftedClause {
  readonly clauseId: string
  readonly number: string
  readonly title: string
}

export interface ContractDraft {
  readonly contractNumber: string
  readonly contractKind: string
  readonly termYears: number
  readonly clauses: readonly DraftedClause[]
}

/** The contract as drafted last, with its document; undefined where there is none that stands. */
export function findContract(
  file: CaseFile,
): { readonly draft: ContractDraft; readonly fact: Fact; readonly document: CaseDocument | undefined } | undefined {
  const fact = findFact(file, 'contract-drafted')
  if (!fact) return undefined
  const document = file.state.documents.findLast((entry) => entry.kind === 'supply-contract' && !entry.voidedBecause)
  return { draft: fact.body as unknown as ContractDraft, fact, document }
}

/** Who signed the contract that stands, and when; a signature under an earlier draft does not count. */
export interface ContractSignatures {
  readonly contractNumber?: string
  readonly customer?: { readonly name: string; readonly at: string }
  readonly company?: { readonly name: string; readonly at: string }
}

export function findContractSignatures(file: CaseFile): ContractSignatures {
  const contract = findContract(file)
  if (!contract) return {}
  const signed = findFact(file, 'contract-signed')
  const countersigned = findFact(file, 'contract-countersigned')
  const customer = signed && signed.seq > contract.fact.seq ? signed : undefined
  const company = customer && countersigned && countersigned.seq > customer.seq ? countersigned : undefined
  return {
    contractNumber: contract.draft.contractNumber,
    ...(customer ? { customer: { name: String(customer.body.name), at: customer.recordedAt } } : {}),
    ...(company ? { company: { name: String(company.body.name), at: company.recordedAt } } : {}),
  }
}
