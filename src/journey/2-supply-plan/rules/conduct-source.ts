import type { Result } from '#kernel'
import {
  type Conductor,
  chooseConductor,
  findAmpacityA,
  getParameter,
  getRatedA,
  getVoltageDropPercent,
  type Installation,
  type PowerStandards,
} from '#power'
import type { PlanSource } from '../api.ts'
import type { PlanBasis } from './plan-basis.ts'

const installations: Readonly<Record<PlanSource['layingMethod'], Installation>> = {
  pole: 'air',
  tray: 'air',
  trench: 'air',
  duct: 'duct',
  'direct-buried': 'ground',
}

type Line = Pick<PlanSource, 'voltageKv' | 'capacityKva' | 'lengthM' | 'layingMethod' | 'circuits'>

/** Current a source's line must carry, A. */
export const lineCurrentA = (line: Line): number => getRatedA(line.capacityKva, line.voltageKv) / line.circuits

/** Voltage drop that GB/T 12325 leaves a line of this voltage, percent. */
export function maxDropPercent(voltageKv: number, power: PowerStandards): number {
  const name = voltageKv < 0.3 ? 'voltage.maxDrop220vPercent' : 'voltage.maxDeviationUpTo20kvPercent'
  return getParameter(power.parameters, name)
}

/** A single-phase line drops voltage on its way out and back. */
const wayFactor = (line: Line) => (line.voltageKv < 0.3 ? 2 : 1)

function dropLoad(line: Line, basis: PlanBasis) {
  const share = Math.min(1, line.capacityKva / basis.capacityKva) / line.circuits
  return { loadKw: basis.load.loadKw * share, loadKvar: basis.load.loadKvar * share, lengthKm: line.lengthM / 1000 }
}

/** Smallest conductor of the catalogue that carries the source and keeps its drop. */
export function chooseLine(
  line: Line,
  laying: Conductor['laying'],
  basis: PlanBasis,
  power: PowerStandards,
): Result<Conductor> {
  return chooseConductor(
    {
      kv: line.voltageKv,
      laying,
      installation: installations[line.layingMethod],
      loadA: lineCurrentA(line),
      drop: { ...dropLoad(line, basis), maxPercent: maxDropPercent(line.voltageKv, power) / wayFactor(line) },
    },
    power.conductors,
  )
}

export interface LineReading {
  readonly ampacityA: number | undefined
  readonly dropPercent: number
}

/** What a planned line carries and loses; undefined where the catalogue does not know its conductor. */
export function readLine(source: PlanSource, basis: PlanBasis, power: PowerStandards): LineReading | undefined {
  const row = power.conductors.find((conductor) => conductor.model === source.conductor)
  if (!row) return undefined
  return {
    ampacityA: findAmpacityA(row, installations[source.layingMethod]),
    dropPercent: wayFactor(source) * getVoltageDropPercent(row, dropLoad(source, basis), source.voltageKv),
  }
}
