import { getAccepted } from '#kernel'
import { compileCondition } from '../condition.ts'
import type { Flow, GraphNode, ProcessGraph, UserTask } from '../process-graph.ts'
import { type DraftGraph, outgoingOf } from './draft-graph.ts'
import { orderStages } from './order-stages.ts'

/** Compiles a faultless draft: integers for elements and flows, conditions as functions, reachability as bit sets. */
export function compileGraph(draft: DraftGraph, taskOf: (id: string) => UserTask): ProcessGraph {
  const order = orderFromStart(draft)
  const nodeById = new Map(order.map((id, index) => [id, index]))
  const flowById = new Map(draft.flows.map((flow, index) => [flow.id, index]))
  const flows = draft.flows.map(
    (flow): Flow => ({
      id: flow.id,
      name: flow.name,
      source: nodeById.get(flow.source ?? '') ?? -1,
      target: nodeById.get(flow.target ?? '') ?? -1,
      ...(flow.condition === undefined ? {} : { condition: getAccepted(compileCondition(flow.condition)) }),
    }),
  )
  const drafts = new Map(draft.nodes.map((node) => [node.id, node]))
  const numbers = (matches: (flow: Flow) => boolean) => flows.flatMap((flow, index) => (matches(flow) ? [index] : []))
  const nodes = order.flatMap((id, index): GraphNode[] => {
    const node = drafts.get(id)
    if (!node) return []
    const defaultFlow = flowById.get(node.defaultFlow ?? '')
    return [
      {
        id,
        name: node.name,
        kind: node.kind,
        incoming: numbers((flow) => flow.target === index),
        outgoing: numbers((flow) => flow.source === index),
        ...(defaultFlow === undefined ? {} : { defaultFlow }),
      },
    ]
  })
  const tasks = nodes.filter((node) => node.kind === 'task').map((node) => taskOf(node.id))
  return {
    id: draft.id,
    name: draft.name,
    nodes,
    flows,
    start: nodes.findIndex((node) => node.kind === 'start'),
    tasks,
    stages: orderStages(nodes, flows, tasks),
    taskById: new Map(tasks.map((task) => [task.id, task])),
    nodeById,
    flowById,
    reachable: reachability(nodes, flows),
  }
}

/** Depth-first finishing order, reversed: an element stands after all that lead to it, loops aside. */
function orderFromStart(draft: DraftGraph): string[] {
  const seen = new Set<string>()
  const finished: string[] = []
  const visit = (id: string) => {
    if (seen.has(id)) return
    seen.add(id)
    for (const flow of outgoingOf(draft, id).toReversed()) if (flow.target !== undefined) visit(flow.target)
    finished.push(id)
  }
  for (const node of draft.nodes) if (node.kind === 'start') visit(node.id)
  return finished.toReversed()
}

/** Transitive closure: from the last element back, repeated until loops add nothing. */
function reachability(nodes: readonly GraphNode[], flows: readonly Flow[]): bigint[] {
  const sets = nodes.map(() => 0n)
  for (let changed = true; changed; ) {
    changed = false
    for (const [index, node] of [...nodes.entries()].toReversed()) {
      let bits = sets[index] ?? 0n
      for (const flow of node.outgoing) {
        const target = flows[flow]?.target ?? 0
        bits |= (1n << BigInt(target)) | (sets[target] ?? 0n)
      }
      if (bits !== sets[index]) changed = true
      sets[index] = bits
    }
  }
  return sets
}
