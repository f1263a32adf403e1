/**
 * When work is done: open intervals in order, in any unit of time (milliseconds since 1970 for logs, hours since the start
 * for simulations), with running totals, so that both questions are one binary search.
 */
export class WorkingHours {
  readonly #opens: Float64Array
  readonly #closes: Float64Array
  /** Open time before each interval. */
  readonly #before: Float64Array

  /** Intervals `[open, close)` in ascending order that do not overlap. */
  constructor(intervals: readonly (readonly [number, number])[]) {
    this.#opens = Float64Array.from(intervals, ([open]) => open)
    this.#closes = Float64Array.from(intervals, ([, close]) => close)
    this.#before = new Float64Array(intervals.length + 1)
    intervals.forEach(([open, close], i) => {
      if (!(close > open) || (i > 0 && open < (intervals[i - 1]?.[1] ?? open)))
        throw new RangeError('intervals out of order')
      this.#before[i + 1] = (this.#before[i] ?? 0) + close - open
    })
  }

  /** Open time between two moments; negative when `to` lies before `from`. */
  elapsed(from: number, to: number): number {
    return this.#openUpTo(to) - this.#openUpTo(from)
  }

  isOpen(moment: number): boolean {
    const i = this.#intervalAt(moment)
    return i >= 0 && moment < (this.#closes[i] as number)
  }

  /** The moment itself when open, else the next opening; Infinity behind the last interval. */
  nextOpen(moment: number): number {
    const i = this.#intervalAt(moment)
    if (i >= 0 && moment < (this.#closes[i] as number)) return moment
    return this.#opens[i + 1] ?? Number.POSITIVE_INFINITY
  }

  /** The first opening after the moment; Infinity behind the last interval. */
  openingAfter(moment: number): number {
    return this.#opens[this.#intervalAt(moment) + 1] ?? Number.POSITIVE_INFINITY
  }

  /** When work begun at `from` is done after so much open time; Infinity where the intervals end before. */
  add(from: number, work: number): number {
    const target = this.#openUpTo(from) + work
    let low = 0
    let high = this.#opens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#before[middle + 1] as number) < target) low = middle + 1
      else high = middle
    }
    if (low === this.#opens.length) return Number.POSITIVE_INFINITY
    return Math.max(from, (this.#opens[low] as number) + target - (this.#before[low] as number))
  }

  #openUpTo(moment: number): number {
    const i = this.#intervalAt(moment)
    if (i < 0) return 0
    const within = Math.min(moment, this.#closes[i] as number) - (this.#opens[i] as number)
    return (this.#before[i] as number) + within
  }

  /** The last interval that opens at or before the moment, -1 for none. */
  #intervalAt(moment: number): number {
    let low = 0
    let high = this.#opens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#opens[middle] as number) <= moment) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
