import { getIncidence } from '../flow/incidence.ts'
import type { Network } from './network.ts'

/**
 * How the network is fed in its normal switching state: breadth first from the bus sections over sections and closed
 * switches. Arrays by point; −1 where there is none.
 */
export interface Topology {
  /** Points in the order reached. */
  readonly order: Int32Array
  readonly parent: Int32Array
  /** The link by which the point is fed: a section below `sectionCount`, else a switch. */
  readonly link: Int32Array
  readonly sectionCount: number
  readonly busSection: Int32Array
  readonly feeder: Int32Array
  /** Metres, ohms from the bus section. */
  readonly lengthM: Float64Array
  readonly rOhm: Float64Array
  readonly xOhm: Float64Array
  /** Links that close a loop or join two bus sections. */
  readonly extraLinks: readonly number[]
}

export function traceTopology(network: Network): Topology {
  const { points, sections, switches } = network
  const closed = switches.filter((found) => found.isClosed)
  const linkOf = [
    ...sections.keys(),
    ...switches.flatMap((found, at) => (found.isClosed ? [sections.length + at] : [])),
  ]
  const from = Int32Array.from([...sections, ...closed], (link) => link.from)
  const to = Int32Array.from([...sections, ...closed], (link) => link.to)
  const { start, edges } = getIncidence(points.length, from, to)
  const none = () => new Int32Array(points.length).fill(-1)
  const zeros = () => new Float64Array(points.length)
  const found = {
    parent: none(),
    link: none(),
    busSection: none(),
    feeder: none(),
    lengthM: zeros(),
    rOhm: zeros(),
    xOhm: zeros(),
  }
  const order = new Int32Array(points.length)
  let count = 0
  for (const [at, section] of network.busSections.entries()) {
    found.busSection[section.point] = at
    order[count++] = section.point
  }
  const isUsed = new Uint8Array(from.length)
  const extraLinks: number[] = []
  for (let place = 0; place < count; place++) {
    const here = order[place] as number
    for (let at = start[here] as number; at < (start[here + 1] as number); at++) {
      const edge = edges[at] as number
      if (isUsed[edge] === 1) continue
      isUsed[edge] = 1
      const next = (from[edge] === here ? to[edge] : from[edge]) as number
      if (found.busSection[next] !== -1) {
        extraLinks.push(linkOf[edge] as number)
        continue
      }
      const section = sections[linkOf[edge] as number]
      found.busSection[next] = found.busSection[here] as number
      found.parent[next] = here
      found.link[next] = linkOf[edge] as number
      found.feeder[next] = section?.feeder ?? (found.feeder[here] as number)
      found.lengthM[next] = (found.lengthM[here] as number) + (section?.lengthM ?? 0)
      found.rOhm[next] = (found.rOhm[here] as number) + (section?.rOhm ?? 0)
      found.xOhm[next] = (found.xOhm[here] as number) + (section?.xOhm ?? 0)
      order[count++] = next
    }
  }
  return { ...found, order: order.subarray(0, count), sectionCount: sections.length, extraLinks }
}
