import type { Fault } from '#kernel'
import { type AcceptingNet, fire, isEnabled, type Marking, markingKey, sameMarking } from './petri-net.ts'

/** Markings looked at before giving up: enough for any net a person drew, a second's work for a wide parallel one. */
const mostMarkings = 20_000

/**
 * Looks for what would make every comparison with this net meaningless: tokens that pile up without end (a marking that
 * covers an earlier one on its way; Karp & Miller 1969), or a final marking that cannot be reached. A net whose markings
 * are too many to look at passes.
 */
export function netFaults(net: AcceptingNet): Fault[] {
  const seen = new Map<string, number>([[markingKey(net.initial), 0]])
  const markings: Marking[] = [net.initial]
  const cameFrom: number[] = [-1]
  let finished = sameMarking(net.initial, net.final)
  for (let at = 0; at < markings.length; at++) {
    if (markings.length > mostMarkings) return []
    const marking = markings[at] as Marking
    for (const transition of net.transitions) {
      if (!isEnabled(transition, marking)) continue
      const next = fire(transition, marking)
      const key = markingKey(next)
      if (seen.has(key)) continue
      const piling = placePilingUp(next, at, markings, cameFrom)
      if (piling >= 0)
        return [{ path: `place ${net.places[piling]}`, code: 'unbounded-net', data: { transition: transition.id } }]
      seen.set(key, markings.push(next) - 1)
      cameFrom.push(at)
      finished ||= sameMarking(next, net.final)
    }
  }
  return finished ? [] : [{ path: 'net', code: 'model-cannot-finish', data: { markings: markings.length } }]
}

/** A place that has more tokens than in a marking passed on the way here, where no place has fewer; -1 for none. */
function placePilingUp(next: Marking, from: number, markings: readonly Marking[], cameFrom: readonly number[]): number {
  for (let at = from; at >= 0; at = cameFrom[at] ?? -1) {
    const before = markings[at] as Marking
    let more = -1
    let fewer = false
    for (let place = 0; place < next.length && !fewer; place++) {
      const gain = (next[place] as number) - (before[place] as number)
      if (gain > 0) more = place
      fewer = gain < 0
    }
    if (!fewer && more >= 0) return more
  }
  return -1
}
