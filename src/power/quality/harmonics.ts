import { checkRule, type RuleCheck } from '../plan/check.ts'
import type { TableRow } from '../standards/tables.ts'

export interface HarmonicPoint {
  /** Nominal voltage of the point of common coupling, kV. */
  readonly kv: number
  /** Smallest short-circuit power there, MVA. */
  readonly shortCircuitMva: number
  /** Agreed capacity of the customer and supply capacity of the point, both MVA. */
  readonly agreedMva: number
  readonly supplyMva: number
}

export interface HarmonicCurrent {
  readonly order: number
  readonly currentA: number
}

/** Exponent of phase for summing customers' shares (GB/T 14549, appendix C). */
const shareExponent = (order: number): number => {
  if (order === 3) return 1.1
  if (order === 5) return 1.2
  if (order === 7) return 1.4
  if (order === 11) return 1.8
  if (order === 13) return 1.9
  return 2
}

/**
 * Harmonic current a customer may inject, A: the table's current at its reference power, times Sk/Sk0, times the
 * customer's share (agreed over supply capacity) to the power 1/α of the order. Undefined for orders the table lacks.
 */
export function findAllowedCurrentA(
  point: HarmonicPoint,
  order: number,
  limits: readonly TableRow<'harmonicCurrentLimits'>[],
): number | undefined {
  const row = limits.find((limit) => limit.order === order && isLevel(limit.kv, point.kv))
  if (!row) return undefined
  const share = Math.min(1, point.agreedMva / point.supplyMva)
  return ((row.limitA * point.shortCircuitMva) / row.referenceMva) * share ** (1 / shareExponent(order))
}

/** Screens a customer's harmonic currents against GB/T 14549; orders without limit are answered as unknown. */
export function checkHarmonicCurrents(
  point: HarmonicPoint,
  currents: readonly HarmonicCurrent[],
  limits: readonly TableRow<'harmonicCurrentLimits'>[],
): RuleCheck[] {
  return currents.map(({ order, currentA }) => {
    const limit = findAllowedCurrentA(point, order, limits)
    const row = limits.find((found) => found.order === order && isLevel(found.kv, point.kv))
    const asked = { rule: 'quality.harmonicCurrent', at: `h${order}`, comparison: '<=' as const, unit: 'A' }
    return checkRule(
      { ...asked, value: limit === undefined ? null : currentA, limit: limit ?? 0 },
      row ?? { source: 'GB/T 14549', confidence: 'M+' },
    )
  })
}

/**
 * Harmonic voltage that the currents raise at the point, percent of the phase voltage, by order; the network taken as
 * inductive: Z_h = h·U²/Sk.
 */
export function getHarmonicVoltages(
  point: HarmonicPoint,
  currents: readonly HarmonicCurrent[],
): { readonly order: number; readonly percent: number }[] {
  return currents.map(({ order, currentA }) => ({
    order,
    percent: (100 * (Math.sqrt(3) * order * point.kv * currentA)) / (1000 * point.shortCircuitMva),
  }))
}

/** Total distortion and each order against the voltage limits of GB/T 14549. */
export function checkHarmonicVoltages(
  point: HarmonicPoint,
  currents: readonly HarmonicCurrent[],
  limits: readonly TableRow<'harmonicVoltageLimits'>[],
): RuleCheck[] {
  const row = limits.find((limit) => point.kv >= limit.fromKv && point.kv <= limit.toKv)
  if (!row) return []
  const voltages = getHarmonicVoltages(point, currents)
  const total = Math.hypot(...voltages.map(({ percent }) => percent))
  const asked = { comparison: '<=' as const, unit: '%' }
  return [
    checkRule({ ...asked, rule: 'quality.totalDistortion', at: 'THDu', value: total, limit: row.totalPercent }, row),
    ...voltages.map(({ order, percent }) =>
      checkRule(
        {
          ...asked,
          rule: 'quality.harmonicVoltage',
          at: `h${order}`,
          value: percent,
          limit: order % 2 === 0 ? row.evenPercent : row.oddPercent,
        },
        row,
      ),
    ),
  ]
}

const isLevel = (a: number, b: number): boolean => Math.abs(a - b) <= 0.08 * Math.max(a, b)
