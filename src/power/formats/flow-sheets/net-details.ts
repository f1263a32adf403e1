import type { GeoPoint } from '#kernel'

/** A switch between two buses of a flow case, by their places in it. */
export interface NamedSwitch {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly kind: 'breaker' | 'load-break' | 'disconnector'
  readonly isClosed: boolean
  readonly path: string
}

/** What a file says of a network beside its power flow; the arrays go by the buses and branches of the flow case. */
export interface NetDetails {
  readonly busPaths: readonly string[]
  readonly branchPaths: readonly string[]
  /** Degrees (WGS 84); undefined as a whole where the file has no position at all. */
  readonly places: readonly (GeoPoint | undefined)[] | undefined
  /** Undefined as a whole where the format has no lengths. */
  readonly lengthsM: readonly (number | undefined)[] | undefined
  /** What the format calls the rating of a branch. */
  readonly ratingField: string
  /** Where a customer can be tied in: a busbar, a load, a transformer; all other buses are joints. */
  readonly isUnit: readonly boolean[]
  readonly stationNames: readonly (string | undefined)[]
  readonly switches: readonly NamedSwitch[]
  /** Spare bays taken for each unit and bus section, which the format does not list. */
  readonly spareBays: number
}
