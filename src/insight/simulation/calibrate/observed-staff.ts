import type { StaffGroup } from '../simulation-model.ts'
import type { Estimate, Observation } from './observation.ts'

/** Everybody who did a task, grouped by the roles seen; a role nobody was seen in gets one person, which is said. */
export function observedStaff({ graph, cases, waits }: Observation, estimates: Estimate[]): readonly StaffGroup[] {
  const rolesOf = new Map<string, Set<string>>()
  for (const { tasks } of cases) {
    for (const { elementId, person } of tasks) {
      const role = waits.has(elementId) ? undefined : graph.taskById.get(elementId)?.role
      if (role !== undefined) rolesOf.set(person, (rolesOf.get(person) ?? new Set()).add(role))
    }
  }
  const groups = Map.groupBy(rolesOf.values(), (roles) => [...roles].sort().join('+'))
  const staff = [...groups].map(([name, people]) => {
    estimates.push({ kind: 'staff', key: name, observations: people.length, basis: 'own', value: people.length })
    return group(name, [...(people[0] ?? [])], people.length)
  })
  const needed = new Set([...graph.taskById].filter(([id]) => !waits.has(id)).map(([, { role }]) => role))
  const missing = [...needed].filter((role) => !staff.some(({ roles }) => roles.includes(role)))
  for (const role of missing) {
    estimates.push({ kind: 'staff', key: role, observations: 0, basis: 'assumed', value: 1 })
  }
  return [...staff, ...missing.map((role) => group(role, [role], 1))].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const group = (name: string, roles: readonly string[], count: number): StaffGroup => ({
  name,
  roles,
  count,
  calendar: 'office',
})
