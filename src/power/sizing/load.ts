import { accept, type Fault, type Result, refuse } from '#kernel'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { TableRow } from '../standards/tables.ts'

/** One line of an equipment list (用电设备清单). */
export interface EquipmentItem {
  readonly name: string
  /** Row of `equipment-factors.csv`; not needed where both factors are given. */
  readonly category?: string
  readonly count: number
  readonly unitKw: number
  /** Demand factor Kd, 0 to 1; by default the upper end of the category's range, the safe side. */
  readonly demandFactor?: number
  /** Power factor cosφ, above 0 to 1; by default the lower end of the category's range, the safe side. */
  readonly cosPhi?: number
  /** Runs only in a fire (消防): listed, but not added to the load. */
  readonly isFireOnly?: boolean
}

export interface EquipmentLoad {
  readonly name: string
  readonly installedKw: number
  readonly demandFactor: number
  readonly cosPhi: number
  /** Kd times installed power; 0 for fire-only equipment. */
  readonly loadKw: number
  readonly loadKvar: number
}

export interface LoadEstimate {
  readonly items: readonly EquipmentLoad[]
  readonly installedKw: number
  /** K∑p times the sum of the items. */
  readonly loadKw: number
  /** K∑q times the sum of the items. */
  readonly loadKvar: number
  readonly apparentKva: number
  /** Power factor before compensation. */
  readonly cosPhi: number
  /** √(P²+Q²)/β: the transformer rating asked for, before rounding up to a standard size. */
  readonly neededKva: number
}

export interface LoadTables {
  readonly equipmentFactors: readonly TableRow<'equipmentFactors'>[]
  readonly parameters: readonly Parameter[]
}

/**
 * Load of an equipment list by demand factors: P = K∑p·ΣKd·Pn, Q = K∑q·ΣKd·Pn·tanφ, S = √(P²+Q²)/β.
 * Faults: `load.empty`, `load.countNotPositive`, `load.powerNotPositive`, `load.categoryUnknown`,
 * `load.factorOutOfRange`, each at `items[n].field`.
 */
export function estimateLoad(items: readonly EquipmentItem[], tables: LoadTables): Result<LoadEstimate> {
  const faults: Fault[] = items.length === 0 ? [{ path: 'items', code: 'load.empty' }] : []
  const loads: EquipmentLoad[] = []
  for (const [at, item] of items.entries()) {
    const read = readItem(item, `items[${at}]`, tables.equipmentFactors)
    if (Array.isArray(read)) faults.push(...read)
    else loads.push(read as EquipmentLoad)
  }
  if (faults.length > 0) return refuse({ code: 'load.faulty', faults })
  const sum = (of: (load: EquipmentLoad) => number) => loads.reduce((total, load) => total + of(load), 0)
  const loadKw = getParameter(tables.parameters, 'load.simultaneityActive') * sum((load) => load.loadKw)
  const loadKvar = getParameter(tables.parameters, 'load.simultaneityReactive') * sum((load) => load.loadKvar)
  const apparentKva = Math.hypot(loadKw, loadKvar)
  return accept({
    items: loads,
    installedKw: sum((load) => load.installedKw),
    loadKw,
    loadKvar,
    apparentKva,
    cosPhi: apparentKva === 0 ? 1 : loadKw / apparentKva,
    neededKva: apparentKva / getParameter(tables.parameters, 'load.loadingFactor'),
  })
}

function readItem(
  item: EquipmentItem,
  path: string,
  factors: LoadTables['equipmentFactors'],
): EquipmentLoad | readonly Fault[] {
  const faults: Fault[] = []
  const row = factors.find((factor) => factor.category === item.category)
  const demandFactor = item.demandFactor ?? row?.demandHigh
  const cosPhi = item.cosPhi ?? row?.cosPhiLow
  if (!(item.count > 0 && Number.isInteger(item.count))) {
    faults.push({ path: `${path}.count`, code: 'load.countNotPositive', data: { found: item.count } })
  }
  if (!(item.unitKw > 0 && Number.isFinite(item.unitKw))) {
    faults.push({ path: `${path}.unitKw`, code: 'load.powerNotPositive', data: { found: item.unitKw } })
  }
  if (demandFactor === undefined || cosPhi === undefined) {
    const known = factors.map((factor) => factor.category)
    faults.push({ path: `${path}.category`, code: 'load.categoryUnknown', data: { found: item.category, known } })
    return faults
  }
  for (const [field, value] of Object.entries({ demandFactor, cosPhi })) {
    if (value > 0 && value <= 1) continue
    faults.push({ path: `${path}.${field}`, code: 'load.factorOutOfRange', data: { found: value } })
  }
  if (faults.length > 0) return faults
  const installedKw = item.count * item.unitKw
  const loadKw = item.isFireOnly ? 0 : demandFactor * installedKw
  return { name: item.name, installedKw, demandFactor, cosPhi, loadKw, loadKvar: loadKw * Math.tan(Math.acos(cosPhi)) }
}
