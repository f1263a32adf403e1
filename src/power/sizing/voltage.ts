import { accept, type Result, refuse } from '#kernel'
import type { TableRow } from '../standards/tables.ts'

export type VoltageLevel = TableRow<'voltageLevels'>

export interface VoltageNeed {
  /** Active load, kW. */
  readonly loadKw: number
  /** Contract capacity, kVA; for low voltage the load's own apparent power. */
  readonly capacityKva: number
  /** Any three-phase equipment: 220 V is then no answer. */
  readonly isThreePhase: boolean
}

export interface VoltageChoice {
  readonly level: VoltageLevel
  /** Higher levels whose own limits also hold, lowest first. */
  readonly alternatives: readonly VoltageLevel[]
}

/**
 * The lowest supply voltage whose limits hold. `levels` are the rows in force; `scopes` names the local rules that
 * apply (20 kV and 66 kV exist only in their regions): a local row takes the place of the national one of its voltage.
 * Refusal `voltage.noLevel` where the load is beyond every level.
 */
export function chooseVoltage(
  need: VoltageNeed,
  levels: readonly VoltageLevel[],
  scopes: readonly string[] = [],
): Result<VoltageChoice> {
  const applicable = applyScopes(levels, scopes).toSorted((a, b) => a.kv - b.kv)
  const [level, ...alternatives] = applicable.filter((row) => holds(row, need))
  if (level) return accept({ level, alternatives })
  return refuse({ code: 'voltage.noLevel', data: { ...need } })
}

function applyScopes(levels: readonly VoltageLevel[], scopes: readonly string[]): VoltageLevel[] {
  const local = levels.filter((row) => row.scope !== '' && scopes.includes(row.scope))
  const national = levels.filter((row) => row.scope === '' && !local.some((other) => other.kv === row.kv))
  return [...local, ...national]
}

function holds(row: VoltageLevel, need: VoltageNeed): boolean {
  if (need.isThreePhase && row.phases === 1) return false
  if (row.minKva !== undefined && need.capacityKva < row.minKva) return false
  // The guideline gives 380 V as "up to 100 kW or up to 50 kVA": either is enough.
  if (row.maxKw === undefined) return row.maxKva === undefined || need.capacityKva <= row.maxKva
  const isWithinKw = row.maxKwAllowed ? need.loadKw <= row.maxKw : need.loadKw < row.maxKw
  return isWithinKw || (row.maxKva !== undefined && need.capacityKva <= row.maxKva)
}
