/** A graph for route search; `neighbours` calls back with each neighbour and the cost of the step, above zero. */
export interface RouteGraph {
  readonly size: number
  neighbours(node: number, visit: (next: number, cost: number) => void): void
}

export interface LeastCostPath {
  readonly nodes: readonly number[]
  readonly cost: number
}

/**
 * Path of least cost by A* (Hart, Nilsson and Raphael 1968); `estimate` must never exceed what is left to the goal, and
 * without it this is Dijkstra's search. Undefined where the goal cannot be reached.
 */
export function findLeastCostPath(
  graph: RouteGraph,
  from: number,
  to: number,
  estimate: (node: number) => number = () => 0,
): LeastCostPath | undefined {
  const cost = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(graph.size).fill(-1)
  const isDone = new Uint8Array(graph.size)
  const queue = createQueue()
  cost[from] = 0
  queue.push(from, estimate(from))
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isDone[node] === 1) continue
    if (node === to) return { nodes: traceBack(before, to), cost: cost[to] as number }
    isDone[node] = 1
    const here = node
    const sofar = cost[here] as number
    graph.neighbours(here, (next, step) => {
      const reached = sofar + step
      if (isDone[next] === 1 || reached >= (cost[next] as number)) return
      cost[next] = reached
      before[next] = here
      queue.push(next, reached + estimate(next))
    })
  }
  return undefined
}

function traceBack(before: Int32Array, to: number): number[] {
  const nodes: number[] = []
  for (let node = to; node !== -1; node = before[node] as number) nodes.push(node)
  return nodes.reverse()
}

/** Binary heap of nodes by priority, smallest first; equal priorities leave in the order they came. */
function createQueue() {
  const heap: { node: number; priority: number; order: number }[] = []
  let order = 0
  const isBefore = (a: number, b: number): boolean => {
    const [x, y] = [heap[a], heap[b]]
    if (!x || !y) return false
    return x.priority < y.priority || (x.priority === y.priority && x.order < y.order)
  }
  const swap = (a: number, b: number): void => {
    const [x, y] = [heap[a], heap[b]]
    if (!x || !y) return
    heap[a] = y
    heap[b] = x
  }
  return {
    push(node: number, priority: number): void {
      heap.push({ node, priority, order: order++ })
      for (let at = heap.length - 1; at > 0; ) {
        const up = (at - 1) >> 1
        if (!isBefore(at, up)) break
        swap(at, up)
        at = up
      }
    },
    pop(): number | undefined {
      const top = heap[0]
      const last = heap.pop()
      if (!top || !last) return undefined
      if (heap.length === 0) return top.node
      heap[0] = last
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2]
        let first = at
        if (left < heap.length && isBefore(left, first)) first = left
        if (right < heap.length && isBefore(right, first)) first = right
        if (first === at) return top.node
        swap(at, first)
        at = first
      }
    },
  }
}
