import type { WorkingHours } from '../time/working-hours.ts'
import { type Sampler, samplerOf } from './distribution.ts'
import type { SimulationModel, SimulationNode } from './simulation-model.ts'

export const nodeKinds = { task: 0, wait: 1, choice: 2, split: 3, join: 4, end: 5 } as const

/** The model by numbers, for the inner loop. */
export interface CompiledModel {
  readonly start: number
  readonly ids: readonly string[]
  readonly kind: Uint8Array
  /** First or only node behind each. */
  readonly next: Int32Array
  /** All nodes behind each, and for choices the cumulative probability up to each. */
  readonly targets: readonly Int32Array[]
  readonly cumulative: readonly Float64Array[]
  readonly samplers: readonly Sampler[]
  readonly roleOf: Int32Array
  /** Of waits that count only open hours. */
  readonly waitHours: readonly (WorkingHours | undefined)[]
  readonly roles: readonly string[]
  /** Ways into each join, and the place of its counter in a case. */
  readonly incoming: Int32Array
  readonly joinOf: Int32Array
  readonly joinCount: number
  /** Staff groups that hold each role, those with the fewest other roles first, so that the versatile stay free. */
  readonly groupsOfRole: readonly Int32Array[]
  readonly rolesOfGroup: readonly Int32Array[]
}

export function compileModel(model: SimulationModel): CompiledModel {
  const { nodes, staff } = model
  const index = new Map(nodes.map(({ id }, i) => [id, i]))
  const at = (id: string): number => index.get(id) ?? -1
  const targets = nodes.map((node) => Int32Array.from(waysOut(node), at))
  const roles = [...new Set(nodes.flatMap((node) => (node.kind === 'task' ? [node.role] : [])))]
  let joinCount = 0
  return {
    start: at(model.start),
    ids: nodes.map(({ id }) => id),
    kind: Uint8Array.from(nodes, ({ kind }) => nodeKinds[kind]),
    next: Int32Array.from(targets, ([first = -1]) => first),
    targets,
    cumulative: nodes.map(cumulative),
    samplers: nodes.map(sampler),
    roleOf: Int32Array.from(nodes, (node) => (node.kind === 'task' ? roles.indexOf(node.role) : -1)),
    waitHours: nodes.map((node) =>
      node.kind === 'wait' && node.calendar !== undefined ? model.calendars?.[node.calendar] : undefined,
    ),
    roles,
    incoming: Int32Array.from(nodes, (node) => (node.kind === 'join' ? node.incoming : 0)),
    joinOf: Int32Array.from(nodes, ({ kind }) => (kind === 'join' ? joinCount++ : -1)),
    joinCount,
    groupsOfRole: roles.map((role) => groupsWith(role, staff)),
    rolesOfGroup: staff.map((group) =>
      Int32Array.from(group.roles.map((role) => roles.indexOf(role)).filter((r) => r >= 0)),
    ),
  }
}

function waysOut(node: SimulationNode): readonly string[] {
  if (node.kind === 'end') return []
  if (node.kind === 'choice') return node.branches.map(({ next }) => next)
  return node.kind === 'split' ? node.next : [node.next]
}

function cumulative(node: SimulationNode): Float64Array {
  if (node.kind !== 'choice') return new Float64Array()
  let sum = 0
  return Float64Array.from(node.branches, ({ probability }, i) => {
    sum += probability
    return i === node.branches.length - 1 ? 1 : sum
  })
}

function sampler(node: SimulationNode): Sampler {
  if (node.kind === 'task') return samplerOf(node.service)
  return node.kind === 'wait' ? samplerOf(node.duration) : () => 0
}

function groupsWith(role: string, staff: SimulationModel['staff']): Int32Array {
  const groups = staff.flatMap(({ roles, count }, g) => (count > 0 && roles.includes(role) ? [g] : []))
  return Int32Array.from(groups.sort((a, b) => (staff[a]?.roles.length ?? 0) - (staff[b]?.roles.length ?? 0)))
}
