import { checkHarmonicCurrents, checkHarmonicVoltages } from '../quality/harmonics.ts'
import { checkVoltageChange } from '../quality/voltage-change.ts'
import type { RuleCheck } from './check.ts'
import type { AccessPlace, Drafting } from './drafting.ts'

/**
 * Harmonics and voltage changes at the access point, for loads that say they cause them. Without the fault power of
 * the bus section nothing can be said, and the checks are answered as not known.
 */
export function checkQuality({ prepared, request, need, standards }: Drafting, access: AccessPlace): RuleCheck[] {
  const { network, topology } = prepared
  const busSection = network.busSections[topology.busSection[access.point] as number]
  const { kv } = need.voltage
  // Network impedance seen from the access point, its smallest fault power following from it.
  const sourceOhm = kv ** 2 / (busSection?.shortCircuitMva ?? Number.NaN)
  const ratio = busSection?.rOverX ?? 0
  const xOhm = sourceOhm / Math.hypot(1, ratio) + (topology.xOhm[access.point] as number)
  const rOhm = (sourceOhm * ratio) / Math.hypot(1, ratio) + (topology.rOhm[access.point] as number)
  const supplyKva = (
    access.feeder >= 0
      ? prepared.feeders[access.feeder]
      : prepared.mainTransformers[topology.busSection[access.point] as number]
  )?.ratedKva
  const point = {
    kv,
    shortCircuitMva: kv ** 2 / Math.hypot(rOhm, xOhm),
    agreedMva: access.capacityKva / 1000,
    supplyMva: (supplyKva ?? access.capacityKva) / 1000,
  }
  const currents = request.harmonicCurrents
  return [
    ...checkHarmonicCurrents(point, currents, standards.harmonicCurrentLimits),
    ...(currents.length > 0 ? checkHarmonicVoltages(point, currents, standards.harmonicVoltageLimits) : []),
    ...request.changingLoads.map((load) => checkVoltageChange(load, { rOhm, xOhm, kv }, standards.voltageChangeLimits)),
  ]
}
