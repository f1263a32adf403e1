import type { Fault } from '#kernel'
import type { Network } from './network.ts'
import { type Topology, traceTopology } from './topology.ts'

/** Closed loops (the network must run open, 开环运行), places nothing feeds, and sections listed under another feeder. */
export function findTopologyFaults(network: Network): Fault[] {
  const topology = traceTopology(network)
  return [
    ...topology.extraLinks.map((link) => describeLoop(network, topology, link)),
    ...findIslands(network, topology),
    ...findWrongFeeders(network, topology),
  ]
}

const linkAt = ({ sections, switches }: Network, link: number) =>
  link < sections.length ? sections[link] : switches[link - sections.length]

/** All links of the loop that one extra link closes; the fault stands at a switch of the loop where it has one. */
function describeLoop(network: Network, topology: Topology, extra: number): Fault {
  const ends = linkAt(network, extra)
  const links = new Set<number>([extra])
  for (const end of [ends?.from ?? -1, ends?.to ?? -1]) {
    for (
      let point = end;
      point >= 0 && (topology.parent[point] as number) >= 0;
      point = topology.parent[point] as number
    ) {
      const link = topology.link[point] as number
      // What both ways to the source share is not part of the loop.
      if (!links.delete(link)) links.add(link)
    }
  }
  const ordered = [...links].toSorted((a, b) => b - a)
  const found = linkAt(network, ordered[0] ?? extra)
  const field = (ordered[0] ?? extra) < network.sections.length ? 'to' : 'closed'
  return {
    path: `${found?.path}.${field}`,
    code: 'network.loop',
    data: { links: ordered.map((link) => linkAt(network, link)?.name) },
  }
}

function findIslands({ points }: Network, topology: Topology): Fault[] {
  return points.flatMap((point, at) => {
    // A low-voltage pole belongs to the low-voltage lines, which the sections do not reach.
    if (topology.busSection[at] !== -1 || point.kv < 1) return []
    return { path: `${point.path}.name`, code: 'network.island', data: { name: point.name } }
  })
}

function findWrongFeeders(network: Network, topology: Topology): Fault[] {
  return network.sections.flatMap((section, at) => {
    const child = topology.link[section.to] === at ? section.to : section.from
    if (topology.link[child] !== at) return []
    const parent = topology.parent[child] as number
    const fedBy = topology.feeder[parent] as number
    const feeder = network.feeders[section.feeder]
    const isRight = fedBy === -1 ? feeder?.busSection === topology.busSection[parent] : fedBy === section.feeder
    if (isRight) return []
    const data = { found: feeder?.name, fedBy: network.feeders[fedBy]?.name ?? network.points[parent]?.name }
    return { path: `${section.path}.feeder`, code: 'network.wrongFeeder', data }
  })
}
