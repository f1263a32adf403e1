import type { SimulatedGraph } from './process-model.ts'

type Node = SimulatedGraph['nodes'][number]
type Flow = SimulatedGraph['flows'][number]

/** A node of a graph for tests, with the places of its flows. */
export const node = (id: string, kind: Node['kind'], incoming: number[], outgoing: number[]): Node => ({
  id,
  kind,
  incoming,
  outgoing,
})

/** A flow of a graph for tests, between places of nodes. */
export const flow = (id: string, source: number, target: number): Flow => ({ id, source, target })
