import type { Fault } from '#kernel'
import type { Conductor } from '../sizing/conductor.ts'
import { getDistanceM } from './geometry.ts'
import type { NetworkPoint, Section } from './network.ts'
import type { SheetRow } from './sheets.ts'

/** Length of a section over the straight line below which one of the two is wrong. */
const shortestOverStraight = 1 / 3

interface Catalogue {
  readonly conductors: ReadonlyMap<string, Conductor>
  readonly faults: Fault[]
}

type Ends = Pick<Section, 'feeder' | 'from' | 'to'>

/** One section with its impedance and rating, from the row itself or the conductor catalogue; its faults are noted. */
export function readSection(
  { conductors, faults }: Catalogue,
  row: SheetRow<'sections'>,
  ends: Ends,
  points: readonly NetworkPoint[],
  feederKv: number | undefined,
): Section {
  const conductor = row.model === undefined ? undefined : conductors.get(row.model)
  const r = row.rOhmPerKm ?? conductor?.rOhmPerKm
  const x = row.xOhmPerKm ?? conductor?.xOhmPerKm
  const ratedA = row.ratedA ?? (row.laying === 'cable' ? conductor?.groundA : undefined) ?? conductor?.airA
  const fault = (field: string, code: string, data?: Fault['data']) =>
    faults.push({ path: `${row.path}.${field}`, code, ...(data && { data }) })
  if (row.model !== undefined && !conductor && (r === undefined || x === undefined))
    fault('model', 'network.modelUnknown', { found: row.model })
  else if (r === undefined) fault('rOhmPerKm', 'network.impedanceMissing')
  else if (x === undefined) fault('xOhmPerKm', 'network.impedanceMissing')
  else if (r === 0 && x === 0) fault('rOhmPerKm', 'network.impedanceZero')
  if (ratedA === undefined) fault('ratedA', 'network.ratingMissing')
  const [from, to] = [points[ends.from], points[ends.to]]
  if (from && to) {
    for (const [field, point] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (feederKv !== undefined && !isSameKv(point.kv, feederKv))
        fault(field, 'network.wrongVoltage', { found: point.kv, wanted: feederKv })
    }
    if (ends.from === ends.to) fault('to', 'network.sectionToItself')
    const straightM = getDistanceM(from, to)
    // Real networks hold lengths of less than half their straight line; only what cannot be meant is a fault.
    if (row.lengthM < shortestOverStraight * straightM - 5)
      fault('lengthM', 'network.lengthTooShort', { found: row.lengthM, straightM: Math.round(straightM) })
  }
  if (conductor && feederKv !== undefined && !isSameKv(conductor.nominalKv, feederKv))
    fault('model', 'network.wrongVoltage', { found: conductor.nominalKv, wanted: feederKv })
  const km = row.lengthM / 1000
  return {
    name: row.name,
    ...ends,
    laying: row.laying,
    model: row.model,
    lengthM: row.lengthM,
    rOhm: (r ?? 0) * km,
    xOhm: (x ?? 0) * km,
    ratedA: ratedA ?? 0,
    cNf: (row.cNfPerKm ?? 0) * km,
    path: row.path,
  }
}

// Nominal and rated voltages of one level (10 and 10.5, 0.38 and 0.4) are the same level.
export const isSameKv = (a: number, b: number): boolean => Math.abs(a - b) <= 0.08 * Math.max(a, b)
