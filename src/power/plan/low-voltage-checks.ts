import type { DistributionTransformer } from '../network/network.ts'
import { type Conductor, findAmpacityA, type Installation } from '../sizing/conductor.ts'
import { checkParameter, checkRule, type RuleCheck } from './check.ts'
import type { Drafting } from './drafting.ts'
import { checkQuality, getImpedance } from './quality-checks.ts'

export interface LowVoltageFigures {
  readonly transformer: DistributionTransformer
  /** The line to the customer; undefined where the catalogue has none that carries it. */
  readonly conductor: Conductor | undefined
  readonly installation: Installation
  readonly lengthM: number
  readonly ratedA: number
  readonly dropPercent: number | null
  /** Of the transformer with the customer on it, share of its rating; null where its maximum is not known. */
  readonly loadingAfter: number | null
}

/** Room of the transformer, supply radius of its zone, voltage drop, ampacity, and power quality where the load asks for it. */
export function checkLowVoltage(drafting: Drafting, figures: LowVoltageFigures): RuleCheck[] {
  const { standards } = drafting
  const { transformer, conductor, installation, lengthM, ratedA, dropPercent, loadingAfter } = figures
  const at = transformer.name
  const zone = standards.supplyRadius.find((row) => row.zone === transformer.zone)
  return [
    checkParameter(
      { rule: 'lowVoltage.publicTransformerLoading', at, value: loadingAfter, comparison: '<=', unit: '' },
      'lowVoltage.maxTransformerLoading',
      standards.parameters,
    ),
    checkRule(
      {
        rule: 'lowVoltage.supplyRadius',
        at,
        value: zone ? lengthM : null,
        limit: zone?.maxM ?? Math.max(...standards.supplyRadius.map(({ maxM }) => maxM)),
        comparison: '<=',
        unit: 'm',
        isHard: zone !== undefined,
      },
      zone ?? { source: 'DL/T 5729; zone of the transformer not known', confidence: 'M?' },
    ),
    checkParameter(
      { rule: 'lowVoltage.drop', at, value: dropPercent, comparison: '<=', unit: '%' },
      'lowVoltage.maxDropPercent',
      standards.parameters,
    ),
    checkRule(
      {
        rule: 'proof.lineAmpacity',
        at: conductor?.model ?? 'line',
        value: conductor ? ratedA : null,
        limit: (conductor && findAmpacityA(conductor, installation)) ?? 0,
        comparison: '<=',
        unit: 'A',
      },
      conductor ?? { source: 'conductor catalogue', confidence: 'F' },
    ),
    ...checkQualityBehind(drafting, transformer),
  ]
}

/** Power quality at the low side: the transformer's impedance behind that of the lines above it, at 0.38 kV (GB/T 14549). */
function checkQualityBehind(drafting: Drafting, transformer: DistributionTransformer): RuleCheck[] {
  const { prepared, need, standards } = drafting
  const row = standards.transformers.find(
    ({ kva, efficiencyGrade }) => kva === transformer.kva && efficiencyGrade === 2,
  )
  const kv = 0.38
  const highKv = prepared.network.points[transformer.point]?.kv ?? Number.NaN
  const above = getImpedance(prepared, transformer.point, highKv)
  const zOhm = row ? ((row.shortCircuitPercent / 100) * kv ** 2 * 1000) / row.kva : Number.NaN
  const rOhm = row ? (row.loadLossW * kv ** 2 * 1000) / row.kva ** 2 / 1000 : Number.NaN
  const ratio = (kv / highKv) ** 2
  return checkQuality(drafting, {
    kv,
    rOhm: above.rOhm * ratio + rOhm,
    xOhm: above.xOhm * ratio + Math.sqrt(zOhm ** 2 - rOhm ** 2),
    agreedKva: need.capacityKva,
    supplyKva: transformer.kva,
  })
}
