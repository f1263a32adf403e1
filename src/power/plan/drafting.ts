import type { PlanePoint } from '#kernel'
import type { TerrainFeature } from '../route/terrain.ts'
import type { PowerStandards } from '../standards/tables.ts'
import type { CustomerNeed } from './customer-need.ts'
import type { PreparedNetwork } from './prepared-network.ts'
import type { PlanRequest } from './request.ts'

/** All that one drafting rests on: the network, who asks for what, the rules, the ground. */
export interface Drafting {
  readonly prepared: PreparedNetwork
  readonly request: PlanRequest
  readonly need: CustomerNeed
  readonly standards: PowerStandards
  readonly terrain: readonly TerrainFeature[]
  /** The customer's receiving point on the plane. */
  readonly place: { readonly x: number; readonly y: number }
}

/** A place of the network from which the customer might be fed. */
export interface AccessPlace {
  readonly point: number
  /** −1 for a bay of the substation itself: a new feeder. */
  readonly feeder: number
  readonly capacityKva: number
  /** Load this source carries at the worst, kW. */
  readonly loadKw: number
  /** A designer's own route, on the plane from the access point to the customer: taken as it is. */
  readonly drawnRoute?: readonly PlanePoint[]
  /** A designer's own conductor, by model: taken even where a check then fails. */
  readonly conductorModel?: string
}
