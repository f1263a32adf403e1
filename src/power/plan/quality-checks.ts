import { checkHarmonicCurrents, checkHarmonicVoltages } from '../quality/harmonics.ts'
import { checkVoltageChange } from '../quality/voltage-change.ts'
import type { RuleCheck } from './check.ts'
import type { AccessPlace, Drafting } from './drafting.ts'
import type { PreparedNetwork } from './prepared-network.ts'

/** The point of common coupling, as the rules of power quality see it. */
export interface QualityPoint {
  readonly kv: number
  /** Impedance of the network behind it at its own voltage, ohm; NaN where the fault power is not known. */
  readonly rOhm: number
  readonly xOhm: number
  /** Agreed capacity of the customer and supply capacity of the point, kVA. */
  readonly agreedKva: number
  readonly supplyKva: number
}

/**
 * Harmonics and voltage changes at a point, for loads that say they cause them. Without the fault power of the bus
 * section nothing can be said, and the checks are answered as not known.
 */
export function checkQuality({ request, standards }: Drafting, at: QualityPoint): RuleCheck[] {
  const point = {
    kv: at.kv,
    shortCircuitMva: at.kv ** 2 / Math.hypot(at.rOhm, at.xOhm),
    agreedMva: at.agreedKva / 1000,
    supplyMva: at.supplyKva / 1000,
  }
  const currents = request.harmonicCurrents
  return [
    ...checkHarmonicCurrents(point, currents, standards.harmonicCurrentLimits),
    ...(currents.length > 0 ? checkHarmonicVoltages(point, currents, standards.harmonicVoltageLimits) : []),
    ...request.changingLoads.map((load) => checkVoltageChange(load, at, standards.voltageChangeLimits)),
  ]
}

/** The same at an access point of the medium-voltage network. */
export function checkAccessQuality(drafting: Drafting, access: AccessPlace): RuleCheck[] {
  const { prepared, need } = drafting
  const supply =
    access.feeder >= 0
      ? prepared.feeders[access.feeder]
      : prepared.mainTransformers[prepared.topology.busSection[access.point] as number]
  return checkQuality(drafting, {
    kv: need.voltage.kv,
    ...getImpedance(prepared, access.point, need.voltage.kv),
    agreedKva: access.capacityKva,
    supplyKva: supply?.ratedKva ?? access.capacityKva,
  })
}

/** Impedance of the network seen from a point: that of the largest fault at its bus section, and of the way there, ohm. */
export function getImpedance(
  { network, topology }: PreparedNetwork,
  point: number,
  kv: number,
): Pick<QualityPoint, 'rOhm' | 'xOhm'> {
  const busSection = network.busSections[topology.busSection[point] as number]
  const sourceOhm = kv ** 2 / (busSection?.shortCircuitMva ?? Number.NaN)
  const ratio = busSection?.rOverX ?? 0
  return {
    rOhm: (sourceOhm * ratio) / Math.hypot(1, ratio) + (topology.rOhm[point] as number),
    xOhm: sourceOhm / Math.hypot(1, ratio) + (topology.xOhm[point] as number),
  }
}
