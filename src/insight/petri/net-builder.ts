import type { AcceptingNet, Arc, Marking, Transition } from './petri-net.ts'

interface OpenTransition {
  readonly id: string
  readonly label: string | null
  readonly inputs: Arc[]
  readonly outputs: Arc[]
}

/** Builds a net piece by piece; arcs between the same two nodes add their weights. */
export class NetBuilder {
  readonly #places: string[] = []
  readonly #transitions: OpenTransition[] = []

  addPlace(id = `p${this.#places.length + 1}`): number {
    return this.#places.push(id) - 1
  }

  addTransition(label: string | null, id = `t${this.#transitions.length + 1}`): number {
    return this.#transitions.push({ id, label, inputs: [], outputs: [] }) - 1
  }

  addInput(place: number, transition: number, weight = 1): void {
    addArc(this.#transitions[transition]?.inputs ?? [], place, weight)
  }

  addOutput(transition: number, place: number, weight = 1): void {
    addArc(this.#transitions[transition]?.outputs ?? [], place, weight)
  }

  /** A transition that takes one token from `from` and puts one on `to`. */
  addStep(from: number, label: string | null, to: number): number {
    const transition = this.addTransition(label)
    this.addInput(from, transition)
    this.addOutput(transition, to)
    return transition
  }

  build(initial: ReadonlyMap<number, number>, final: ReadonlyMap<number, number>): AcceptingNet {
    const transitions: readonly Transition[] = this.#transitions
    return { places: this.#places, transitions, initial: this.#marking(initial), final: this.#marking(final) }
  }

  #marking(tokens: ReadonlyMap<number, number>): Marking {
    const marking = new Uint16Array(this.#places.length)
    for (const [place, count] of tokens) marking[place] = count
    return marking
  }
}

function addArc(arcs: Arc[], place: number, weight: number): void {
  const at = arcs.findIndex((arc) => arc.place === place)
  if (at < 0) arcs.push({ place, weight })
  else arcs[at] = { place, weight: (arcs[at]?.weight ?? 0) + weight }
}
