import { accept, type Fault, type Result, refuse } from '#kernel'
import type { TableRow } from '../standards/tables.ts'

type Factor = TableRow<'installationFactors'>

/** How a conductor is laid, as far as it departs from the catalogue's reference conditions. */
export interface InstallationConditions {
  readonly airTemperatureC?: number
  readonly soilTemperatureC?: number
  /** Thermal resistivity of the soil, K·m/W. */
  readonly soilResistivity?: number
  readonly cablesSideBySide?: number
}

const kinds = {
  airTemperatureC: 'air-temperature-90',
  soilTemperatureC: 'soil-temperature-90',
  soilResistivity: 'soil-resistivity',
  cablesSideBySide: 'cables-side-by-side-ground',
} as const

/**
 * Product of the installation factors (GB 50217) by which the catalogue's current is multiplied. Between two rows the
 * factor is interpolated; outside the table it is refused with `installation.outsideTable` rather than guessed.
 */
export function getInstallationFactor(conditions: InstallationConditions, rows: readonly Factor[]): Result<number> {
  const faults: Fault[] = []
  let product = 1
  for (const [field, kind] of Object.entries(kinds) as [keyof typeof kinds, Factor['kind']][]) {
    const value = conditions[field]
    if (value === undefined) continue
    const factor = interpolate(
      rows.filter((row) => row.kind === kind),
      value,
    )
    if (factor === undefined) faults.push({ path: field, code: 'installation.outsideTable', data: { found: value } })
    else product *= factor
  }
  return faults.length > 0 ? refuse({ code: 'installation.faulty', faults }) : accept(product)
}

function interpolate(rows: readonly Factor[], value: number): number | undefined {
  const ordered = rows.toSorted((a, b) => a.value - b.value)
  const above = ordered.findIndex((row) => row.value >= value)
  const [low, high] = [ordered[Math.max(0, above - 1)], ordered[above]]
  if (!low || !high || value < low.value) return high?.value === value ? high.factor : undefined
  if (high.value === low.value) return high.factor
  return low.factor + ((high.factor - low.factor) * (value - low.value)) / (high.value - low.value)
}

/**
 * Economic section, mm²: the current over the economic current density for the hours of use, J in A/mm² being data of
 * the company; the standard section nearest to it is taken.
 */
export function getEconomicSection(currentA: number, densityAPerMm2: number, sections: readonly number[]): number {
  const wanted = currentA / densityAPerMm2
  return sections.reduce(
    (best, section) => (Math.abs(section - wanted) < Math.abs(best - wanted) ? section : best),
    sections[0] ?? Number.NaN,
  )
}
