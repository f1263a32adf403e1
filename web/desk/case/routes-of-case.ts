import type { StaffCaseView } from '#casefile/views/staff-view'
import type { ComparedRoute } from '#journey/works/rules/built-routes'

export type RouteStanding = 'within' | 'moved' | 'asked' | 'approved' | 'refused'

/** A line as the last standing inspection walked it, and how far its change is. */
export interface WalkedRoute extends ComparedRoute {
  readonly standing: RouteStanding
}

/** The walked lines of a case, from its facts. */
export function walkedRoutes({ facts }: Pick<StaffCaseView, 'facts'>): readonly WalkedRoute[] {
  const inspected = facts.findLast((fact) => fact.type === 'completion-inspected' && fact.stands)
  const routes = (inspected?.body.routes ?? []) as readonly ComparedRoute[]
  return routes.map((route) => {
    const change = facts.findLast(
      (fact) =>
        fact.type.startsWith('route-change-') &&
        fact.stands &&
        fact.body.sourceNumber === route.sourceNumber &&
        fact.seq > (inspected?.seq ?? 0),
    )
    return { ...route, standing: standingOf(route, change) }
  })
}

function standingOf({ comparison }: ComparedRoute, change: StaffCaseView['facts'][number] | undefined): RouteStanding {
  if (comparison.isWithin) return 'within'
  if (!change) return 'moved'
  if (change.type === 'route-change-asked') return 'asked'
  return change.body.approves === true ? 'approved' : 'refused'
}
