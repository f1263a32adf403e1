import { type AcceptingNet, fire, isEnabled, type Marking, markingKey } from './petri-net.ts'

/** One way out of a marking. */
export interface Firing {
  readonly transition: number
  /** Number of the marking it leads to. */
  readonly next: number
}

/** Markings of a net by number, with what is enabled in each, found when first asked for and kept for all traces. */
export class MarkingSpace {
  readonly #net: AcceptingNet
  readonly #numbers = new Map<string, number>()
  readonly #markings: Marking[] = []
  readonly #firings: (readonly Firing[] | undefined)[] = []

  constructor(net: AcceptingNet) {
    this.#net = net
  }

  numberOf(marking: Marking): number {
    const key = markingKey(marking)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#markings.push(marking) - 1
    this.#numbers.set(key, number)
    return number
  }

  marking(number: number): Marking {
    const marking = this.#markings[number]
    if (!marking) throw new Error(`no marking ${number}`)
    return marking
  }

  firings(number: number): readonly Firing[] {
    const known = this.#firings[number]
    if (known) return known
    const marking = this.marking(number)
    const firings = this.#net.transitions.flatMap((transition, index) =>
      isEnabled(transition, marking) ? [{ transition: index, next: this.numberOf(fire(transition, marking)) }] : [],
    )
    this.#firings[number] = firings
    return firings
  }
}
