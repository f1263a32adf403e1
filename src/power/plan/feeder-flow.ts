import { compileCase } from '../flow/compile.ts'
import type { FlowCase } from '../flow/flow-case.ts'
import { createRadialSolver, type RadialSolver } from '../flow/radial-solver.ts'
import { growTree } from '../flow/spanning-tree.ts'
import type { Network } from '../network/network.ts'
import { getHalfCharging } from '../network/to-flow-case.ts'
import type { Topology } from '../network/topology.ts'

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

interface FeederModel {
  readonly solver: RadialSolver
  readonly nodeOfPoint: ReadonlyMap<number, number>
  readonly loadP: Float64Array
  readonly loadQ: Float64Array
  readonly edgeOfNode: Int32Array
  readonly edgeNames: readonly string[]
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

function layFeeder(
  network: Network,
  topology: Topology,
  feeder: number,
  points: readonly number[],
  loadsKw: Float64Array,
  tanPhi: number,
): FeederModel {
  const busSection = network.busSections[network.feeders[feeder]?.busSection ?? -1]
  const all = [busSection?.point ?? 0, ...points]
  const nodeOf = new Map(all.map((point, at) => [point, at]))
  const kv = network.feeders[feeder]?.kv ?? 10
  const base = kv ** 2
  const source: FlowCase = {
    name: network.feeders[feeder]?.name ?? '',
    baseMva: 1,
    buses: all.map((point, at) => ({
      name: network.points[point]?.name ?? '',
      kv,
      kind: at === 0 ? 'slack' : 'load',
      isInService: true,
      loadMw: at === 0 ? 0 : (loadsKw[point] as number) / 1000,
      loadMvar: at === 0 ? 0 : ((loadsKw[point] as number) * tanPhi) / 1000,
      shuntMw: 0,
      shuntMvar: 0,
      setPu: busSection?.setPu ?? 1,
      setDegree: 0,
    })),
    branches: points.flatMap((point) => {
      const section = network.sections[topology.link[point] as number]
      const from = nodeOf.get(topology.parent[point] as number) ?? 0
      const to = nodeOf.get(point) ?? 0
      return section
        ? [
            {
              ...plainBranch,
              name: section.name,
              from,
              to,
              rPu: section.rOhm / base,
              bFromPu: getHalfCharging(section.cNf, base),
              bToPu: getHalfCharging(section.cNf, base),
              xPu: section.xOhm / base,
              ratedFromA: section.ratedA,
              ratedToA: section.ratedA,
            },
          ]
        : []
    }),
    links: points.flatMap((point) => {
      const isSwitch = (topology.link[point] as number) >= topology.sectionCount
      return isSwitch ? [{ from: nodeOf.get(topology.parent[point] as number) ?? 0, to: nodeOf.get(point) ?? 0 }] : []
    }),
  }
  const compiled = compileCase(source)
  const tree = growTree(compiled)
  const edgeOfNode = new Int32Array(compiled.nodeCount).fill(-1)
  for (let place = 0; place < tree.count; place++) edgeOfNode[tree.node[place] as number] = tree.edge[place] as number
  return {
    solver: createRadialSolver(compiled, tree),
    nodeOfPoint: new Map(all.map((point, at) => [point, compiled.nodeOfBus[at] as number])),
    loadP: compiled.loadP,
    loadQ: compiled.loadQ,
    edgeOfNode,
    edgeNames: Array.from(compiled.branchOfEdge, (branch) => source.branches[branch]?.name ?? ''),
  }
}

const plainBranch = {
  gFromPu: 0,
  bFromPu: 0,
  gToPu: 0,
  bToPu: 0,
  ratio: 1,
  shiftDegree: 0,
  isFromClosed: true,
  isToClosed: true,
} as const
