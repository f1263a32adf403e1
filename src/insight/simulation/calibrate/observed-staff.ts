import type { UnitShare } from '../reshape/by-unit.ts'
import type { StaffGroup } from '../simulation-model.ts'
import type { Estimate, Observation, ObservedCase } from './observation.ts'

/** The units cases belong to, each with its share, most cases first. */
export function observedUnits(cases: readonly ObservedCase[]): readonly UnitShare[] {
  return [...Map.groupBy(cases, ({ unit }) => unit)]
    .map(([name, own]) => ({ name, share: own.length / cases.length }))
    .sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1))
}

/** Whose tasks somebody was seen to do: roles, and units of the cases. */
interface Seen {
  readonly roles: Set<string>
  readonly units: Set<string>
}

/**
 * Everybody who did a task, grouped by the roles seen, and by unit where every unit has people of its own for each of these
 * roles; a role nobody was seen in gets one person, which is said.
 */
export function observedStaff(
  { graph, cases, waits }: Observation,
  units: readonly UnitShare[],
  estimates: Estimate[],
): readonly StaffGroup[] {
  const people = new Map<string, Seen>()
  for (const { tasks, unit } of cases) {
    for (const { elementId, person } of tasks) {
      const role = waits.has(elementId) ? undefined : graph.taskById.get(elementId)?.role
      if (role === undefined) continue
      const seen = people.get(person) ?? { roles: new Set(), units: new Set() }
      people.set(person, seen)
      seen.roles.add(role)
      seen.units.add(unit)
    }
  }
  const all = [...people.values()]
  const isOfUnits = (role: string) =>
    units.every(({ name }) => all.some((seen) => seen.roles.has(role) && onlyUnit(seen) === name))
  const groups = Map.groupBy(all, (seen) => {
    const unit = units.length > 1 && [...seen.roles].every(isOfUnits) ? onlyUnit(seen) : undefined
    return groupName([...seen.roles], unit)
  })
  const staff = [...groups].map(([name, members]) => {
    estimates.push({ kind: 'staff', key: name, observations: members.length, basis: 'own', value: members.length })
    const [first] = members
    const unit = name.includes(unitSign) && first ? onlyUnit(first) : undefined
    return group(name, [...(first?.roles ?? [])], members.length, unit)
  })
  const needed = new Set([...graph.taskById].filter(([id]) => !waits.has(id)).map(([, { role }]) => role))
  const missing = [...needed].filter((role) => !staff.some(({ roles }) => roles.includes(role)))
  for (const role of missing) {
    estimates.push({ kind: 'staff', key: role, observations: 0, basis: 'assumed', value: 1 })
  }
  return [...staff, ...missing.map((role) => group(role, [role], 1))].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const onlyUnit = ({ units }: Seen): string | undefined => (units.size === 1 ? [...units][0] : undefined)

const unitSign = ' of '

/** People alike: roles in order, and their unit where they belong to one. */
export const groupName = (roles: readonly string[], unit: string | undefined): string =>
  roles.toSorted().join('+') + (unit === undefined ? '' : `${unitSign}${unit}`)

const group = (name: string, roles: readonly string[], count: number, unit?: string): StaffGroup => ({
  name,
  roles,
  count,
  ...(unit !== undefined && { unit }),
  calendar: 'office',
})
