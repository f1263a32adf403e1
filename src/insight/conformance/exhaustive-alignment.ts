import { type AcceptingNet, fire, isEnabled, type Marking, markingKey, sameMarking } from '../petri/petri-net.ts'

interface Product {
  readonly marking: Marking
  readonly position: number
}

/**
 * The least alignment cost by looking at every reachable state, cheapest first (Dijkstra 1959), with no bound and no
 * short cut: slow, and simple enough to trust. The tests measure the real search against it.
 */
export function exhaustiveCost(net: AcceptingNet, trace: readonly string[]): number {
  const best = new Map<string, number>()
  const layers: Product[][] = [[{ marking: net.initial, position: 0 }]]
  for (let cost = 0; cost < layers.length; cost++) {
    const layer = layers[cost] ?? []
    for (let state = layer.pop(); state; state = layer.pop()) {
      const key = `${state.position}:${markingKey(state.marking)}`
      if ((best.get(key) ?? Number.POSITIVE_INFINITY) <= cost) continue
      best.set(key, cost)
      if (state.position === trace.length && sameMarking(state.marking, net.final)) return cost
      for (const [next, price] of steps(net, trace, state)) {
        while (layers.length <= cost + price) layers.push([])
        layers[cost + price]?.push(next)
      }
    }
  }
  return Number.POSITIVE_INFINITY
}

function* steps(
  net: AcceptingNet,
  trace: readonly string[],
  { marking, position }: Product,
): Generator<[Product, number]> {
  if (position < trace.length) yield [{ marking, position: position + 1 }, 1]
  for (const transition of net.transitions) {
    if (!isEnabled(transition, marking)) continue
    const after = fire(transition, marking)
    yield [{ marking: after, position }, transition.label === null ? 0 : 1]
    if (position < trace.length && transition.label === trace[position]) {
      yield [{ marking: after, position: position + 1 }, 0]
    }
  }
}
