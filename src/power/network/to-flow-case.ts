import type { FlowCase } from '../flow/flow-case.ts'
import type { Network } from './network.ts'

/** Share of active power taken for loads of which only the current or rating is known. */
export interface FlowAssumptions {
  readonly cosPhi: number
}

/** kW drawn at each point at the feeders' historic maxima. */
export function getPointLoadsKw(
  network: Network,
  feederOfPoint: Int32Array,
  { cosPhi }: FlowAssumptions,
): Float64Array {
  const loads = new Float64Array(network.points.length)
  const ratedKva = new Float64Array(network.feeders.length)
  const knownKw = new Float64Array(network.feeders.length)
  for (const transformer of network.distributionTransformers) {
    const feeder = feederOfPoint[transformer.point] as number
    if (feeder < 0) continue
    if (transformer.historicMaxKw === undefined) ratedKva[feeder] = (ratedKva[feeder] as number) + transformer.kva
    else knownKw[feeder] = (knownKw[feeder] as number) + transformer.historicMaxKw
  }
  for (const transformer of network.distributionTransformers) {
    const at = feederOfPoint[transformer.point] as number
    const feeder = network.feeders[at]
    if (!feeder) continue
    // What the feeder's own maximum leaves over is shared out by rating.
    const wholeKw = Math.sqrt(3) * feeder.kv * feeder.historicMaxA * cosPhi
    const restKw = Math.max(0, wholeKw - (knownKw[at] as number))
    const kw = transformer.historicMaxKw ?? (restKw * transformer.kva) / (ratedKva[at] as number)
    loads[transformer.point] = (loads[transformer.point] as number) + kw
  }
  return loads
}

/** The network for power flow: bus sections hold their voltage, feeders draw their historic maxima. Base 1 MVA. */
export function toFlowCase(network: Network, feederOfPoint: Int32Array, assumptions: FlowAssumptions): FlowCase {
  const loadsKw = getPointLoadsKw(network, feederOfPoint, assumptions)
  const tanPhi = Math.tan(Math.acos(assumptions.cosPhi))
  const sectionAt = new Map(network.busSections.map((section) => [section.point, section]))
  return {
    name: 'network',
    baseMva: 1,
    buses: network.points.map((point, at) => ({
      name: point.name,
      kv: point.kv,
      kind: sectionAt.has(at) ? 'slack' : 'load',
      isInService: true,
      loadMw: (loadsKw[at] as number) / 1000,
      loadMvar: ((loadsKw[at] as number) * tanPhi) / 1000,
      shuntMw: 0,
      shuntMvar: 0,
      setPu: sectionAt.get(at)?.setPu ?? 1,
      setDegree: 0,
    })),
    branches: network.sections.map((section) => {
      const base = (network.points[section.from]?.kv ?? 10) ** 2
      return {
        name: section.name,
        from: section.from,
        to: section.to,
        rPu: section.rOhm / base,
        xPu: section.xOhm / base,
        gFromPu: 0,
        bFromPu: getHalfCharging(section.cNf, base),
        gToPu: 0,
        bToPu: getHalfCharging(section.cNf, base),
        ratio: 1,
        shiftDegree: 0,
        isFromClosed: true,
        isToClosed: true,
        ratedFromA: section.ratedA,
        ratedToA: section.ratedA,
      }
    }),
    links: network.switches.filter((found) => found.isClosed).map(({ from, to }) => ({ from, to })),
  }
}

/** Half the charging susceptance of a section at 50 Hz, per unit of 1 MVA. */
export const getHalfCharging = (cNf: number, baseOhm: number): number => (2 * Math.PI * 50 * cNf * 1e-9 * baseOhm) / 2
