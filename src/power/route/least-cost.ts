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
  let [nodes, orders, priorities] = [new Int32Array(1024), new Int32Array(1024), new Float64Array(1024)]
  let size = 0
  let order = 0
  const grow = (): void => {
    const [moreNodes, moreOrders] = [new Int32Array(2 * size), new Int32Array(2 * size)]
    const morePriorities = new Float64Array(2 * size)
    moreNodes.set(nodes)
    moreOrders.set(orders)
    morePriorities.set(priorities)
    ;[nodes, orders, priorities] = [moreNodes, moreOrders, morePriorities]
  }
  const put = (at: number, node: number, priority: number, came: number): void => {
    nodes[at] = node
    priorities[at] = priority
    orders[at] = came
  }
  const move = (from: number, to: number): void =>
    put(to, nodes[from] as number, priorities[from] as number, orders[from] as number)
  /** True where the entry at `a` leaves before one of this priority that came as number `came`. */
  const leavesBefore = (a: number, priority: number, came: number): boolean =>
    (priorities[a] as number) < priority || (priorities[a] === priority && (orders[a] as number) < came)
  return {
    push(node: number, priority: number): void {
      if (size === nodes.length) grow()
      let at = size++
      while (at > 0 && !leavesBefore((at - 1) >> 1, priority, order)) {
        move((at - 1) >> 1, at)
        at = (at - 1) >> 1
      }
      put(at, node, priority, order++)
    },
    pop(): number | undefined {
      if (size === 0) return undefined
      const top = nodes[0] as number
      size -= 1
      const [node, priority, came] = [nodes[size] as number, priorities[size] as number, orders[size] as number]
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && leavesBefore(child + 1, priorities[child] as number, orders[child] as number))
          child += 1
        if (!leavesBefore(child, priority, came)) break
        move(child, at)
        at = child
      }
      put(at, node, priority, came)
      return top
    },
  }
}
