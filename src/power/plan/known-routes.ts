import { findRoutes, type Route } from '../route/find-routes.ts'
import type { Drafting } from './drafting.ts'

/** Distinct routes that a kept plan shows, the chosen one among them. */
const routesShown = 3

/** What of an option has to do with routes. */
interface Routed {
  readonly point: number
  readonly route: Route
  readonly otherRoutes: readonly Route[]
}

const known = new WeakMap<Drafting, Map<number, Route | undefined>>()

/** The cheapest route from a point of the network to the customer, searched once in a drafting whatever the capacity. */
export function findRoute(drafting: Drafting, point: number): Route | undefined {
  const routes = known.get(drafting) ?? new Map<number, Route | undefined>()
  known.set(drafting, routes)
  if (!routes.has(point)) routes.set(point, searchRoutes(drafting, point, 1)[0])
  return routes.get(point)
}

/** Adds the other distinct routes of the options that are kept, each point searched once; drawn routes stand alone. */
export function withOtherRoutes<Option extends Routed>(
  drafting: Drafting,
  kept: readonly Option[],
): Map<Option, Option> {
  const byPoint = new Map<number, readonly Route[]>()
  return new Map(
    kept.map((option) => {
      if (option.route.basis !== 'terrain') return [option, option]
      const routes = byPoint.get(option.point) ?? searchRoutes(drafting, option.point, routesShown)
      byPoint.set(option.point, routes)
      return [option, { ...option, otherRoutes: routes.slice(1) }]
    }),
  )
}

function searchRoutes({ prepared, place, terrain, standards }: Drafting, point: number, count: number): Route[] {
  const from = prepared.network.points[point]
  if (!from) throw new Error(`the network has no point ${point}`)
  return findRoutes(from, place, terrain, standards.parameters, count)
}
