/**
 * Coming events by time: a binary heap in two arrays. Events of one moment leave in the order they came. Nearly every event
 * brings forth one other, so `pop` leaves its place at the top open and the next `push` fills it: one way through the heap
 * instead of two.
 *
 * The queue is half of what a simulation takes, which shaped two things. Which of two children comes first is as good as a
 * coin, so it is computed and not branched on: the processor's wrong guesses cost more than the comparing. And the heap
 * lies in plain arrays that never hold anything but numbers: each access to a typed array asks anew whether its memory was
 * given away meanwhile.
 */
export class EventQueue {
  /** Infinity behind the last event, so that a last child without a sibling compares like any other. */
  #times = numbers(1024, Number.POSITIVE_INFINITY)
  #codes = numbers(1024, 0)
  /** By code: how many events came before it. */
  readonly #orderOf: number[] = []
  #end = 0
  #topOpen = false
  #order = 0
  /** Code of the event `pop` took last. */
  code = 0

  get size(): number {
    return this.#topOpen ? this.#end - 1 : this.#end
  }

  /** Time of the next event, Infinity for none. */
  peek(): number {
    this.#closeTop()
    return this.#times[0] as number
  }

  /** `code`: a whole number from 0 on that no other waiting event has; memory follows the largest. */
  push(time: number, code: number): void {
    while (code >= this.#orderOf.length) this.#orderOf.push(0)
    this.#orderOf[code] = this.#order++
    if (this.#topOpen) {
      this.#topOpen = false
      this.#sink(time, code, this.#end)
    } else this.#rise(time, code)
  }

  /** Takes the next event: its time is the answer, its code is in `code`. NaN when there is none. */
  pop(): number {
    this.#closeTop()
    if (this.#end === 0) return Number.NaN
    this.code = this.#codes[0] as number
    this.#topOpen = true
    return this.#times[0] as number
  }

  #closeTop(): void {
    if (!this.#topOpen) return
    this.#topOpen = false
    const last = --this.#end
    const time = this.#times[last] as number
    this.#times[last] = Number.POSITIVE_INFINITY
    if (last > 0) this.#sink(time, this.#codes[last] as number, last)
  }

  /** Puts an event where it belongs, from the bottom. */
  #rise(time: number, code: number): void {
    if (this.#end + 1 === this.#times.length) this.#grow()
    const times = this.#times
    const codes = this.#codes
    let at = this.#end++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((times[parent] as number) <= time) break
      times[at] = times[parent] as number
      codes[at] = codes[parent] as number
      at = parent
    }
    times[at] = time
    codes[at] = code
  }

  /** Puts an event where it belongs, from the top of a heap of so many. */
  #sink(time: number, code: number, size: number): void {
    const times = this.#times
    const codes = this.#codes
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      const leftTime = times[child] as number
      const rightTime = times[child + 1] as number
      if (leftTime !== rightTime) child += Number(rightTime < leftTime)
      else if (child + 1 < size && this.#cameBefore(codes[child + 1] as number, codes[child] as number)) child++
      const childTime = times[child] as number
      if (childTime >= time && (childTime > time || this.#cameBefore(code, codes[child] as number))) break
      times[at] = childTime
      codes[at] = codes[child] as number
      at = child
    }
    times[at] = time
    codes[at] = code
  }

  #cameBefore(code: number, other: number): boolean {
    return (this.#orderOf[code] as number) < (this.#orderOf[other] as number)
  }

  #grow(): void {
    this.#times = this.#times.concat(numbers(this.#times.length, Number.POSITIVE_INFINITY))
    this.#codes = this.#codes.concat(numbers(this.#codes.length, 0))
  }
}

const numbers = (count: number, value: number): number[] => Array.from({ length: count }, () => value)
