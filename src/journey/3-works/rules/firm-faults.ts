import type { Fault, PlainDate } from '#kernel'
import type { Firm } from '../api.ts'

/** The licence must be valid today; which firm it is, is the customer's choice alone. */
export function faultsOfFirm(firm: Firm, path: string, today: PlainDate): Fault[] {
  if (firm.licenceValidUntil >= today) return []
  const data = { validUntil: firm.licenceValidUntil }
  return [{ path: `${path}.licenceValidUntil`, code: 'licence-expired', data }]
}
