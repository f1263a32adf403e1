import type { SimulationModel } from '../simulation-model.ts'
import { stepOfNode } from './by-unit.ts'

const mostRounds = 100_000
const exactEnough = 1e-12

/**
 * How often a case does each step on average, by the shares of the ways alone: no run is needed, and nothing of it is chance.
 * By step, over all units. Solves the flow of tokens by iteration: what leaves a choice by its shares, a split in full, a join once for all
 * that came.
 */
export function timesDone({ nodes, start }: Pick<SimulationModel, 'nodes' | 'start'>): ReadonlyMap<string, number> {
  const place = new Map(nodes.map(({ id }, index) => [id, index]))
  const ways = nodes.map((node): readonly (readonly [to: number, tokens: number])[] => {
    const to = (id: string) => place.get(id) ?? -1
    if (node.kind === 'end') return []
    if (node.kind === 'choice') return node.branches.map(({ next, probability }) => [to(next), probability])
    if (node.kind === 'split') return node.next.map((next) => [to(next), 1])
    return [[to(node.next), node.kind === 'join' ? 1 / node.incoming : 1]]
  })
  // Tokens that come to a node for the first time in a round; a loop gives back less than it was given.
  const done = new Float64Array(nodes.length)
  let coming = new Float64Array(nodes.length)
  coming[place.get(start) ?? 0] = 1
  for (let round = 0; round < mostRounds && coming.some((tokens) => tokens > exactEnough); round += 1) {
    const next = new Float64Array(nodes.length)
    for (const [node, tokens] of coming.entries()) {
      if (tokens === 0) continue
      done[node] = (done[node] ?? 0) + tokens
      for (const [to, share] of ways[node] ?? []) next[to] = (next[to] ?? 0) + tokens * share
    }
    coming = next
  }
  const steps = new Map<string, number>()
  for (const [index, { id, kind }] of nodes.entries()) {
    if (kind !== 'task' && kind !== 'wait') continue
    steps.set(stepOfNode(id), (steps.get(stepOfNode(id)) ?? 0) + (done[index] ?? 0))
  }
  return steps
}
