import type { PlanOption, PlanOptions } from '#service/plan-options/draft-plans'
import type { MapFeature, MapFeatures, Position } from '../map/map-features.ts'
import type { MapPoint } from '../map/use-map-points.ts'

type Routed = Pick<PlanOption, 'sources'>

const linesOf = (plan: Routed): readonly (readonly Position[])[] =>
  plan.sources.map((source) => source.route.points.map(({ lon, lat }): Position => [lon, lat]))

/** Routes of all plans: the chosen one above the others, those that need an exception told apart. */
export function routesOnMap(plans: readonly PlanOption[], chosenRank: number, drawn: Routed | undefined): MapFeatures {
  const featuresOf = (plan: Routed, tone: string): MapFeature[] =>
    linesOf(plan).map((coordinates) => ({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { tone },
    }))
  const others = plans
    .filter((plan) => plan.rank !== chosenRank)
    .flatMap((plan) => featuresOf(plan, plan.verdict === 'passes' ? 'other' : 'refused'))
  const chosen = drawn ?? plans.find((plan) => plan.rank === chosenRank)
  return { type: 'FeatureCollection', features: [...others, ...(chosen ? featuresOf(chosen, 'chosen') : [])] }
}

/** What stands on the map: the customer, the number of each plan at its access point, bends where the route is drawn. */
export function pointsOnMap(
  options: PlanOptions,
  chosenRank: number,
  bends: readonly Position[] | undefined,
  words: { readonly customer: string; readonly bend: string },
): readonly MapPoint[] {
  const { location, plans } = options
  const customer: MapPoint = {
    id: 'customer',
    place: [location.lon, location.lat],
    label: words.customer,
    isNamed: true,
    tone: 'customer',
  }
  const numbers = plans.flatMap(({ rank, sources }): MapPoint[] => {
    const first = sources[0]?.route.points[0]
    if (!first) return []
    const tone = rank === chosenRank ? 'chosen' : 'other'
    return [
      {
        id: `plan ${rank}`,
        place: [first.lon, first.lat],
        label: `${rank} ${sources[0]?.accessPoint ?? ''}`,
        mark: String(rank),
        tone,
      },
    ]
  })
  const moving = (bends ?? []).map(
    (place, at): MapPoint => ({
      id: `bend ${at}`,
      place,
      label: `${words.bend} ${at + 1}`,
      tone: 'bend',
      canMove: true,
    }),
  )
  // The chosen number stands above the others.
  return [
    customer,
    ...numbers.filter(({ tone }) => tone === 'other'),
    ...numbers.filter(({ tone }) => tone === 'chosen'),
    ...moving,
  ]
}

/** A route with a bend more, in the middle of its longest stretch. */
export function withBend(route: readonly Position[]): readonly Position[] {
  let longest = { at: 1, length: -1 }
  for (let at = 1; at < route.length; at++) {
    const [[x1 = 0, y1 = 0] = [0, 0], [x2 = 0, y2 = 0] = [0, 0]] = [route[at - 1], route[at]]
    const length = Math.hypot(x2 - x1, y2 - y1)
    if (length > longest.length) longest = { at, length }
  }
  const [[x1 = 0, y1 = 0] = [0, 0], [x2 = 0, y2 = 0] = [0, 0]] = [route[longest.at - 1], route[longest.at]]
  return route.toSpliced(longest.at, 0, [(x1 + x2) / 2, (y1 + y2) / 2])
}

/** The box around customer and routes, to bring into view. */
export function aroundPlans({ location, plans }: PlanOptions): MapFeatures {
  const coordinates = [[location.lon, location.lat] as Position, ...plans.flatMap(linesOf).flat()]
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties: {} }],
  }
}
