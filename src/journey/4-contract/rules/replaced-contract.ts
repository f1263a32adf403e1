import { type CaseFile, findBody, type NewFact } from '#casefile'
import { findExistingSupply } from '#journey/acceptance'
import type { BilingualText } from './clause-library.ts'

/** The contract of the supply before the increase: it holds until the increased supply is on, and then gives way. */
export interface ReplacedContract {
  readonly contractNumber: string
  readonly signedOn?: string
}

/** Undefined where the case amends no supply, so that its contract takes the place of none. */
export function findReplacedContract(file: CaseFile): ReplacedContract | undefined {
  const existing = findExistingSupply(file)
  if (!existing) return undefined
  const { contractNumber, contractSignedOn } = existing
  return { contractNumber, ...(contractSignedOn ? { signedOn: contractSignedOn } : {}) }
}

/** The old contract by its number, and its day where the records have it; empty where there is none. */
export function replacedContractText(replaced: ReplacedContract | undefined): BilingualText {
  if (!replaced) return { zh: '', en: '' }
  const { contractNumber, signedOn } = replaced
  return signedOn
    ? { zh: `${signedOn}签订的${contractNumber}号供用电合同`, en: `contract ${contractNumber} of ${signedOn}` }
    : { zh: `${contractNumber}号供用电合同`, en: `contract ${contractNumber}` }
}

/** Said with the signature that completes the new contract. */
export function replacedFact(file: CaseFile, replacedBy: string): NewFact[] {
  const replaces = findBody<{ replaces?: { contractNumber: string } }>(file, 'contract-drafted')?.replaces
  return replaces
    ? [
        {
          type: 'contract-replaced',
          body: { contractNumber: replaces.contractNumber, replacedBy, endsWith: 'supply-on' },
        },
      ]
    : []
}
