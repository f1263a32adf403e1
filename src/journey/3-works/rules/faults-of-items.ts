import type { Fault } from '#kernel'
import type { InspectedItem } from '../api.ts'
import type { SheetItem } from './inspection-sheet.ts'

/** Every item of the list must be there once, none else, each consistent with what was measured. */
export function faultsOfItems(
  items: readonly InspectedItem[],
  sheet: readonly SheetItem[],
  { measuring }: { readonly measuring: boolean },
): Fault[] {
  const given = new Map(items.map((entry) => [entry.item, entry]))
  const missing = sheet
    .filter((row) => !given.has(row.item))
    .map((row): Fault => ({ path: 'items', code: 'item-missing', data: { item: row.item, name: row.nameZh } }))
  const found = items.flatMap((entry, index) => {
    const row = sheet.find((candidate) => candidate.item === entry.item)
    const path = `items.${index}`
    if (!row) return [{ path: `${path}.item`, code: 'unknown-item', data: { item: entry.item } }]
    const isTwice = items.findIndex((other) => other.item === entry.item) !== index
    if (isTwice) return [{ path: `${path}.item`, code: 'item-twice', data: { item: entry.item } }]
    return faultsOfItem(entry, row, path, measuring)
  })
  return [...missing, ...found]
}

function faultsOfItem(entry: InspectedItem, row: SheetItem, path: string, measuring: boolean): Fault[] {
  const faults: Fault[] = []
  const { measuredValue: value, result } = entry
  const data = { name: row.nameZh, min: row.min, max: row.max, unit: row.unit }
  const hasLimit = row.min !== null || row.max !== null
  if (measuring && hasLimit && result !== 'na' && value === undefined)
    faults.push({ path: `${path}.measuredValue`, code: 'measure-it', data })
  const isOutside =
    value !== undefined && ((row.min !== null && value < row.min) || (row.max !== null && value > row.max))
  if (isOutside && result === 'pass')
    faults.push({ path: `${path}.result`, code: 'outside-limits', data: { ...data, value } })
  // An item of safety is not simply left out.
  if (result === 'na' && row.safetyCritical && entry.note.length < 2)
    faults.push({ path: `${path}.note`, code: 'reason-needed', data: { name: row.nameZh } })
  return faults
}
