import type { CaseFile } from '#casefile'
import { findExistingSupply, getApplication } from '#journey/acceptance'

/** Kinds of business that change a supply which keeps its account; every other one opens an account of its own. */
const keepsAccount: ReadonlySet<string> = new Set(['increase', 'pv'])

/**
 * 户号: of a supply that is amended its own; of a new one the figures of the case number without the century (at least
 * ten), so that contract, meter order and billing name the same customer before the billing system knows it.
 */
export function accountNumberOf(file: CaseFile): string {
  const { kind, caseNumber } = file.state.profile
  const existing = findExistingSupply(file)?.accountNumber ?? getApplication(file).premise?.existingAccountNumber
  if (existing && keepsAccount.has(kind)) return existing
  return caseNumber.replaceAll(/\D/g, '').slice(2).padStart(10, '0')
}
