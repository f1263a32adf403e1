import type { GeoPoint } from '#kernel'
import { getConnectionKind, wordDemarcation } from '../sizing/demarcation.ts'
import { getRatedA } from '../sizing/metering.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards } from '../standards/tables.ts'
import type { PlanDraft, SupplyPlan } from './draft-plans.ts'
import type { PreparedNetwork } from './prepared-network.ts'
import type { PlanRequest } from './request.ts'
import type { SourceOption } from './source-option.ts'

/** One source of a plan by names and coordinates: what the reply form, the map and the command line show. */
export interface SourceDescription {
  readonly kind: SourceOption['kind']
  readonly role: 'main' | 'standby' | 'equal'
  readonly substation: string
  readonly busSection: string
  /** What feeds the bus section: two sections of one incomer are one source. */
  readonly incomer: string
  readonly feeder: string | null
  readonly accessPoint: string
  readonly accessDevice: string
  readonly boundaryDevice: SourceOption['boundaryDevice']
  readonly capacityKva: number
  readonly openKva: number
  readonly laying: 'overhead' | 'cable'
  readonly conductor: string
  readonly ratedA: number
  readonly route: {
    readonly lengthM: number
    readonly points: readonly GeoPoint[]
    readonly crossings: SourceOption['route']['crossings']
    readonly basis: string
  }
  readonly otherRoutesM: readonly number[]
  readonly voltageProfile: readonly { readonly lengthM: number; readonly voltagePu: number }[]
  readonly lossKw: number
  readonly transfer: {
    readonly toFeeder: string
    readonly closeSwitch: string
    readonly openSection: string
    readonly kva: number
  } | null
  readonly transformerTransfer: { readonly toTransformer: string; readonly kva: number } | null
  readonly faultLevels: SourceOption['faultLevels'] | null
  readonly demarcation: { readonly textEn: string; readonly textZh: string }
  /** Usual protection of the access device. */
  readonly protection: 'phase-and-earth-fault' | 'fuse-or-breaker'
  readonly checks: SourceOption['checks']
}

export interface PlanDescription
  extends Pick<SupplyPlan, 'rank' | 'verdict' | 'mode' | 'sourceKind' | 'score' | 'cost' | 'highReliabilityKva'> {
  readonly sources: readonly SourceDescription[]
  readonly checks: SupplyPlan['checks']
}

export interface DraftDescription {
  readonly need: PlanDraft['need']
  readonly plans: readonly PlanDescription[]
  readonly lowVoltagePlans: PlanDraft['lowVoltagePlans']
  readonly noPlan: PlanDraft['noPlan'] | null
}

/** A draft by names and coordinates, ready for JSON. */
export function describeDraft(
  draft: PlanDraft,
  prepared: PreparedNetwork,
  request: PlanRequest,
  standards: PowerStandards,
): DraftDescription {
  const describe = (plan: SupplyPlan): PlanDescription => ({
    rank: plan.rank,
    verdict: plan.verdict,
    mode: plan.mode,
    sourceKind: plan.sourceKind,
    score: plan.score,
    cost: plan.cost,
    highReliabilityKva: plan.highReliabilityKva,
    checks: plan.checks,
    sources: plan.options.map((option, at) =>
      describeSource(option, at, plan.mode, { need: draft.need, prepared, request, standards }),
    ),
  })
  return {
    need: draft.need,
    plans: draft.plans.map(describe),
    lowVoltagePlans: draft.lowVoltagePlans,
    noPlan: draft.noPlan ?? null,
  }
}

/** What a source is described by beside itself. */
export interface Around {
  readonly need: PlanDraft['need']
  readonly prepared: PreparedNetwork
  readonly request: PlanRequest
  readonly standards: PowerStandards
}

/** One source by names and coordinates; `at` is its place among the sources of its plan. */
export function describeSource(
  option: SourceOption,
  at: number,
  mode: SupplyPlan['mode'],
  { need, prepared, request, standards }: Around,
): SourceDescription {
  const { network, flows } = prepared
  const point = network.points[option.point]
  const { kv } = need.voltage
  const kind = getConnectionKind({ supplyKv: kv, laying: request.laying, hasPole: point?.kind === 'pole' })
  const share = option.capacityKva / Math.max(1, need.capacityKva)
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
    transfer: transfer
      ? {
          toFeeder: network.feeders[transfer.toFeeder]?.name ?? '',
          closeSwitch: transfer.closeSwitch,
          openSection: transfer.openSection,
          kva: transfer.kva,
        }
      : null,
    transformerTransfer: option.transformerTransfer
      ? { toTransformer: option.transformerTransfer.toTransformer, kva: option.transformerTransfer.kva }
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
