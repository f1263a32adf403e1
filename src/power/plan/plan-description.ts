import type { GeoPoint } from '#kernel'
import type { PowerStandards } from '../standards/tables.ts'
import type { PlanDraft, SupplyPlan } from './draft-plans.ts'
import type { Phase } from './phase-balance.ts'
import type { PreparedNetwork } from './prepared-network.ts'
import type { PlanRequest } from './request.ts'
import type { SourceOption } from './source-option.ts'

/** One source of a plan by names and coordinates: what the reply form, the map and the command line show. */
export interface SourceDescription {
  readonly kind: SourceOption['kind'] | 'public-transformer'
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
  /** What of it is new to the network: less than all of it where the customer is fed from here already. */
  readonly addedKva: number
  readonly isPresent: boolean
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
  /** Phase of a single-phase load at low voltage, where the phases of the transformer are known. */
  readonly phase: Phase | null
  /** Load to be handed to a neighbouring feeder before this customer is switched on. */
  readonly transfer: {
    readonly toFeeder: string
    readonly closeSwitch: string
    readonly openSection: string
    readonly kva: number
  } | null
  /** The whole feeder to be moved to another main transformer of its station beforehand; what it brings along, kVA. */
  readonly transformerTransfer: {
    readonly toTransformer: string
    readonly toBusSection: string
    readonly kva: number
  } | null
  readonly faultLevels: SourceOption['faultLevels'] | null
  readonly demarcation: { readonly textEn: string; readonly textZh: string }
  /** Usual protection of the access device. */
  readonly protection: 'phase-and-earth-fault' | 'fuse-or-breaker'
  readonly checks: SourceOption['checks']
}

export interface PlanDescription
  extends Pick<SupplyPlan, 'rank' | 'verdict' | 'mode' | 'sourceKind' | 'cost' | 'highReliabilityKva'> {
  /** null where it is ranked against none: at low voltage, where the nearest with room comes first, and as drawn. */
  readonly score: SupplyPlan['score'] | null
  readonly sources: readonly SourceDescription[]
  readonly checks: SupplyPlan['checks']
}

export interface DraftDescription {
  readonly need: PlanDraft['need']
  readonly plans: readonly PlanDescription[]
  readonly noPlan: PlanDraft['noPlan'] | null
}

/** What a source is described by beside itself. */
export interface Around {
  readonly need: PlanDraft['need']
  readonly prepared: PreparedNetwork
  readonly request: PlanRequest
  readonly standards: PowerStandards
}
