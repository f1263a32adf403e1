import { checkRule, type RuleCheck } from '../plan/check.ts'
import type { TableRow } from '../standards/tables.ts'

/** A load that changes: starting motors, welders, furnaces. */
export interface ChangingLoad {
  /** Change of active and reactive power, MW and Mvar. */
  readonly changeMw: number
  readonly changeMvar: number
  readonly perHour: number
}

/**
 * Relative voltage change at the point of common coupling, percent:
 * d = (R·ΔP + X·ΔQ) / U², R and X in ohm of the network, U in kV.
 */
export function getVoltageChangePercent(
  load: ChangingLoad,
  network: { readonly rOhm: number; readonly xOhm: number; readonly kv: number },
): number {
  return (100 * Math.abs(network.rOhm * load.changeMw + network.xOhm * load.changeMvar)) / network.kv ** 2
}

/** Limit of d for how often the change comes (GB/T 12326); undefined beyond 1000 an hour, where flicker must be measured. */
export function findVoltageChangeLimit(
  perHour: number,
  kv: number,
  limits: readonly TableRow<'voltageChangeLimits'>[],
): { percent: number; row: TableRow<'voltageChangeLimits'> } | undefined {
  const row = limits.toSorted((a, b) => a.maxPerHour - b.maxPerHour).find((limit) => perHour <= limit.maxPerHour)
  // Low and medium voltage end at 35 kV.
  return row && { percent: kv <= 35 ? row.lowAndMediumPercent : row.highPercent, row }
}

export function checkVoltageChange(
  load: ChangingLoad,
  network: { readonly rOhm: number; readonly xOhm: number; readonly kv: number },
  limits: readonly TableRow<'voltageChangeLimits'>[],
): RuleCheck {
  const limit = findVoltageChangeLimit(load.perHour, network.kv, limits)
  const asked = { rule: 'quality.voltageChange', at: `${load.perHour}/h`, comparison: '<=' as const, unit: '%' }
  return checkRule(
    { ...asked, value: limit ? getVoltageChangePercent(load, network) : null, limit: limit?.percent ?? 0 },
    limit?.row ?? { source: 'GB/T 12326', confidence: 'M+' },
  )
}

/**
 * Voltage unbalance a single-phase load between two lines raises, percent: ε ≈ S₁ / Sk (GB/T 15543 uses √3·I₂·U/Sk,
 * which for a load between two lines is the same).
 */
export const getUnbalancePercent = (singlePhaseMva: number, shortCircuitMva: number): number =>
  (100 * singlePhaseMva) / shortCircuitMva
