import type { RoleRule, SimulationNode, StaffGroup } from '../simulation-model.ts'

/** A unit of the company and the share of the cases that are its own; the shares add up to 1. */
export interface UnitShare {
  readonly name: string
  readonly share: number
}

/** What a process with units needs in place of one without. */
interface ByUnit {
  readonly start: string
  readonly nodes: readonly SimulationNode[]
  readonly staff: readonly StaffGroup[]
  readonly roles: Readonly<Record<string, RoleRule>>
}

const sign = ' @ '
const ofUnit = (name: string, unit: string): string => `${name}${sign}${unit}`

/** The step of a node, whichever unit it is of. */
export const stepOfNode = (id: string): string => id.split(sign)[0] ?? id

/**
 * A process for each unit: a case is drawn for one of them, and its tasks are done by people of that unit or of no unit. Every
 * role is one of its unit, so that people who belong to none hold it in all.
 */
export function splitByUnit({ start, nodes, staff, roles }: ByUnit, units: readonly UnitShare[]): ByUnit {
  const begin = 'unit'
  const choice: SimulationNode = {
    kind: 'choice',
    id: begin,
    branches: units.map(({ name, share }) => ({ next: ofUnit(start, name), probability: share })),
  }
  return {
    start: begin,
    nodes: [choice, ...units.flatMap(({ name }) => nodes.map((node) => nodeOfUnit(node, name)))],
    staff: staff.map(({ unit, ...group }) => ({
      ...group,
      ...(unit !== undefined && { unit }),
      roles: units
        .filter(({ name }) => unit === undefined || unit === name)
        .flatMap(({ name }) => group.roles.map((role) => ofUnit(role, name))),
    })),
    roles: Object.fromEntries(
      Object.entries(roles).flatMap(([role, rule]) => units.map(({ name }) => [ofUnit(role, name), rule])),
    ),
  }
}

function nodeOfUnit(node: SimulationNode, unit: string): SimulationNode {
  const of = (id: string) => ofUnit(id, unit)
  const id = of(node.id)
  switch (node.kind) {
    case 'task':
      return { ...node, id, role: of(node.role), next: of(node.next) }
    case 'wait':
    case 'join':
      return { ...node, id, next: of(node.next) }
    case 'choice':
      return { ...node, id, branches: node.branches.map((branch) => ({ ...branch, next: of(branch.next) })) }
    case 'split':
      return { ...node, id, next: node.next.map(of) }
    case 'end':
      return { ...node, id }
  }
}
