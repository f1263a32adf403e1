import {
  draftPlans,
  getAcceptedRequest,
  getCustomerNeed,
  type Network,
  type PowerStandards,
  prepareNetwork,
  type TerrainFeature,
  workOutOption,
} from './draft-inputs.ts'

/** Times of drafting for customers all over the town, ms, sorted; the network is prepared once and counted apart. */
export function measureDrafting(
  network: Network,
  standards: PowerStandards,
  customers: number,
  terrain: readonly TerrainFeature[] = [],
) {
  const begun = performance.now()
  const prepared = prepareNetwork(network, standards.parameters)
  const prepareMs = performance.now() - begun
  let plans = 0
  const times = Array.from({ length: customers }, (_, at) => {
    const place = network.points[Math.floor(((at + 0.5) / customers) * network.points.length)] ?? { x: 0, y: 0 }
    const request = getAcceptedRequest(network.plane.toGeo({ x: place.x + 180, y: place.y - 120 }), at)
    const start = performance.now()
    const drafted = draftPlans(prepared, request, standards, terrain)
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.refusal))
    plans += drafted.value.plans.length
    return performance.now() - start
  })
  return { prepareMs, plans, p95Ms: times.toSorted((a, b) => a - b)[Math.floor(0.95 * times.length)] ?? Number.NaN }
}

/** Times of proving a source anew after its route was dragged, ms, sorted. */
export function measureDrags(network: Network, standards: PowerStandards, drags: number): number[] {
  const prepared = prepareNetwork(network, standards.parameters)
  const times = Array.from({ length: drags }, (_, at) => {
    const point = 100 + Math.floor(((at + 0.5) / drags) * (network.points.length - 200))
    const place = network.points[point] ?? { x: 0, y: 0 }
    const customer = { x: place.x + 300, y: place.y - 150 }
    const request = getAcceptedRequest(network.plane.toGeo(customer), 0)
    const need = getCustomerNeed(request, standards)
    if (!need.ok) throw new Error(JSON.stringify(need.refusal))
    const drafting = { prepared, request, need: need.value, standards, terrain: [], place: customer }
    const drawnRoute = [place, { x: place.x + 120 + at, y: place.y }, customer]
    const access = {
      point,
      feeder: prepared.topology.feeder[point] as number,
      capacityKva: 630,
      addedKva: 630,
      loadKw: 450,
      drawnRoute,
    }
    const begun = performance.now()
    if (!workOutOption(drafting, access).ok) throw new Error('a drawn route could not be worked out')
    return performance.now() - begun
  })
  return times.toSorted((a, b) => a - b)
}
