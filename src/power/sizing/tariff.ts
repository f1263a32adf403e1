import type { TableRow } from '../standards/tables.ts'

export type TariffClass = TableRow<'tariffClasses'>

/** Single-part, choice, or two-part by the capacity of the customer's transformers; `rows` are those in force. */
export function getTariffClass(capacityKva: number, rows: readonly TariffClass[]): TariffClass {
  const row = rows.find((found) => {
    const isAbove = found.minKvaIncluded ? capacityKva >= found.minKva : capacityKva > found.minKva
    if (found.maxKva === undefined) return isAbove
    return isAbove && (found.maxKvaIncluded ? capacityKva <= found.maxKva : capacityKva < found.maxKva)
  })
  if (!row) throw new Error(`no tariff class for ${capacityKva} kVA`)
  return row
}
