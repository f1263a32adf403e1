import { chooseCompensation, getDefaultShares, getParameter, getRequiredCosPhi, type PowerStandards } from '#power'
import type { PlanBasis } from './plan-basis.ts'

export interface CompensationAsked {
  /** What to propose, kvar, rounded up. */
  readonly kvar: number
  /** What must be there at least, kvar. */
  readonly leastKvar: number
  readonly targetCosPhi: number
}

const none: CompensationAsked = { kvar: 0, leastKvar: 0, targetCosPhi: 1 }

/**
 * 无功补偿: from the load where its list is known, else 20 to 30 % of the rating (35 kV up: 10 to 30 %). Low voltage only
 * from the load on at which a power factor is asked for.
 */
export function compensate(
  basis: PlanBasis,
  voltageKv: number,
  transformerKva: number,
  power: PowerStandards,
): CompensationAsked {
  const isHigh = voltageKv >= 1
  if (!isHigh && basis.load.loadKw < getParameter(power.parameters, 'compensation.lowVoltageFromKw')) return none
  const targetCosPhi = getRequiredCosPhi(isHigh ? 'high-voltage' : 'other-100kw', power.powerFactorLimits)
  const { load } = basis
  const need = { transformerKva, supplyKv: voltageKv, targetCosPhi }
  if (load.basis === 'listed') {
    const chosen = chooseCompensation({ ...need, load: { kw: load.loadKw, cosPhi: load.cosPhi } }, power.parameters)
    const kvar = Math.ceil(chosen.kvar)
    return { kvar, leastKvar: kvar, targetCosPhi }
  }
  if (!isHigh) return { ...none, targetCosPhi }
  const [lowShare] = getDefaultShares(voltageKv, power.parameters)
  const chosen = chooseCompensation(need, power.parameters)
  return { kvar: Math.ceil(chosen.kvar), leastKvar: lowShare * transformerKva, targetCosPhi }
}
