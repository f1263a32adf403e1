import type { ApplicationForm } from '#journey/acceptance'
import { accept, type Result } from '#kernel'
import { estimateLoad, getRequiredCosPhi, type PowerStandards } from '#power'

export type EquipmentLine = ApplicationForm['load']['equipment'][number]

/** What the site will draw. */
export interface SiteLoad {
  readonly loadKw: number
  readonly loadKvar: number
  readonly cosPhi: number
  /** Transformer rating asked for, kVA, before a standard size is taken. */
  readonly neededKva: number
  /** `equipment`: by demand factors from the list; `asked`: the power asked for, where there is no list. */
  readonly basis: 'equipment' | 'asked'
  /** Lines of the list without a known category: counted in full. */
  readonly countedInFull: readonly string[]
}

/**
 * Load of the equipment list by demand factors (domain rules of `estimateLoad`). A line of no known category is counted in
 * full at the power factor the rules ask of a customer: the safe side. Without a list, the approved power stands.
 */
export function estimateSiteLoad(
  equipment: readonly EquipmentLine[],
  approvedKw: number,
  power: PowerStandards,
): Result<SiteLoad> {
  const usualCosPhi = getRequiredCosPhi('other-100kw', power.powerFactorLimits)
  if (equipment.length === 0) {
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
  const estimate = estimateLoad(items, power)
  if (!estimate.ok) return estimate
  const { loadKw, loadKvar, cosPhi, neededKva } = estimate.value
  const countedInFull = equipment.filter((line) => !isKnown(line)).map((line) => line.name)
  return accept({ loadKw, loadKvar, cosPhi, neededKva, basis: 'equipment', countedInFull })
}
