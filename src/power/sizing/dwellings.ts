import { accept, type Fault, type Result, refuse } from '#kernel'
import type { PowerStandards, TableRow } from '../standards/tables.ts'

/** Dwellings of one size in a residential compound (小区). */
export interface DwellingGroup {
  readonly areaM2: number
  readonly count: number
}

export interface DwellingLoad {
  readonly dwellings: number
  /** Sum of the dwellings' own loads before the demand factor. */
  readonly connectedKw: number
  readonly demandFactor: number
  readonly loadKw: number
}

/** Load of one dwelling of that floor area, kW; undefined where no row of the rule set holds it. */
export function findDwellingKw(areaM2: number, rows: readonly TableRow<'dwellingLoads'>[]): number | undefined {
  // The first band begins at 0 and takes in every small dwelling; an area on a limit belongs to the band below it.
  const row = rows.find((band) => areaM2 > band.aboveM2 && (band.upToM2 === undefined || areaM2 <= band.upToM2))
  if (!row) return undefined
  return row.kw + ((row.extraWPerM2 ?? 0) * (areaM2 - row.aboveM2)) / 1000
}

/**
 * Demand factor for a number of dwellings on one phase: within its row it falls linearly from the upper end at the
 * row's first count to the lower end at its last. Beyond the table the last row's lower end holds.
 */
export function getHouseholdFactor(dwellings: number, rows: readonly TableRow<'householdFactors'>[]): number {
  const row = rows.find(({ fromDwellings, toDwellings }) => dwellings >= fromDwellings && dwellings <= toDwellings)
  if (!row) {
    const last = rows.at(-1)
    if (!last) throw new Error('household factor table is empty')
    return last.factorLow
  }
  const place = (dwellings - row.fromDwellings) / (row.toDwellings - row.fromDwellings)
  return row.factorHigh - place * (row.factorHigh - row.factorLow)
}

/**
 * Load of a residential compound. The factor is read at a third of the dwellings, since the table counts the dwellings
 * on one phase and they are shared out over three; below four dwellings all are taken to hang on one phase.
 */
export function estimateDwellings(
  groups: readonly DwellingGroup[],
  tables: {
    readonly dwellingLoads: readonly TableRow<'dwellingLoads'>[]
    readonly householdFactors: readonly TableRow<'householdFactors'>[]
  },
): Result<DwellingLoad> {
  const faults: Fault[] = groups.length === 0 ? [{ path: 'dwellings', code: 'load.empty' }] : []
  let dwellings = 0
  let connectedKw = 0
  for (const [at, { areaM2, count }] of groups.entries()) {
    const kw = findDwellingKw(areaM2, tables.dwellingLoads)
    if (kw === undefined)
      faults.push({ path: `dwellings[${at}].areaM2`, code: 'load.areaNotInTable', data: { areaM2 } })
    if (!(Number.isInteger(count) && count > 0)) {
      faults.push({ path: `dwellings[${at}].count`, code: 'load.countNotPositive', data: { found: count } })
    }
    dwellings += count
    connectedKw += (kw ?? 0) * count
  }
  if (faults.length > 0) return refuse({ code: 'load.faulty', faults })
  const perPhase = dwellings < 4 ? dwellings : Math.ceil(dwellings / 3)
  const demandFactor = getHouseholdFactor(perPhase, tables.householdFactors)
  return accept({ dwellings, connectedKw, demandFactor, loadKw: demandFactor * connectedKw })
}

/** Dwellings by the local rule set where a scope names one, else by the national code (JGJ 242). */
export function estimateHomes(
  dwellings: readonly DwellingGroup[],
  scopes: readonly string[],
  standards: Pick<PowerStandards, 'dwellingLoads' | 'householdFactors'>,
): Result<DwellingLoad> {
  const local = standards.dwellingLoads.filter((row) => scopes.includes(row.ruleSet))
  const dwellingLoads = local.length > 0 ? local : standards.dwellingLoads.filter((row) => row.ruleSet === 'jgj-242')
  return estimateDwellings(dwellings, { dwellingLoads, householdFactors: standards.householdFactors })
}

interface Load {
  readonly loadKw: number
  readonly loadKvar: number
  readonly cosPhi: number
}

/** Equipment and dwellings together; dwellings are taken at the power factor given. */
export function addHomes(
  equipment: Pick<Load, 'loadKw' | 'loadKvar' | 'cosPhi'> | undefined,
  homes: DwellingLoad | undefined,
  cosPhi: number,
): Load {
  if (!homes) return equipment ?? { loadKw: 0, loadKvar: 0, cosPhi }
  const loadKw = homes.loadKw + (equipment?.loadKw ?? 0)
  const loadKvar = homes.loadKw * Math.tan(Math.acos(cosPhi)) + (equipment?.loadKvar ?? 0)
  return { loadKw, loadKvar, cosPhi: loadKw / Math.hypot(loadKw, loadKvar) }
}
