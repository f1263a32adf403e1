/** The unit a field's name ends in (`capacityKva`): all forms put it there. Longer endings first: `Kvar` before `Kva`. */
const units: readonly (readonly [string, string])[] = [
  ['Kvar', 'kvar'],
  ['Kwh', 'kWh'],
  ['Kva', 'kVA'],
  ['Kw', 'kW'],
  ['Kv', 'kV'],
  ['Ohm', 'Ω'],
  ['M2', 'm²'],
  ['M', 'm'],
  ['A', 'A'],
]

/** `kVA` for `approvedCapacityKva`; `fen` for amounts, which are typed in yuan; undefined where the name has none. */
export function unitOf(name: string): string | undefined {
  if (name.endsWith('Fen')) return 'fen'
  return units.find(([ending]) => name.endsWith(ending) && name.length > ending.length)?.[1]
}
