import type { Network } from '../network/network.ts'
import { getPointLoadsKw } from '../network/to-flow-case.ts'
import { type Topology, traceTopology } from '../network/topology.ts'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import { createFeederFlows, type FeederFlows } from './feeder-flow.ts'

export interface FeederState {
  readonly ratedKva: number
  readonly historicKva: number
  /** Historic maximum over rating. */
  readonly loading: number
  /** What may still be connected: the loading limit's share of the rating, less historic maximum and promised load. */
  readonly openKva: number
}

/** A network made ready for drafting: how it is fed, how full it is, what stands where. Built once, used by many plans. */
export interface PreparedNetwork {
  readonly network: Network
  readonly topology: Topology
  readonly pointLoadsKw: Float64Array
  /** kW of a point with all that is fed through it. */
  readonly subtreeKw: Float64Array
  readonly feeders: readonly FeederState[]
  /** By bus section; undefined where no main transformer is known. */
  readonly mainTransformers: readonly (FeederState | undefined)[]
  readonly flows: FeederFlows
  /** Points within a distance, nearest first. */
  findNear(
    place: { readonly x: number; readonly y: number },
    radiusM: number,
  ): { readonly point: number; readonly distanceM: number }[]
}

export function prepareNetwork(network: Network, parameters: readonly Parameter[]): PreparedNetwork {
  const topology = traceTopology(network)
  const cosPhi = getParameter(parameters, 'network.assumedCosPhi')
  const pointLoadsKw = spreadUnknownLoads(
    network,
    topology,
    getPointLoadsKw(network, topology.feeder, { cosPhi }),
    cosPhi,
  )
  const limit = getParameter(parameters, 'access.maxFeederLoading')
  const transformerLimit = getParameter(parameters, 'access.maxTransformerLoading')
  return {
    network,
    topology,
    pointLoadsKw,
    subtreeKw: sumSubtrees(topology, pointLoadsKw),
    feeders: network.feeders.map(({ kv, ratedA, historicMaxA, promisedKva }) => {
      const root = Math.sqrt(3) * kv
      return getState(root * ratedA, root * historicMaxA, promisedKva, limit)
    }),
    mainTransformers: network.busSections.map((_, at) => {
      const found = network.mainTransformers.filter((transformer) => transformer.busSection === at)
      if (found.length === 0) return undefined
      const sum = (of: (transformer: (typeof found)[number]) => number) =>
        found.reduce((total, transformer) => total + of(transformer), 0)
      return getState(
        1000 * sum((t) => t.ratedMva),
        1000 * sum((t) => t.historicMaxMva),
        sum((t) => t.promisedKva),
        transformerLimit,
      )
    }),
    flows: createFeederFlows(network, topology, pointLoadsKw, cosPhi),
    findNear: createFinder(network, topology),
  }
}

const getState = (ratedKva: number, historicKva: number, promisedKva: number, limit: number): FeederState => ({
  ratedKva,
  historicKva,
  loading: historicKva / ratedKva,
  openKva: limit * ratedKva - historicKva - promisedKva,
})

/** A feeder whose transformers are not listed still carries its historic maximum: evenly over its points. */
function spreadUnknownLoads(network: Network, topology: Topology, loadsKw: Float64Array, cosPhi: number): Float64Array {
  const known = new Float64Array(network.feeders.length)
  const count = new Int32Array(network.feeders.length)
  for (const [point, feeder] of topology.feeder.entries()) {
    if (feeder < 0) continue
    known[feeder] = (known[feeder] as number) + (loadsKw[point] as number)
    count[feeder] = (count[feeder] as number) + 1
  }
  return loadsKw.map((kw, point) => {
    const at = topology.feeder[point] as number
    const feeder = network.feeders[at]
    if (!feeder || (known[at] as number) > 0) return kw
    return (Math.sqrt(3) * feeder.kv * feeder.historicMaxA * cosPhi) / (count[at] as number)
  })
}

function sumSubtrees({ order, parent }: Topology, loadsKw: Float64Array): Float64Array {
  const sums = loadsKw.slice()
  for (let place = order.length - 1; place >= 0; place--) {
    const point = order[place] as number
    const up = parent[point] as number
    if (up >= 0) sums[up] = (sums[up] as number) + (sums[point] as number)
  }
  return sums
}

const cellM = 250

function createFinder({ points }: Network, topology: Topology): PreparedNetwork['findNear'] {
  const cells = new Map<string, number[]>()
  const key = (column: number, row: number) => `${column},${row}`
  for (const [at, { x, y }] of points.entries()) {
    if ((topology.busSection[at] as number) < 0) continue
    const cell = key(Math.floor(x / cellM), Math.floor(y / cellM))
    const found = cells.get(cell)
    if (found) found.push(at)
    else cells.set(cell, [at])
  }
  return ({ x, y }, radiusM) => {
    const reach = Math.ceil(radiusM / cellM)
    const [column, row] = [Math.floor(x / cellM), Math.floor(y / cellM)]
    const found: { point: number; distanceM: number }[] = []
    for (let dx = -reach; dx <= reach; dx++) {
      for (let dy = -reach; dy <= reach; dy++) {
        for (const point of cells.get(key(column + dx, row + dy)) ?? []) {
          const place = points[point]
          const distanceM = place ? Math.hypot(place.x - x, place.y - y) : Number.POSITIVE_INFINITY
          if (distanceM <= radiusM) found.push({ point, distanceM })
        }
      }
    }
    return found.toSorted((a, b) => a.distanceM - b.distanceM || a.point - b.point)
  }
}
