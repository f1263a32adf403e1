import type { Fault } from '#kernel'
import type { Duration } from './distribution.ts'
import type { Scenario } from './scenario.ts'
import type { SimulationNode } from './simulation-model.ts'

/** What the simulation needs of a compiled process: the process engine's graph has this shape. */
export interface SimulatedGraph {
  readonly nodes: readonly {
    readonly id: string
    readonly kind: 'start' | 'end' | 'terminate' | 'task' | 'exclusive' | 'parallel'
    readonly incoming: readonly number[]
    readonly outgoing: readonly number[]
  }[]
  readonly flows: readonly { readonly id: string; readonly source: number; readonly target: number }[]
  readonly start: number
  readonly taskById: ReadonlyMap<string, { readonly role: string }>
}

type GraphNode = SimulatedGraph['nodes'][number]

/**
 * Turns the published process into the nodes of a simulation, with the durations and branch shares of a scenario. Tasks of
 * dropped stages are passed over; tasks of roles without staff (customer, authority) become waits. What the scenario does
 * not tell to happen, rework or an optional stage, is taken not to: a split without shares takes its shortest way to an end.
 */
export function processNodes(graph: SimulatedGraph, scenario: Scenario, faults: Fault[]): SimulationNode[] {
  const waits = tasksThatWait(graph, scenario)
  const dropped = new Set(scenario.dropped ?? [])
  const delayed = delayedTasks(graph, scenario, waits)
  const idOf = (flow: number): string => {
    const id = graph.nodes[graph.flows[flow]?.target ?? -1]?.id ?? ''
    return delayed.has(id) ? pickUpOf(id) : id
  }
  for (const id of [...dropped, ...Object.keys(scenario.tasks ?? {})]) {
    if (!graph.taskById.has(id)) faults.push({ path: `tasks.${id}`, code: 'task-unknown' })
  }
  return graph.nodes.flatMap((node) => {
    const { id, kind, outgoing } = node
    const next = idOf(outgoing[0] ?? -1)
    if (kind === 'end' || kind === 'terminate') return [{ kind: 'end', id }]
    if (kind === 'exclusive') return [choice(graph, node, scenario, idOf, faults)]
    if (kind === 'parallel') return parallel(node, idOf)
    const role = graph.taskById.get(id)?.role
    if (role === undefined || dropped.has(id)) return [pass(id, next)]
    const duration = scenario.tasks?.[id] ?? scenario.otherTasks
    if (!duration) {
      faults.push({ path: `tasks.${id}`, code: 'duration-missing' })
      return []
    }
    return waits.has(id)
      ? [{ kind: 'wait', id, duration, next }]
      : [...pickUp(id, delayed.get(id), scenario.countedBy), { kind: 'task', id, role, service: duration, next }]
  })
}

/** Tasks that take nobody's work: those of roles without staff, and those the scenario names. */
function tasksThatWait(graph: SimulatedGraph, scenario: Scenario): ReadonlySet<string> {
  const roles = new Set(scenario.rolesThatWait ?? ['customer', 'government'])
  const ofRoles = [...graph.taskById].filter(([, { role }]) => roles.has(role)).map(([id]) => id)
  return new Set([...ofRoles, ...(scenario.tasksThatWait ?? [])])
}

const pickUpOf = (id: string): string => `${id} pick-up`

/** Tasks that lie before they are taken up: neither left out nor merged with the one before, nor the customer's. */
function delayedTasks(
  graph: SimulatedGraph,
  { dropped = [], merged = [], pickUp = {} }: Scenario,
  waits: ReadonlySet<string>,
): ReadonlyMap<string, Duration> {
  const without = new Set([...dropped, ...merged, ...waits])
  return new Map(Object.entries(pickUp).filter(([id]) => graph.taskById.has(id) && !without.has(id)))
}

const pickUp = (id: string, duration: Duration | undefined, calendar: string | undefined): SimulationNode[] =>
  duration ? [{ kind: 'wait', id: pickUpOf(id), duration, next: id, ...(calendar !== undefined && { calendar }) }] : []

const pass = (id: string, next: string): SimulationNode => ({
  kind: 'choice',
  id,
  branches: [{ next, probability: 1 }],
})

/** A parallel gateway may join and split at once: the two halves then are two nodes. */
function parallel({ id, incoming, outgoing }: GraphNode, idOf: (flow: number) => string): SimulationNode[] {
  const next = outgoing.map(idOf)
  if (incoming.length <= 1) return [{ kind: 'split', id, next }]
  const [only = ''] = next
  if (next.length === 1) return [{ kind: 'join', id, incoming: incoming.length, next: only }]
  const behind = `${id} split`
  return [
    { kind: 'join', id, incoming: incoming.length, next: behind },
    { kind: 'split', id: behind, next },
  ]
}

function choice(
  graph: SimulatedGraph,
  node: GraphNode,
  scenario: Scenario,
  idOf: (flow: number) => string,
  faults: Fault[],
): SimulationNode {
  const { id, outgoing } = node
  const shares = scenario.branches?.[id]
  const flowId = (flow: number): string => graph.flows[flow]?.id ?? ''
  for (const named of Object.keys(shares ?? {})) {
    if (!outgoing.some((flow) => flowId(flow) === named))
      faults.push({ path: `branches.${id}.${named}`, code: 'flow-unknown' })
  }
  const rest = outgoing.filter((flow) => shares?.[flowId(flow)] === undefined)
  const told = outgoing.reduce((sum, flow) => sum + (shares?.[flowId(flow)] ?? 0), 0)
  const remainder = rest.toSorted((a, b) => stepsToEnd(graph, a) - stepsToEnd(graph, b))[0]
  if (remainder === undefined && told < 1 - 1e-9)
    faults.push({ path: `branches.${id}`, code: 'shares-missing', data: { flows: outgoing.map(flowId) } })
  // What the named shares leave.
  const branches = outgoing.map((flow) => ({
    next: idOf(flow),
    probability: shares?.[flowId(flow)] ?? (flow === remainder ? Math.max(0, 1 - told) : 0),
  }))
  return { kind: 'choice', id, branches }
}

/** Fewest nodes between a flow and an end, Infinity where no way leads there. */
function stepsToEnd(graph: SimulatedGraph, flow: number): number {
  const seen = new Set<number>()
  let layer = [graph.flows[flow]?.target ?? -1]
  for (let steps = 0; layer.length > 0; steps++) {
    const next: number[] = []
    for (const at of layer) {
      const node = graph.nodes[at]
      if (node?.kind === 'end' || node?.kind === 'terminate') return steps
      if (!node || seen.has(at)) continue
      seen.add(at)
      next.push(...node.outgoing.map((out) => graph.flows[out]?.target ?? -1))
    }
    layer = next
  }
  return Number.POSITIVE_INFINITY
}
