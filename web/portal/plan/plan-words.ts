import type { SupplyPlan } from '#journey/supply-plan/api'
import { showNumber, withUnit } from '../../ui/numbers.ts'

type Sized = Pick<SupplyPlan, 'approvedCapacityKva' | 'voltageKv'>

/** Capacity as it was approved: low voltage in kW, high voltage in kVA. */
export const capacityOf = ({ approvedCapacityKva, voltageKv }: Sized): string =>
  withUnit(approvedCapacityKva, voltageKv < 1 ? 'kW' : 'kVA')

/** `220 V`, `380 V`, `10 kV`. */
export const voltageOf = ({ voltageKv }: Pick<SupplyPlan, 'voltageKv'>): string =>
  voltageKv < 1 ? withUnit(Math.round(voltageKv * 1000), 'V') : `${showNumber(voltageKv)}\u00a0kV`

/** What the customer has from the company already, where the plan is for more. */
export function existingOf({ sources, voltageKv }: Pick<SupplyPlan, 'sources' | 'voltageKv'>): string | undefined {
  const kva = Math.max(0, ...sources.map(({ existingKva = 0 }) => existingKva))
  return kva > 0 ? withUnit(kva, voltageKv < 1 ? 'kW' : 'kVA') : undefined
}
