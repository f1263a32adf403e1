import { compileCase } from '../flow/compile.ts'
import type { FlowCase } from '../flow/flow-case.ts'
import { createRadialSolver, type RadialSolver } from '../flow/radial-solver.ts'
import { growTree } from '../flow/spanning-tree.ts'
import type { Network } from '../network/network.ts'
import { getHalfCharging } from '../network/to-flow-case.ts'
import type { Topology } from '../network/topology.ts'

/** One feeder laid out for solving again and again. Loads by node, per unit of 1 MVA. */
export interface FeederModel {
  readonly solver: RadialSolver
  readonly nodeOfPoint: ReadonlyMap<number, number>
  readonly loadP: Float64Array
  readonly loadQ: Float64Array
  readonly edgeOfNode: Int32Array
  readonly edgeNames: readonly string[]
}

/** Lays a feeder out: its bus section as source, its points, the links that feed them. */
export function layFeeder(
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
