import { accept, type Result, refuse } from '#kernel'
import type { TableRow } from '../standards/tables.ts'

export type Conductor = TableRow<'conductors'>
export type Installation = 'air' | 'ground' | 'duct'

export interface ConductorNeed {
  readonly kv: number
  readonly laying: Conductor['laying']
  readonly installation: Installation
  readonly loadA: number
  /** Product of the installation factors (temperature, grouping, soil), 1 at reference conditions. */
  readonly derating?: number
  /** Given together: the voltage drop must stay below the limit, too. */
  readonly drop?: {
    readonly loadKw: number
    readonly loadKvar: number
    readonly lengthKm: number
    readonly maxPercent: number
  }
}

/** Current a conductor carries as installed, A; undefined where the catalogue gives none for that installation. */
export function findAmpacityA(row: Conductor, installation: Installation, derating = 1): number | undefined {
  const base = { air: row.airA, ground: row.groundA, duct: row.ductA }[installation]
  return base === undefined ? undefined : base * derating
}

/** Voltage drop, percent: ΔU% = (P·R + Q·X)·L / (10·U²), P in kW, Q in kvar, R and X in Ω/km, L in km, U in kV. */
export function getVoltageDropPercent(
  line: { readonly rOhmPerKm: number; readonly xOhmPerKm: number },
  load: { readonly loadKw: number; readonly loadKvar: number; readonly lengthKm: number },
  kv: number,
): number {
  return ((load.loadKw * line.rOhmPerKm + load.loadKvar * line.xOhmPerKm) * load.lengthKm) / (10 * kv ** 2)
}

/** The smallest section that carries the load and keeps the drop. Refusal `conductor.none` with what the largest gives. */
export function chooseConductor(need: ConductorNeed, rows: readonly Conductor[]): Result<Conductor> {
  const usable = rows
    .filter((row) => row.laying === need.laying && isSameVoltage(row.nominalKv, need.kv))
    .toSorted((a, b) => a.sectionMm2 - b.sectionMm2 || a.model.localeCompare(b.model))
  const chosen = usable.find((row) => {
    const ampacityA = findAmpacityA(row, need.installation, need.derating)
    if (ampacityA === undefined || ampacityA < need.loadA) return false
    return !need.drop || getVoltageDropPercent(row, need.drop, need.kv) <= need.drop.maxPercent
  })
  if (chosen) return accept(chosen)
  return refuse({ code: 'conductor.none', data: { kv: need.kv, loadA: need.loadA, largest: usable.at(-1)?.model } })
}

// 0.38 and 0.4 kV name the same network, as do 0.22 and 0.23.
const isSameVoltage = (a: number, b: number): boolean => (a < 1 && b < 1) || Math.abs(a - b) < 0.05 * a
