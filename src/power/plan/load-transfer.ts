import { getDistanceM, type PlanePoint } from '#kernel'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { PreparedNetwork } from './prepared-network.ts'

/** Part of a feeder handed to a neighbour over a tie switch, so that the feeder has room again. */
export interface LoadTransfer {
  readonly fromFeeder: number
  readonly toFeeder: number
  /** The open switch that is closed, and the section that is opened in its place. */
  readonly closeSwitch: string
  readonly openSection: string
  /** First point that changes sides; all it feeds goes along. */
  readonly point: number
  readonly kva: number
  readonly fromLoadingAfter: number
  readonly toLoadingAfter: number
}

/**
 * Smallest transfer over an open tie within the search radius after which both feeders stay within the loading limit,
 * the new load of `addedKva` counted on the feeder it is meant for; the neighbour's main transformer must bear it, too.
 * The access point must not go along. Undefined where there is none.
 */
export function findLoadTransfer(
  prepared: PreparedNetwork,
  feeder: number,
  accessPoint: number,
  addedKva: number,
  place: PlanePoint,
  parameters: readonly Parameter[],
): LoadTransfer | undefined {
  const { network, topology } = prepared
  const radiusM = getParameter(parameters, 'access.transferRadiusM')
  const found: (LoadTransfer & { readonly distanceM: number })[] = []
  for (const tie of network.switches) {
    if (tie.isClosed) continue
    for (const [near, far] of [
      [tie.from, tie.to],
      [tie.to, tie.from],
    ] as const) {
      if (topology.feeder[near] !== feeder) continue
      const target = topology.feeder[far] as number
      const point = network.points[near]
      if (target < 0 || target === feeder || !point) continue
      const distanceM = getDistanceM(point, place)
      if (distanceM > radiusM) continue
      const transfer = findAlong(prepared, { feeder, target, near, accessPoint, addedKva, tie: tie.name }, parameters)
      if (transfer) found.push({ ...transfer, distanceM })
    }
  }
  // The least that does it; the nearer tie where two do equally.
  return found.toSorted((a, b) => a.kva - b.kva || a.distanceM - b.distanceM)[0]
}

interface Tie {
  readonly feeder: number
  readonly target: number
  readonly near: number
  readonly accessPoint: number
  readonly addedKva: number
  readonly tie: string
}

/** Walks from the tie towards the source; the first opening that gives room enough is the smallest. */
function findAlong(
  prepared: PreparedNetwork,
  { feeder, target, near, accessPoint, addedKva, tie }: Tie,
  parameters: readonly Parameter[],
): LoadTransfer | undefined {
  const { topology, network, feeders, mainTransformers } = prepared
  const limit = getParameter(parameters, 'access.maxFeederLoading')
  const cosPhi = getParameter(parameters, 'network.assumedCosPhi')
  const [from, to] = [feeders[feeder], feeders[target]]
  if (!from || !to) return undefined
  const way = new Set<number>()
  for (let at = accessPoint; at >= 0; at = topology.parent[at] as number) way.add(at)
  for (let point = near; (topology.parent[point] as number) >= 0; point = topology.parent[point] as number) {
    if (way.has(point)) return undefined
    const section = network.sections[topology.link[point] as number]
    const kva = (prepared.subtreeKw[point] as number) / cosPhi
    const fromLoadingAfter = (from.historicKva - kva + addedKva) / from.ratedKva
    const toLoadingAfter = (to.historicKva + kva) / to.ratedKva
    const needed = addedKva - from.openKva
    if (!section || kva < needed || fromLoadingAfter > limit) continue
    const isOtherTransformer = topology.busSection[near] !== network.feeders[target]?.busSection
    const main = mainTransformers[network.feeders[target]?.busSection ?? -1]
    if (kva > to.openKva || toLoadingAfter > limit || (isOtherTransformer && main && kva > main.openKva))
      return undefined
    return {
      fromFeeder: feeder,
      toFeeder: target,
      closeSwitch: tie,
      openSection: section.name,
      point,
      kva,
      fromLoadingAfter,
      toLoadingAfter,
    }
  }
  return undefined
}
