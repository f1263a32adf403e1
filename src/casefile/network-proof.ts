import type { OperatingMode, RuleCheck } from '#power'
import type { Track } from './form-shapes.ts'

/** A plan's sources as they would be built, by the names of the network. */
export interface DrawnPlan {
  readonly mode: OperatingMode
  readonly sources: readonly {
    readonly feeder: string
    readonly accessPoint: string
    readonly capacityKva: number
    /** What of the capacity the customer has here already. */
    readonly existingKva: number
    readonly conductor: string
    readonly laying: 'overhead' | 'cable'
    readonly route?: Track
  }[]
  /** Left out where the plan has none, or of several sizes. */
  readonly transformer?: { readonly unitKva: number; readonly count: number }
}

/** What the company has to change in its network before the customer is switched on, since the proof rests on it. */
export interface PlanPrecondition {
  readonly sourceNumber: number
  /** Part of the feeder handed to a neighbour over a tie, or the whole feeder moved to another main transformer. */
  readonly kind: 'load-transfer' | 'feeder-move'
  /** Feeder, or bus section, that takes the load. */
  readonly to: string
  readonly kva: number
  readonly closeSwitch?: string
  readonly openSection?: string
}

/** A plan in the figures it is compared by. Costs serve the company's own comparison and never go to the customer. */
export interface ComparedPlan {
  readonly accessPoints: readonly string[]
  readonly conductors: readonly string[]
  readonly lengthM: number
  readonly lowFen: number
  readonly highFen: number
  readonly lifeCycleFen: number
  /** Hard rules that do not hold. */
  readonly failed: number
}

/** The plan that was handed in beside what the system drafts on the same network for the same customer. */
export interface PlanComparison {
  readonly plan: ComparedPlan
  /** The drafted plan from the same access points, with its rank; null where no drafted plan has them. */
  readonly draft: (ComparedPlan & { readonly rank: number }) | null
  /** The best that was drafted. */
  readonly best: (ComparedPlan & { readonly rank: number }) | null
}

/** What the network in force says of them. */
export interface NetworkProof {
  readonly networkVersion: number
  /** Voltage of the network there, which the rules alone do not know. */
  readonly voltageKv: number
  /** Of each source, in the plan's order. */
  readonly sources: readonly (readonly RuleCheck[])[]
  /** By source numbers counted from one in the plan's order. */
  readonly preconditions: readonly PlanPrecondition[]
  readonly comparison: PlanComparison
}
