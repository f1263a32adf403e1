import { draftPlans, getAcceptedRequest, type Network, type PowerStandards, prepareNetwork } from './draft-inputs.ts'

/** Times of drafting for customers all over the town, ms, sorted; the network is prepared once and counted apart. */
export function measureDrafting(network: Network, standards: PowerStandards, customers: number) {
  const begun = performance.now()
  const prepared = prepareNetwork(network, standards.parameters)
  const prepareMs = performance.now() - begun
  let plans = 0
  const times = Array.from({ length: customers }, (_, at) => {
    const place = network.points[Math.floor(((at + 0.5) / customers) * network.points.length)] ?? { x: 0, y: 0 }
    const request = getAcceptedRequest(network.plane.toGeo({ x: place.x + 180, y: place.y - 120 }), at)
    const start = performance.now()
    const drafted = draftPlans(prepared, request, standards)
    if (!drafted.ok) throw new Error(JSON.stringify(drafted.refusal))
    plans += drafted.value.plans.length
    return performance.now() - start
  })
  return { prepareMs, plans, times: times.toSorted((a, b) => a - b) }
}
