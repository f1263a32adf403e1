import { EventQueue } from './event-queue.ts'
import type { QueueRule } from './simulation-model.ts'

/** Waiting tasks: what has the smallest key goes first. */
export interface WaitingLine {
  readonly size: number
  push(key: number, token: number): void
  /** Smallest key, Infinity when nobody waits. */
  peek(): number
  /** Takes the token with the smallest key; there must be one. */
  take(): number
}

export function waitingLine(rule: QueueRule): WaitingLine {
  return rule === 'first-come' ? new Line() : new SortedLine()
}

/** First come, first served: a ring, since the keys only grow. */
class Line implements WaitingLine {
  size = 0
  #keys = new Float64Array(64)
  #tokens = new Int32Array(64)
  #first = 0

  push(key: number, token: number): void {
    if (this.size === this.#keys.length) this.#grow()
    const at = (this.#first + this.size++) & (this.#keys.length - 1)
    this.#keys[at] = key
    this.#tokens[at] = token
  }

  peek(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.#keys[this.#first] as number)
  }

  take(): number {
    const token = this.#tokens[this.#first] as number
    this.#first = (this.#first + 1) & (this.#keys.length - 1)
    this.size--
    return token
  }

  #grow(): void {
    const length = this.#keys.length
    const keys = new Float64Array(length * 2)
    const tokens = new Int32Array(length * 2)
    for (let i = 0; i < length; i++) {
      keys[i] = this.#keys[(this.#first + i) & (length - 1)] as number
      tokens[i] = this.#tokens[(this.#first + i) & (length - 1)] as number
    }
    this.#keys = keys
    this.#tokens = tokens
    this.#first = 0
  }
}

class SortedLine implements WaitingLine {
  readonly #heap = new EventQueue()

  get size(): number {
    return this.#heap.size
  }

  push(key: number, token: number): void {
    this.#heap.push(key, token)
  }

  peek(): number {
    return this.#heap.peek()
  }

  take(): number {
    this.#heap.pop()
    return this.#heap.code
  }
}
