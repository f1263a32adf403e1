import type { PublishedStandards } from '#casefile'
import type { ExpectedOrder } from '#insight'
import type { PlainDate } from '#kernel'
import { canReach, type ProcessGraph } from '#process'

/** What a published process asks of every case: derived from the process itself, so that no second list must agree with it. */
export interface ProcessOrder {
  readonly required: readonly string[]
  readonly before: readonly (readonly [string, string])[]
  /** Elements that the process itself may run through again. */
  readonly looping: ReadonlySet<string>
}

const known = new WeakMap<ProcessGraph, ProcessOrder>()

export function processOrder(graph: ProcessGraph): ProcessOrder {
  const found = known.get(graph)
  if (found) return found
  const blocked = new Map(graph.tasks.map((task) => [task.id, reachedWithout(graph, task.id)]))
  const ends = graph.nodes.filter((node) => node.kind === 'end').map((node) => node.id)
  const order = {
    required: graph.tasks.filter(({ id }) => !ends.some((end) => blocked.get(id)?.has(end))).map(({ id }) => id),
    before: graph.tasks.flatMap(({ id }) =>
      graph.tasks
        .filter((later) => later.id !== id && !blocked.get(id)?.has(later.id))
        .map((later) => [id, later.id] as const),
    ),
    looping: new Set(graph.tasks.filter(({ id }) => canReach(graph, id, id)).map(({ id }) => id)),
  }
  known.set(graph, order)
  return order
}

/**
 * Elements that can still be reached when `withheld` is never completed: one arriving flow is enough anywhere but at a
 * parallel join, which waits for all. What is not reached always comes after `withheld`.
 */
function reachedWithout(graph: ProcessGraph, withheld: string): ReadonlySet<string> {
  const reached = new Set<number>([graph.start])
  const flowed = new Set<number>()
  const queue = [graph.start]
  for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
    const node = graph.nodes[number]
    if (!node || node.id === withheld) continue
    for (const flow of node.outgoing) {
      flowed.add(flow)
      const target = graph.flows[flow]?.target ?? -1
      const next = graph.nodes[target]
      if (!next || reached.has(target) || !isEntered(next, flowed)) continue
      reached.add(target)
      queue.push(target)
    }
  }
  return new Set([...reached].map((number) => graph.nodes[number]?.id ?? '').filter((id) => id !== withheld))
}

const isEntered = (node: ProcessGraph['nodes'][number], flowed: ReadonlySet<number>): boolean =>
  node.kind !== 'parallel' || node.incoming.every((flow) => flowed.has(flow))

/**
 * The order the rules judge a case by: its process, and who must be two people by the table of separated duties. Pairs are
 * told as the table tells them, the earlier step first.
 */
export function expectedOrder(graph: ProcessGraph, standards: PublishedStandards, onDate: PlainDate): ExpectedOrder {
  const { required, before } = processOrder(graph)
  const place = new Map(graph.tasks.map((task, index) => [task.id, index]))
  const countersigned = graph.tasks.flatMap((work) => {
    const rows = standards.decide('separation-of-duties', { useCase: work.useCase }, onDate)
    const apart = new Set(rows.ok ? rows.value.map((row) => row.outputs.apartFrom) : [])
    return graph.tasks
      .filter((other) => apart.has(other.useCase) && (place.get(other.id) ?? 0) > (place.get(work.id) ?? 0))
      .map((other) => [work.id, other.id] as const)
  })
  const acceptance = graph.tasks.find((task) => task.useCase === 'accept-application')?.id ?? ''
  return { required, before, countersigned, acceptance }
}
