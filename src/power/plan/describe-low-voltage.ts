import { wordDemarcation } from '../sizing/demarcation.ts'
import { getRatedA } from '../sizing/metering.ts'
import type { LowVoltagePlan } from './low-voltage.ts'
import type { Around, PlanDescription } from './plan-description.ts'

/**
 * A low-voltage plan in the words of every plan: one source, whose access point is the public transformer. Its score is
 * that of its distance alone and ranks nothing: low-voltage plans stand nearest first.
 */
export function describeLowVoltage(plan: LowVoltagePlan, around: Around): PlanDescription {
  const { network, topology } = around.prepared
  const transformer = network.distributionTransformers[plan.transformerAt]
  const point = transformer?.point ?? -1
  const section = network.busSections[topology.busSection[point] ?? -1]
  return {
    rank: plan.rank,
    verdict: plan.verdict,
    mode: 'single',
    sourceKind: 'single',
    score: null,
    cost: plan.cost,
    highReliabilityKva: 0,
    checks: [],
    sources: [
      {
        kind: 'public-transformer',
        role: 'equal',
        substation: network.substations[section?.substation ?? -1]?.name ?? '',
        busSection: section?.name ?? '',
        incomer: section?.incomer ?? '',
        feeder: network.feeders[topology.feeder[point] ?? -1]?.name ?? null,
        accessPoint: plan.transformer,
        accessDevice: 'public-transformer',
        boundaryDevice: 'none',
        capacityKva: plan.capacityKva,
        addedKva: plan.addedKva,
        isPresent: plan.isPresent,
        openKva: plan.openKva ?? 0,
        laying: plan.laying,
        conductor: plan.conductor?.model ?? '',
        ratedA: getRatedA(around.need.loadKw / around.need.cosPhi, around.need.voltage.kv),
        route: {
          lengthM: plan.route.lengthM,
          points: plan.route.points.map((place) => network.plane.toGeo(place)),
          crossings: plan.route.crossings,
          basis: plan.route.basis,
        },
        otherRoutesM: [],
        voltageProfile: [],
        lossKw: plan.lossKw,
        phase: plan.phase ?? null,
        transfer: null,
        transformerTransfer: null,
        faultLevels: null,
        demarcation: wordDemarcation('low-voltage-public', {}, around.standards.demarcationPoints),
        protection: 'fuse-or-breaker',
        checks: plan.checks,
      },
    ],
  }
}
