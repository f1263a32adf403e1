import type { Network } from '../network/network.ts'
import type { Topology } from '../network/topology.ts'
import { type FeederModel, layFeeder } from './feeder-model.ts'

/** A feeder at its historic maximum with a new load on it. */
export interface FeederFlow {
  readonly converged: boolean
  readonly lossPercent: number
  /** At the access point. */
  readonly voltagePu: number
  readonly minVoltagePu: number
  /** Fullest section on the way from the bus section to the access point, by current over rating. */
  readonly fullestLoading: number
  readonly fullestSection: string
  readonly lossKw: number
}

export interface FeederFlows {
  /** `movedKw` is taken off at a point (with what it feeds) beforehand: a load transferred away. */
  connect(feeder: number, point: number, kw: number, kvar: number, away?: { readonly point: number }): FeederFlow
  /** Voltage profile from the bus section to a point with a load added there: metres and pu. */
  getProfile(
    feeder: number,
    point: number,
    kw: number,
    kvar: number,
  ): { readonly lengthM: number; readonly voltagePu: number }[]
}

/** Solves one feeder at a time; each feeder's model is laid out when first asked for. Base 1 MVA. */
export function createFeederFlows(
  network: Network,
  topology: Topology,
  loadsKw: Float64Array,
  cosPhi: number,
): FeederFlows {
  const tanPhi = Math.tan(Math.acos(cosPhi))
  const pointsOf = listPoints(network, topology)
  const models = new Map<number, FeederModel>()
  const getModel = (feeder: number): FeederModel => {
    const found = models.get(feeder) ?? layFeeder(network, topology, feeder, pointsOf[feeder] ?? [], loadsKw, tanPhi)
    models.set(feeder, found)
    return found
  }
  const solve = (feeder: number, point: number, kw: number, kvar: number, away?: { readonly point: number }) => {
    const model = getModel(feeder)
    const [loadP, loadQ] = [model.loadP.slice(), model.loadQ.slice()]
    if (away)
      for (const gone of listSubtree(topology, pointsOf[feeder] ?? [], away.point)) {
        const node = model.nodeOfPoint.get(gone)
        if (node === undefined) continue
        loadP[node] = 0
        loadQ[node] = 0
      }
    const node = model.nodeOfPoint.get(point) ?? 0
    loadP[node] = (loadP[node] as number) + kw / 1000
    loadQ[node] = (loadQ[node] as number) + kvar / 1000
    return { model, node, solution: model.solver.solve(loadP, loadQ) }
  }
  return {
    connect(feeder, point, kw, kvar, away) {
      const { model, node, solution } = solve(feeder, point, kw, kvar, away)
      let fullest = 0
      let fullestSection = ''
      for (let at = point; (topology.parent[at] as number) >= 0; at = topology.parent[at] as number) {
        const edge = model.edgeOfNode[model.nodeOfPoint.get(at) ?? 0] as number
        const loading = edge < 0 ? 0 : (solution.loading[edge] as number)
        if (loading <= fullest) continue
        fullest = loading
        fullestSection = model.edgeNames[edge] ?? ''
      }
      const drawn = solution.injectedP[0] as number
      return {
        converged: solution.converged,
        lossPercent: drawn > 0 ? (100 * solution.lossP) / drawn : 0,
        lossKw: solution.lossP * 1000,
        voltagePu: solution.voltagePu[node] as number,
        minVoltagePu: solution.minVoltagePu,
        fullestLoading: fullest,
        fullestSection,
      }
    },
    getProfile(feeder, point, kw, kvar) {
      const { model, solution } = solve(feeder, point, kw, kvar)
      const profile: { lengthM: number; voltagePu: number }[] = []
      for (let at = point; at >= 0; at = topology.parent[at] as number) {
        const node = model.nodeOfPoint.get(at) ?? 0
        profile.push({ lengthM: topology.lengthM[at] as number, voltagePu: solution.voltagePu[node] as number })
      }
      return profile.reverse()
    },
  }
}

function listPoints(network: Network, topology: Topology): number[][] {
  const lists: number[][] = network.feeders.map(() => [])
  for (const point of topology.order) lists[topology.feeder[point] as number]?.push(point)
  return lists
}

/** The point and all that is fed through it. */
function listSubtree(topology: Topology, points: readonly number[], top: number): number[] {
  const inside = new Set([top])
  for (const point of points) if (inside.has(topology.parent[point] as number)) inside.add(point)
  return [...inside]
}
