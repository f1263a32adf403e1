import type { OperatingMode, RuleCheck } from '#power'
import type { Track } from './form-shapes.ts'

/** A plan's sources as they would be built, by the names of the network. */
export interface DrawnPlan {
  readonly mode: OperatingMode
  readonly sources: readonly {
    readonly feeder: string
    readonly accessPoint: string
    readonly capacityKva: number
    readonly conductor: string
    readonly route?: Track
  }[]
}

/** What the network in force says of them. */
export interface NetworkProof {
  readonly networkVersion: number
  /** Of each source, in the plan's order. */
  readonly sources: readonly (readonly RuleCheck[])[]
}
