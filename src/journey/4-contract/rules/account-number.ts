/**
 * 户号: of a supply that exists already its own; of a new one the figures of the case number without the century (at least
 * ten), so that contract, meter order and billing name the same customer before the billing system knows it.
 */
export function accountNumberOf(caseNumber: string, existing?: string): string {
  if (existing) return existing
  return caseNumber.replaceAll(/\D/g, '').slice(2).padStart(10, '0')
}
