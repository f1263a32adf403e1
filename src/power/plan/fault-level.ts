import type { BusSection } from '../network/network.ts'
import { getShortCircuits, getThermalKa } from '../short-circuit/short-circuit.ts'
import type { ShortCircuitCase, ShortCircuitOptions } from '../short-circuit/short-circuit-case.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards, TableRow } from '../standards/tables.ts'

export interface FaultLevel {
  readonly at: 'access' | 'customer' | 'low-voltage-board'
  readonly threePhaseKa: number
  readonly minThreePhaseKa: number
  readonly lineToEarthKa: number | null
  readonly peakKa: number
  readonly threePhaseMva: number
  /** Thermal equivalent over the clearing time, kA. */
  readonly thermalKa: number
}

export interface FaultPath {
  readonly kv: number
  readonly networkROhm: number
  readonly networkXOhm: number
  readonly lineROhm: number
  readonly lineXOhm: number
  readonly transformer?: { readonly kva: number; readonly shortCircuitPercent: number; readonly loadLossW: number }
}

/** Fault levels on the way from the bus section to the customer's board; undefined where its fault power is not known. */
export function findFaultLevels(
  busSection: BusSection,
  path: FaultPath,
  standards: PowerStandards,
): readonly FaultLevel[] | undefined {
  if (busSection.shortCircuitMva === undefined) return undefined
  const names = ['access', 'customer', 'low-voltage-board'] as const
  const source: ShortCircuitCase = {
    buses: [
      { name: 'source', kv: path.kv },
      ...names
        .slice(0, path.transformer ? 3 : 2)
        .map((name) => ({ name, kv: name === 'low-voltage-board' ? 0.4 : path.kv })),
    ],
    feeders: [{ bus: 0, maxKa: busSection.shortCircuitMva / (Math.sqrt(3) * path.kv), rOverX: busSection.rOverX }],
    lines: [
      {
        from: 0,
        to: 1,
        rOhm: Math.max(path.networkROhm, 1e-6),
        xOhm: Math.max(path.networkXOhm, 1e-6),
        endTemperatureC: 90,
      },
      { from: 1, to: 2, rOhm: Math.max(path.lineROhm, 1e-6), xOhm: Math.max(path.lineXOhm, 1e-6), endTemperatureC: 90 },
    ],
    transformers: path.transformer
      ? [
          {
            high: 2,
            low: 3,
            ratedMva: path.transformer.kva / 1000,
            highKv: path.kv,
            lowKv: 0.4,
            shortCircuitPercent: path.transformer.shortCircuitPercent,
            loadLossKw: path.transformer.loadLossW / 1000,
            vectorGroup: 'Dyn11',
          },
        ]
      : [],
  }
  const buses = source.buses.slice(1).map((_, at) => at + 1)
  const options = (extreme: 'max' | 'min'): ShortCircuitOptions => ({
    extreme,
    voltageFactors: standards.shortCircuitFactors,
    frequencyHz: 50,
  })
  const highest = getShortCircuits(source, buses, options('max'))
  const lowest = getShortCircuits(source, buses, options('min'))
  return highest.map((max, at) => ({
    at: names[at] ?? 'access',
    threePhaseKa: max.threePhaseKa,
    minThreePhaseKa: lowest[at]?.threePhaseKa ?? 0,
    lineToEarthKa: max.lineToEarthKa,
    peakKa: max.peakKa,
    threePhaseMva: max.threePhaseMva,
    thermalKa: getThermalKa(max.threePhaseKa, max.kappa, getParameter(standards.parameters, 'thermal.seconds'), 50),
  }))
}

/** Current a conductor withstands for the clearing time, kA: K·S/√t (GB 50217). */
export function getWithstandKa(
  { material, sectionMm2 }: Pick<TableRow<'conductors'>, 'material' | 'sectionMm2'>,
  { parameters }: PowerStandards,
): number {
  const density = getParameter(parameters, material === 'copper' ? 'thermal.copperA' : 'thermal.aluminiumA')
  return (density * sectionMm2) / Math.sqrt(getParameter(parameters, 'thermal.seconds')) / 1000
}
