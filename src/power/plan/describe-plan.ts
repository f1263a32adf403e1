import { getConnectionKind, wordDemarcation } from '../sizing/demarcation.ts'
import { getRatedA } from '../sizing/metering.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards } from '../standards/tables.ts'
import { describeLowVoltage } from './describe-low-voltage.ts'
import type { PlanDraft, SupplyPlan } from './draft-plans.ts'
import type { Around, DraftDescription, PlanDescription, SourceDescription } from './plan-description.ts'
import type { PreparedNetwork } from './prepared-network.ts'
import type { PlanRequest } from './request.ts'
import type { SourceOption } from './source-option.ts'

/** A draft by names and coordinates, ready for JSON. */
export function describeDraft(
  draft: PlanDraft,
  prepared: PreparedNetwork,
  request: PlanRequest,
  standards: PowerStandards,
): DraftDescription {
  const around = { need: draft.need, prepared, request, standards }
  return {
    need: draft.need,
    plans: [
      ...draft.plans.map((plan) => describePlan(plan, around)),
      ...draft.lowVoltagePlans.map((plan) => describeLowVoltage(plan, around)),
    ],
    noPlan: draft.noPlan ?? null,
  }
}

/** One plan of medium or high voltage; `score` is null where it was ranked against none. */
export const describePlan = (
  plan: Omit<SupplyPlan, 'score'> & Pick<PlanDescription, 'score'>,
  around: Around,
): PlanDescription => ({
  rank: plan.rank,
  verdict: plan.verdict,
  mode: plan.mode,
  sourceKind: plan.sourceKind,
  score: plan.score,
  cost: plan.cost,
  highReliabilityKva: plan.highReliabilityKva,
  checks: plan.checks,
  sources: plan.options.map((option, at) => describeSource(option, at, plan.mode, around)),
})

/** One source by names and coordinates; `at` is its place among the sources of its plan. */
function describeSource(
  option: SourceOption,
  at: number,
  mode: SupplyPlan['mode'],
  { need, prepared, request, standards }: Around,
): SourceDescription {
  const { network, flows } = prepared
  const point = network.points[option.point]
  const { kv } = need.voltage
  const kind = getConnectionKind({ supplyKv: kv, laying: request.laying, hasPole: point?.kind === 'pole' })
  const share = option.addedKva / Math.max(1, need.capacityKva)
  const kw = need.loadKw * share
  const kvar = kw * Math.tan(Math.acos(need.cosPhi))
  const { transfer } = option
  return {
    kind: option.kind,
    role: mode !== 'main-and-standby' ? 'equal' : at === 0 ? 'main' : 'standby',
    substation: network.substations[option.substation]?.name ?? '',
    busSection: network.busSections[option.busSection]?.name ?? '',
    incomer: network.busSections[option.busSection]?.incomer ?? '',
    feeder: network.feeders[option.feeder]?.name ?? null,
    accessPoint: point?.name ?? '',
    accessDevice: point?.kind ?? '',
    boundaryDevice: option.boundaryDevice,
    capacityKva: option.capacityKva,
    addedKva: option.addedKva,
    isPresent: option.isPresent,
    openKva: option.openKva,
    laying: option.conductor.laying,
    conductor: option.conductor.model,
    ratedA: getRatedA(option.capacityKva, kv),
    route: {
      lengthM: option.route.lengthM,
      points: option.route.points.map((place) => network.plane.toGeo(place)),
      crossings: option.route.crossings,
      basis: option.route.basis,
    },
    otherRoutesM: option.otherRoutes.map((route) => route.lengthM),
    voltageProfile: option.feeder >= 0 ? flows.getProfile(option.feeder, option.point, kw, kvar) : [],
    lossKw: option.lossKw,
    phase: null,
    transfer: transfer
      ? {
          toFeeder: network.feeders[transfer.toFeeder]?.name ?? '',
          closeSwitch: transfer.closeSwitch,
          openSection: transfer.openSection,
          kva: transfer.kva,
        }
      : null,
    transformerTransfer: option.transformerTransfer
      ? {
          toTransformer: option.transformerTransfer.toTransformer,
          toBusSection: network.busSections[option.transformerTransfer.toBusSection]?.name ?? '',
          kva: option.transformerTransfer.kva,
        }
      : null,
    faultLevels: option.faultLevels ?? null,
    demarcation: wordDemarcation(
      kind,
      { pole: point?.name ?? '', station: point?.name ?? '', bay: '' },
      standards.demarcationPoints,
    ),
    protection:
      option.capacityKva >= getParameter(standards.parameters, 'protection.breakerFromKva')
        ? 'phase-and-earth-fault'
        : 'fuse-or-breaker',
    checks: option.checks,
  }
}
