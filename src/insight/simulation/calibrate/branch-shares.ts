import type { SimulatedGraph } from '../process-model.ts'
import type { ObservedCase } from './observation.ts'

/** Times each flow of a gateway was taken: gateway id, flow id, count. */
export type BranchCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Tasks opened within this of a completion were opened by it: the engine writes both at once. */
const sameMomentHours = 5 / 3600

/**
 * Which way cases took at each exclusive gateway, told from the tasks that a completion opened. A way that opens none leads
 * to a join or an end; where more than one of those is left, or several ways opened a task, nothing is counted.
 */
export function countBranches(graph: SimulatedGraph, cases: readonly ObservedCase[]): BranchCounts {
  const walk = new BranchWalk(graph)
  const placeOf = new Map(graph.nodes.map(({ id }, place) => [id, place]))
  for (const { endedHours, arrivedHours, tasks } of cases) {
    if (endedHours === undefined) continue
    const openedAt = (hours: number): ReadonlySet<string> =>
      new Set(
        tasks
          .filter(({ openedHours }) => Math.abs(openedHours - hours) <= sameMomentHours)
          .map(({ elementId }) => elementId),
      )
    walk.from(graph.start, openedAt(arrivedHours))
    for (const { elementId, doneHours } of tasks) {
      const place = placeOf.get(elementId)
      if (place !== undefined) walk.from(place, openedAt(doneHours))
    }
  }
  return walk.counts
}

class BranchWalk {
  readonly counts = new Map<string, Map<string, number>>()
  readonly #graph: SimulatedGraph
  readonly #openings = new Map<number, { readonly tasks: ReadonlySet<string>; readonly isSilent: boolean }>()

  constructor(graph: SimulatedGraph) {
    this.#graph = graph
  }

  /** Follows what left a node, counting each choice that the opened tasks settle. */
  from(node: number, opened: ReadonlySet<string>, seen = new Set<number>()): void {
    const { kind, outgoing, id } = this.#nodeAt(node)
    if (seen.has(node)) return
    seen.add(node)
    const targets = outgoing.map((flow) => this.#graph.flows[flow]?.target ?? -1)
    if (kind !== 'exclusive' || outgoing.length < 2) {
      for (const target of targets) if (this.#passes(target)) this.from(target, opened, seen)
      return
    }
    const openings = targets.map((target) => this.#openingsOf(target))
    const active = openings.flatMap(({ tasks }, way) => ([...tasks].some((task) => opened.has(task)) ? [way] : []))
    const silent = openings.flatMap(({ isSilent }, way) => (isSilent ? [way] : []))
    const candidates = active.length > 0 ? active : silent
    const [way] = candidates
    if (way === undefined || candidates.length > 1) return
    const flows = this.counts.get(id) ?? new Map<string, number>()
    const flow = this.#graph.flows[outgoing[way] ?? -1]?.id ?? ''
    this.counts.set(id, flows.set(flow, (flows.get(flow) ?? 0) + 1))
    const target = targets[way] ?? -1
    if (this.#passes(target)) this.from(target, opened, seen)
  }

  #nodeAt(node: number): SimulatedGraph['nodes'][number] {
    const found = this.#graph.nodes[node]
    if (!found) throw new RangeError(`no node ${node}`)
    return found
  }

  /** A token does not stop there: neither a task nor a join, where others may be missing. */
  #passes(node: number): boolean {
    const { kind, incoming } = this.#nodeAt(node)
    return kind === 'exclusive' || (kind === 'parallel' && incoming.length < 2)
  }

  /** Tasks a token coming to a node may open at once, and whether it may open none. */
  #openingsOf(node: number) {
    const known = this.#openings.get(node)
    if (known) return known
    const tasks = new Set<string>()
    const seen = new Set<number>()
    const queue = [node]
    let isSilent = false
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (seen.has(at)) continue
      seen.add(at)
      const { kind, id, outgoing } = this.#nodeAt(at)
      if (kind === 'task') tasks.add(id)
      else if (this.#passes(at)) queue.push(...outgoing.map((flow) => this.#graph.flows[flow]?.target ?? -1))
      else isSilent = true
    }
    const openings = { tasks, isSilent }
    this.#openings.set(node, openings)
    return openings
  }
}
