import {
  type AcceptingNet,
  fire,
  type Marking,
  markingKey,
  silentTransitions,
  transitionsByLabel,
} from '../petri/petri-net.ts'
import { type SilentWay, silentWays, tokenFlow } from './silent-ways.ts'

/** Tokens of one replayed trace. */
export interface ReplayCounts {
  readonly produced: number
  readonly consumed: number
  readonly missing: number
  readonly remaining: number
}

/** What replaying one activity from one marking does: it is always the same, so it is found once. */
interface Step {
  readonly state: number
  readonly produced: number
  readonly consumed: number
  readonly missing: number
}

type End = ReplayCounts

/**
 * Replay as a deterministic automaton whose states are markings, built as traces ask for it: after the first traces nearly
 * every event is one look-up.
 */
export class ReplayAutomaton {
  readonly #net: AcceptingNet
  readonly #silent: readonly number[]
  readonly #labels: readonly (readonly number[])[]
  readonly #labelCodes = new Map<string, number>()
  readonly #states = new Map<string, number>()
  readonly #markings: Marking[] = []
  readonly #steps: (Step | undefined)[][] = []
  readonly #ends: (End | undefined)[] = []
  readonly #tokensBefore: number

  constructor(net: AcceptingNet) {
    this.#net = net
    this.#silent = silentTransitions(net)
    const byLabel = [...transitionsByLabel(net)]
    byLabel.forEach(([label], code) => {
      this.#labelCodes.set(label, code)
    })
    this.#labels = byLabel.map(([, transitions]) => transitions)
    this.#tokensBefore = net.initial.reduce((sum, tokens) => sum + tokens, 0)
    this.#stateOf(net.initial)
  }

  /** Code of an activity for `replay`, -1 where the net does not have it. */
  labelCode(activity: string): number {
    return this.#labelCodes.get(activity) ?? -1
  }

  replay(activities: Uint32Array, labelOf: Int32Array): ReplayCounts {
    let state = 0
    let produced = this.#tokensBefore
    let consumed = 0
    let missing = 0
    for (const activity of activities) {
      const label = labelOf[activity] as number
      if (label < 0) continue
      const step = this.#step(state, label)
      state = step.state
      produced += step.produced
      consumed += step.consumed
      missing += step.missing
    }
    const end = this.#end(state)
    return {
      produced: produced + end.produced,
      consumed: consumed + end.consumed,
      missing: missing + end.missing,
      remaining: end.remaining,
    }
  }

  #stateOf(marking: Marking): number {
    const key = markingKey(marking)
    const known = this.#states.get(key)
    if (known !== undefined) return known
    const state = this.#markings.push(marking) - 1
    this.#states.set(key, state)
    this.#steps.push([])
    return state
  }

  #step(state: number, label: number): Step {
    const steps = this.#steps[state] as (Step | undefined)[]
    const known = steps[label]
    if (known) return known
    const step = this.#findStep(this.#markings[state] as Marking, this.#labels[label] ?? [])
    steps[label] = step
    return step
  }

  #findStep(marking: Marking, candidates: readonly number[]): Step {
    for (const way of silentWays(this.#net, this.#silent, marking)) {
      const enabled = candidates.find((index) => missingFor(this.#net, index, way.marking) === 0)
      if (enabled === undefined) continue
      const step = this.#fire(enabled, way.marking, 0)
      return { ...step, produced: step.produced + way.produced, consumed: step.consumed + way.consumed }
    }
    const lacking = candidates.map((index) => missingFor(this.#net, index, marking))
    const least = Math.min(...lacking)
    return this.#fire(candidates[lacking.indexOf(least)] ?? 0, marking, least)
  }

  /** Fires, with the missing tokens put there first. */
  #fire(index: number, marking: Marking, missing: number): Step {
    const transition = this.#net.transitions[index]
    if (!transition) throw new Error(`no transition ${index}`)
    const filled = marking.slice()
    for (const { place, weight } of transition.inputs) filled[place] = Math.max(filled[place] as number, weight)
    return { state: this.#stateOf(fire(transition, filled)), ...tokenFlow(this.#net, index), missing }
  }

  /** The end of a trace: silent transitions lead as near to the final marking as they can, then its tokens are taken. */
  #end(state: number): End {
    const known = this.#ends[state]
    if (known) return known
    let best: End | undefined
    for (const way of silentWays(this.#net, this.#silent, this.#markings[state] as Marking)) {
      const end = takeFinalTokens(way, this.#net.final)
      if (!best || end.missing + end.remaining < best.missing + best.remaining) best = end
      if (best.missing + best.remaining === 0) break
    }
    if (!best) throw new Error('the first way is no step at all')
    this.#ends[state] = best
    return best
  }
}

function missingFor(net: AcceptingNet, index: number, marking: Marking): number {
  const inputs = net.transitions[index]?.inputs ?? []
  return inputs.reduce((sum, { place, weight }) => sum + Math.max(0, weight - (marking[place] as number)), 0)
}

function takeFinalTokens({ marking, produced, consumed }: SilentWay, final: Marking): End {
  let wanted = 0
  let missing = 0
  let remaining = 0
  marking.forEach((tokens, place) => {
    const take = final[place] ?? 0
    wanted += take
    missing += Math.max(0, take - tokens)
    remaining += Math.max(0, tokens - take)
  })
  return { produced, consumed: consumed + wanted, missing, remaining }
}
