import type { ApplicationForm } from '#journey/acceptance'
import { accept, type Result } from '#kernel'
import { addHomes, estimateHomes, estimateLoad, getParameter, getRequiredCosPhi, type PowerStandards } from '#power'
import type { SurveySite } from '../api.ts'

export type EquipmentLine = ApplicationForm['load']['equipment'][number]

/** What the site will draw. */
export interface SiteLoad {
  readonly loadKw: number
  readonly loadKvar: number
  readonly cosPhi: number
  /** Transformer rating asked for, kVA, before a standard size is taken. */
  readonly neededKva: number
  /** `listed`: by demand factors from equipment and dwellings; `asked`: the power asked for, where nothing is listed. */
  readonly basis: 'listed' | 'asked'
  /** Lines of the list without a known category: counted in full. */
  readonly countedInFull: readonly string[]
}

export interface ListedLoad {
  readonly equipment: readonly EquipmentLine[]
  readonly dwellings: SurveySite['dwellings']
}

/**
 * Load of the equipment list and of the dwellings by demand factors (domain rules of `estimateLoad` and
 * `estimateDwellings`). A line of no known category is counted in full at the power factor the rules ask of a customer: the
 * safe side. Where nothing is listed, the approved power stands.
 */
export function estimateSiteLoad(
  { equipment, dwellings }: ListedLoad,
  approvedKw: number,
  power: PowerStandards,
): Result<SiteLoad> {
  const usualCosPhi = getRequiredCosPhi('other-100kw', power.powerFactorLimits)
  if (equipment.length + dwellings.length === 0) {
    const apparentKva = approvedKw / usualCosPhi
    return accept({
      loadKw: approvedKw,
      loadKvar: Math.sqrt(apparentKva ** 2 - approvedKw ** 2),
      cosPhi: usualCosPhi,
      neededKva: apparentKva,
      basis: 'asked',
      countedInFull: [],
    })
  }
  const known = new Set<string>(power.equipmentFactors.map((row) => row.category))
  const isKnown = (line: EquipmentLine) => line.category !== undefined && known.has(line.category)
  const items = equipment.map(({ category, ...line }) => ({
    ...line,
    ...(category !== undefined && known.has(category) ? { category } : { demandFactor: 1, cosPhi: usualCosPhi }),
  }))
  const estimate = items.length > 0 ? estimateLoad(items, power) : undefined
  if (estimate && !estimate.ok) return estimate
  const homes = dwellings.length > 0 ? estimateHomes(dwellings, [], power) : undefined
  if (homes && !homes.ok) return homes
  const { loadKw, loadKvar, cosPhi } = addHomes(estimate?.value, homes?.value, usualCosPhi)
  const countedInFull = equipment.filter((line) => !isKnown(line)).map((line) => line.name)
  // Apparent power over the loading factor, as `estimateLoad` has it for equipment alone.
  const neededKva = loadKw / cosPhi / getParameter(power.parameters, 'load.loadingFactor')
  return accept({ loadKw, loadKvar, cosPhi, neededKva, basis: 'listed', countedInFull })
}
