/** Codes are below this; the order of arrival stands above them in the same number. */
const codeLimit = 2 ** 23
const orderLimit = 2 ** 30

/**
 * Coming events by time: a binary heap in two typed arrays. Events of one moment leave in the order they came (counted
 * round after a thousand million events). Nearly every event brings forth one other, so `pop` leaves its place at the top
 * open and the next `push` fills it: one way through the heap instead of two.
 */
export class EventQueue {
  #times = new Float64Array(1024)
  /** Order of arrival × codeLimit + code. */
  #marks = new Float64Array(1024)
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
    return this.#end === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] as number)
  }

  /** `code`: a whole number from 0 to 2²³ − 1. */
  push(time: number, code: number): void {
    if (code >= codeLimit) throw new RangeError(`event code ${code} too large`)
    const mark = this.#order * codeLimit + code
    this.#order = this.#order + 1 < orderLimit ? this.#order + 1 : 0
    if (this.#topOpen) {
      this.#topOpen = false
      this.#sink(time, mark, this.#end)
      return
    }
    if (this.#end === this.#times.length) this.#grow()
    const times = this.#times
    const marks = this.#marks
    let at = this.#end++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((times[parent] as number) <= time) break
      times[at] = times[parent] as number
      marks[at] = marks[parent] as number
      at = parent
    }
    times[at] = time
    marks[at] = mark
  }

  /** Takes the next event: its time is the answer, its code is in `code`. NaN when there is none. */
  pop(): number {
    this.#closeTop()
    if (this.#end === 0) return Number.NaN
    const mark = this.#marks[0] as number
    this.code = (mark - Math.floor(mark / codeLimit) * codeLimit) | 0
    this.#topOpen = true
    return this.#times[0] as number
  }

  #closeTop(): void {
    if (!this.#topOpen) return
    this.#topOpen = false
    const last = --this.#end
    if (last > 0) this.#sink(this.#times[last] as number, this.#marks[last] as number, last)
  }

  /** Puts an event where it belongs, from the top of a heap of so many. */
  #sink(time: number, mark: number, size: number): void {
    const times = this.#times
    const marks = this.#marks
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      let childTime = times[child] as number
      const right = child + 1
      if (right < size) {
        const rightTime = times[right] as number
        if (rightTime < childTime || (rightTime === childTime && (marks[right] as number) < (marks[child] as number))) {
          child = right
          childTime = rightTime
        }
      }
      if (childTime > time || (childTime === time && (marks[child] as number) > mark)) break
      times[at] = childTime
      marks[at] = marks[child] as number
      at = child
    }
    times[at] = time
    marks[at] = mark
  }

  #grow(): void {
    const times = new Float64Array(this.#times.length * 2)
    const marks = new Float64Array(this.#marks.length * 2)
    times.set(this.#times)
    marks.set(this.#marks)
    this.#times = times
    this.#marks = marks
  }
}
