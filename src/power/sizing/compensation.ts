import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { TableRow } from '../standards/tables.ts'

export interface Compensation {
  readonly kvar: number
  /** From the load's own figures, or the share of the transformer rating used when they are not known. */
  readonly basis: 'calculated' | 'share'
  readonly targetCosPhi: number
}

/** Reactive power to be compensated, kvar: Qc = P(tanφ1 − tanφ2), never negative. */
export function getCompensationKvar(loadKw: number, cosPhi: number, targetCosPhi: number): number {
  return Math.max(0, loadKw * (Math.tan(Math.acos(cosPhi)) - Math.tan(Math.acos(targetCosPhi))))
}

export interface CompensationNeed {
  readonly transformerKva: number
  readonly supplyKv: number
  readonly targetCosPhi: number
  /** Left out when the load's power factor is not known. */
  readonly load?: { readonly kw: number; readonly cosPhi: number }
}

/** Capacitors of a customer: calculated from the load where known, else 20 to 30 % of the rating (10 to 30 % at 35 kV up). */
export function chooseCompensation(need: CompensationNeed, parameters: readonly Parameter[]): Compensation {
  const { targetCosPhi } = need
  if (need.load) {
    return {
      kvar: getCompensationKvar(need.load.kw, need.load.cosPhi, targetCosPhi),
      basis: 'calculated',
      targetCosPhi,
    }
  }
  const [, high] = getDefaultShares(need.supplyKv, parameters)
  return { kvar: high * need.transformerKva, basis: 'share', targetCosPhi }
}

/** Usual share of the transformer rating, lower and upper end. */
export function getDefaultShares(supplyKv: number, parameters: readonly Parameter[]): readonly [number, number] {
  const low = supplyKv >= 35 ? 'compensation.defaultShareLow35kv' : 'compensation.defaultShareLow'
  return [getParameter(parameters, low), getParameter(parameters, 'compensation.defaultShareHigh')]
}

/** Power factor a customer must keep at peak. */
export function getRequiredCosPhi(
  customer: TableRow<'powerFactorLimits'>['customer'],
  rows: readonly TableRow<'powerFactorLimits'>[],
  ruleSet = 'supply-rules',
): number {
  const row = rows.find((limit) => limit.customer === customer && limit.ruleSet === ruleSet)
  if (!row) throw new Error(`no power factor limit for ${customer} in ${ruleSet}`)
  return row.minCosPhi
}

/**
 * Percentage by which the bill changes for a power factor (力调): negative is a reward, positive a penalty.
 * Works in whole hundredths, as the rule does; the months' power factor is rounded to two places.
 */
export function getPowerFactorAdjustment(
  cosPhi: number,
  standard: number,
  rows: readonly TableRow<'powerFactorAdjustment'>[],
): number {
  const found = Math.round(cosPhi * 100)
  let percent = 0
  for (const row of rows.filter((step) => step.standard === standard)) {
    const from = Math.round(row.fromCosPhi * 100)
    const to = Math.round(row.toCosPhi * 100)
    const isReward = row.percentPerHundredth < 0
    const hundredths = isReward ? Math.min(found, from) - to : from - Math.max(found, to)
    percent += Math.max(0, hundredths) * row.percentPerHundredth
  }
  return percent
}
