import { type Fault, getDistanceM } from '#kernel'
import type { Conductor } from '../sizing/conductor.ts'
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
  const note: NoteFault = (field, code, data) =>
    faults.push({ path: `${row.path}.${field}`, code, ...(data && { data }) })
  checkImpedance(row, { isModelKnown: conductor !== undefined, r, x, ratedA }, note)
  checkPlace(row, ends, points, feederKv, note)
  if (conductor && feederKv !== undefined && !isSameKv(conductor.nominalKv, feederKv))
    note('model', 'network.wrongVoltage', { found: conductor.nominalKv, wanted: feederKv })
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

type NoteFault = (field: string, code: string, data?: Fault['data']) => void

interface Impedance {
  readonly isModelKnown: boolean
  readonly r: number | undefined
  readonly x: number | undefined
  readonly ratedA: number | undefined
}

function checkImpedance(row: SheetRow<'sections'>, { isModelKnown, r, x, ratedA }: Impedance, note: NoteFault): void {
  const isMissing = r === undefined || x === undefined
  if (row.model !== undefined && !isModelKnown && isMissing) note('model', 'network.modelUnknown', { found: row.model })
  else if (r === undefined) note('rOhmPerKm', 'network.impedanceMissing')
  else if (x === undefined) note('xOhmPerKm', 'network.impedanceMissing')
  else if (r === 0 && x === 0) note('rOhmPerKm', 'network.impedanceZero')
  if (ratedA === undefined) note('ratedA', 'network.ratingMissing')
}

function checkPlace(
  row: SheetRow<'sections'>,
  ends: Ends,
  points: readonly NetworkPoint[],
  feederKv: number | undefined,
  note: NoteFault,
): void {
  const [from, to] = [points[ends.from], points[ends.to]]
  if (!from || !to) return
  for (const [field, { kv }] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (feederKv !== undefined && !isSameKv(kv, feederKv))
      note(field, 'network.wrongVoltage', { found: kv, wanted: feederKv })
  }
  if (ends.from === ends.to) note('to', 'network.sectionToItself')
  const straightM = getDistanceM(from, to)
  // Real networks hold lengths of less than half their straight line; only what cannot be meant is a fault.
  if (row.lengthM < shortestOverStraight * straightM - 5)
    note('lengthM', 'network.lengthTooShort', { found: row.lengthM, straightM: Math.round(straightM) })
}

// Nominal and rated voltages of one level (10 and 10.5, 0.38 and 0.4) are the same level.
export const isSameKv = (a: number, b: number): boolean => Math.abs(a - b) <= 0.08 * Math.max(a, b)
