import type { Flow, GraphNode, UserTask } from '../process-graph.ts'

/**
 * The stages in the order in which work flows through them: a stage stands after every stage that leads to it and to
 * which it does not lead itself, loops aside; otherwise in the order of their first task. So design review stands
 * before the works it releases, even where other works run beside it. Nodes must be in the order of `compileGraph`.
 */
export function orderStages(nodes: readonly GraphNode[], flows: readonly Flow[], tasks: readonly UserTask[]): string[] {
  const ahead = tasksAhead(nodes, flows)
  const leadsTo = new Set<string>()
  for (const task of tasks) {
    const further = ahead.get(task.id) ?? new Set()
    for (const later of tasks) if (further.has(later.id)) leadsTo.add(`${task.stage} ${later.stage}`)
  }
  const comesBefore = (one: string, other: string) => leadsTo.has(`${one} ${other}`) && !leadsTo.has(`${other} ${one}`)
  const ordered: string[] = []
  const left = [...new Set(tasks.map((task) => task.stage))]
  while (left.length > 0) {
    const free = left.findIndex((stage) => !left.some((other) => comesBefore(other, stage)))
    ordered.push(...left.splice(Math.max(free, 0), 1))
  }
  return ordered
}

/** For every node the nodes ahead of it, without the flows that lead back. */
function tasksAhead(nodes: readonly GraphNode[], flows: readonly Flow[]): Map<string, ReadonlySet<string>> {
  const ahead = new Map<string, ReadonlySet<string>>()
  for (const [index, node] of [...nodes.entries()].toReversed()) {
    const further = new Set<string>()
    for (const flow of node.outgoing) {
      const target = flows[flow]?.target ?? 0
      const next = nodes[target]
      if (!next || target <= index) continue
      further.add(next.id)
      for (const id of ahead.get(next.id) ?? []) further.add(id)
    }
    ahead.set(node.id, further)
  }
  return ahead
}
