import { type AcceptingNet, fire, isEnabled, type Marking, markingKey } from '../petri/petri-net.ts'

/** A marking that silent transitions lead to, with the tokens they took and put on the way. */
export interface SilentWay {
  readonly marking: Marking
  readonly produced: number
  readonly consumed: number
}

/** Markings that a search through silent transitions looks at before it gives up. */
const widestSearch = 20_000

/**
 * Every marking that silent transitions alone lead to, the start first and then by number of firings: the first that
 * serves is reached by the shortest sequence.
 */
export function* silentWays(net: AcceptingNet, silent: readonly number[], from: Marking): Generator<SilentWay> {
  const seen = new Set([markingKey(from)])
  const queue: SilentWay[] = [{ marking: from, produced: 0, consumed: 0 }]
  for (let at = 0; at < queue.length && at < widestSearch; at++) {
    const here = queue[at] as SilentWay
    yield here
    for (const index of silent) {
      const transition = net.transitions[index]
      if (!transition || !isEnabled(transition, here.marking)) continue
      const marking = fire(transition, here.marking)
      const key = markingKey(marking)
      if (seen.has(key)) continue
      seen.add(key)
      const { produced, consumed } = tokenFlow(net, index)
      queue.push({ marking, produced: here.produced + produced, consumed: here.consumed + consumed })
    }
  }
}

/** Tokens one firing of a transition takes and puts. */
export function tokenFlow(net: AcceptingNet, index: number): { readonly produced: number; readonly consumed: number } {
  let produced = 0
  let consumed = 0
  for (const { weight } of net.transitions[index]?.outputs ?? []) produced += weight
  for (const { weight } of net.transitions[index]?.inputs ?? []) consumed += weight
  return { produced, consumed }
}
