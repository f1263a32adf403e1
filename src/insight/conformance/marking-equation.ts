import type { AcceptingNet, Marking } from '../petri/petri-net.ts'
import { DualSimplex, type LinearColumn } from './dual-simplex.ts'

/** A lower bound for the cost still to come, with the solution it rests on. */
export interface Estimate {
  readonly cost: number
  /** How often each move is made: see `modelMove`, `synchronousMove`, `logMove` for the places. */
  readonly moves: Float32Array
}

/**
 * The marking equation of the synchronous product of net and trace (B. F. van Dongen, "Efficiently computing alignments
 * using the extended marking equation", BPM 2018; A. Adriansyah, thesis, Eindhoven 2014, section 4.4). Since the trace part
 * of the product is a chain, its equations say no more than how many events of each label are still to come, so the
 * problem has one row a place and one a label, and serves every trace.
 */
export class MarkingEquation {
  readonly #simplex: DualSimplex
  readonly #right: Float64Array
  readonly #placeCount: number
  readonly #synchronous: Int32Array
  readonly #firstLogMove: number
  readonly #final: Marking

  constructor(net: AcceptingNet, labelOf: Int32Array, labelCount: number) {
    this.#placeCount = net.places.length
    this.#final = net.final
    const columns: LinearColumn[] = net.transitions.map(({ label }, t) => ({
      cost: label === null ? 0 : 1,
      rows: netEffect(net, t),
    }))
    this.#synchronous = new Int32Array(net.transitions.length).fill(-1)
    labelOf.forEach((label, t) => {
      if (label < 0) return
      const rows = [...netEffect(net, t), { row: this.#placeCount + label, coefficient: 1 }]
      this.#synchronous[t] = columns.push({ cost: 0, rows }) - 1
    })
    this.#firstLogMove = columns.length
    for (let label = 0; label < labelCount; label++) {
      columns.push({ cost: 1, rows: [{ row: this.#placeCount + label, coefficient: 1 }] })
    }
    this.#right = new Float64Array(this.#placeCount + labelCount)
    this.#simplex = new DualSimplex(columns, this.#right.length)
  }

  modelMove = (transition: number): number => transition
  synchronousMove = (transition: number): number => this.#synchronous[transition] as number
  logMove = (label: number): number => this.#firstLogMove + label

  /** Least cost from a marking with so many events of each label to come; Infinity where the end cannot be reached. */
  solve(marking: Marking, toCome: Uint16Array): Estimate {
    for (let place = 0; place < this.#placeCount; place++) {
      this.#right[place] = (this.#final[place] as number) - (marking[place] as number)
    }
    this.#right.set(toCome, this.#placeCount)
    const cost = this.#simplex.solve(this.#right)
    return { cost, moves: Number.isFinite(cost) ? this.#simplex.solution() : new Float32Array(0) }
  }
}

function netEffect(net: AcceptingNet, index: number): LinearColumn['rows'] {
  const effect = new Map<number, number>()
  const { inputs, outputs } = net.transitions[index] ?? { inputs: [], outputs: [] }
  for (const { place, weight } of inputs) effect.set(place, (effect.get(place) ?? 0) - weight)
  for (const { place, weight } of outputs) effect.set(place, (effect.get(place) ?? 0) + weight)
  return [...effect].filter(([, change]) => change !== 0).map(([row, coefficient]) => ({ row, coefficient }))
}
