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
  /** What the customer's line must carry: its capacity, and the load on it at the worst, kW. */
  readonly capacityKva: number
  readonly loadKw: number
  /** What of the capacity is new to the network; less than all of it where the customer is fed from here already. */
  readonly addedKva: number
  /** The customer is tied in here already and takes no bay more. */
  readonly isPresent?: boolean
  /** A designer's own route, on the plane from the access point to the customer: taken as it is. */
  readonly drawnRoute?: readonly PlanePoint[]
  /** A designer's own conductor, by model: taken even where a check then fails. */
  readonly conductorModel?: string
}

/** Load that comes on top of what the network carries already, kW. */
export const getAddedKw = ({ loadKw, capacityKva, addedKva }: AccessPlace): number =>
  capacityKva > 0 ? (loadKw * addedKva) / capacityKva : 0
