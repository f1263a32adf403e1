import type { AnyContractRouter } from '@orpc/contract'
import { traverseContractProcedures } from '@orpc/server'
import { type Actor, holdsRole, type StaffRole } from '#casefile/actor'
import { accept, type Result, refuse } from '#kernel'

/** Who may call a route at all, before anything is known of the case it concerns. */
export type Audience = 'public' | 'customer' | 'staff' | 'anyone-signed-in'

/** What else must hold, judged by the route's own code once it has the case or person in hand. */
export type RightCondition =
  | 'own-case' // the case names this customer
  | 'task-role' // the actor holds the role of the task, for the case's unit and voltage class
  | 'unit-and-voltage' // some role of the actor covers the case's unit and voltage class
  | 'same-company' // the thing belongs to the actor's company
  | 'own-person' // the thing is about the actor

export interface RouteRight {
  readonly who: Audience
  /** Only for `staff` and `anyone-signed-in` (there it binds the staff): holding one of them is enough. */
  readonly roles?: readonly StaffRole[]
  readonly condition?: RightCondition | readonly RightCondition[]
}

/** The rights table: one row per route, by its key in the contract (`acceptance.acceptApplication`). */
export type RightsTable = Readonly<Record<string, RouteRight>>

export const routeKeyOf = (path: readonly string[]): string => path.join('.')

/** Every route key of a contract, in its order. */
export function listRouteKeys(contract: AnyContractRouter): readonly string[] {
  const keys: string[] = []
  const lazy = traverseContractProcedures(
    { router: contract, path: [] },
    ({ path }) => void keys.push(routeKeyOf(path)),
  )
  if (lazy.length > 0) throw new Error('a contract must not be lazy: its routes could not be counted')
  return keys
}

export interface RightsFaults {
  /** Routes without a row: nobody may call them, and the build fails. */
  readonly undeclared: readonly string[]
  /** Rows without a route. */
  readonly superfluous: readonly string[]
  /** Rows whose roles can never apply, or are an empty list. */
  readonly senseless: readonly string[]
}

/** Compares contract and table; throws where the contract has no routes at all, as then nothing was checked. */
export function checkRights(contract: AnyContractRouter, rights: RightsTable): RightsFaults {
  const routes = new Set(listRouteKeys(contract))
  if (routes.size === 0) throw new Error('the contract has no routes: nothing was checked')
  const declared = Object.keys(rights)
  return {
    undeclared: [...routes].filter((key) => !Object.hasOwn(rights, key)),
    superfluous: declared.filter((key) => !routes.has(key)),
    senseless: declared.filter((key) => isSenseless(rights[key])),
  }
}

function isSenseless(right: RouteRight | undefined): boolean {
  if (right?.roles === undefined) return false
  return right.roles.length === 0 || right.who === 'public' || right.who === 'customer'
}

/** May this actor call the route at all? A route without a row is refused to everybody. */
export function decideAccess(right: RouteRight | undefined, actor: Actor | undefined): Result<void> {
  if (right === undefined) return refuse({ code: 'no-right' })
  if (right.who === 'public') return accept(undefined)
  if (actor === undefined) return refuse({ code: 'not-signed-in' })
  if (right.who !== 'anyone-signed-in' && right.who !== actor.kind) return refuse({ code: 'no-right' })
  if (actor.kind === 'staff' && right.roles && !right.roles.some((role) => holdsRole(actor, role))) {
    return refuse({ code: 'no-right' })
  }
  return accept(undefined)
}
