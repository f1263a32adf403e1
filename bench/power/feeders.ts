import type { FlowCase } from '../../src/power/index.ts'
import { compileCase, growTree } from '../../src/power/index.ts'
import type { FloorFeeder } from './floor.ts'

/** The same feeder as the floor wants it: by place in breadth-first order. */
export function layFloor(source: FlowCase): { feeder: FloorFeeder; nodeOfPlace: Int32Array } {
  const compiled = compileCase(source)
  const tree = growTree(compiled)
  const branchAt = (place: number) => source.branches[compiled.branchOfEdge[tree.edge[place] as number] as number]
  const places = Array.from({ length: tree.count }, (_, place) => (place === 0 ? undefined : branchAt(place)))
  const feeder = {
    parent: tree.parent.slice(),
    r: Float64Array.from(places, (branch) => branch?.rPu ?? 0),
    x: Float64Array.from(places, (branch) => branch?.xPu ?? 0),
  }
  return { feeder, nodeOfPlace: tree.node }
}

/** A feeder of any size: sections of 50 buses, each hung onto an earlier bus; the same one for the same size. */
export function growFeeder(busCount: number): FlowCase {
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const bus = (at: number) => ({
    name: String(at + 1),
    kv: 10,
    kind: at === 0 ? ('slack' as const) : ('load' as const),
    isInService: true,
    // The whole load stays the same as the feeder grows, so that every size is solvable in as many iterations.
    loadMw: at === 0 ? 0 : 4 / busCount,
    loadMvar: at === 0 ? 0 : 2 / busCount,
    shuntMw: 0,
    shuntMvar: 0,
    setPu: 1,
    setDegree: 0,
  })
  const branch = (to: number) => ({
    name: `${to + 1}`,
    from: to % 50 === 1 ? Math.floor(random() * Math.min(to, 50)) : to - 1,
    to,
    rPu: 0.002,
    xPu: 0.002,
    gFromPu: 0,
    bFromPu: 0,
    gToPu: 0,
    bToPu: 0,
    ratio: 1,
    shiftDegree: 0,
    isFromClosed: true,
    isToClosed: true,
    ratedFromA: 400,
    ratedToA: 400,
  })
  return {
    name: `feeder of ${busCount}`,
    baseMva: 10,
    buses: Array.from({ length: busCount }, (_, at) => bus(at)),
    branches: Array.from({ length: busCount - 1 }, (_, at) => branch(at + 1)),
    links: [],
  }
}
