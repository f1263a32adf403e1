/** Coming events by time: a binary heap in two typed arrays. Events of one moment leave in the order they came. */
export class EventQueue {
  #times = new Float64Array(1024)
  #codes = new Float64Array(1024)
  #orders = new Float64Array(1024)
  #size = 0
  #order = 0
  /** Code of the event `pop` took last. */
  code = 0

  get size(): number {
    return this.#size
  }

  /** Time of the next event, Infinity for none. */
  peek(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#times[0] as number)
  }

  push(time: number, code: number): void {
    if (this.#size === this.#times.length) this.#grow()
    const times = this.#times
    const codes = this.#codes
    const orders = this.#orders
    let at = this.#size++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if ((times[parent] as number) <= time) break
      times[at] = times[parent] as number
      codes[at] = codes[parent] as number
      orders[at] = orders[parent] as number
      at = parent
    }
    times[at] = time
    codes[at] = code
    orders[at] = this.#order++
  }

  /** Takes the next event: its time is the answer, its code is in `code`. NaN when there is none. */
  pop(): number {
    if (this.#size === 0) return Number.NaN
    const times = this.#times
    const codes = this.#codes
    const orders = this.#orders
    const first = times[0] as number
    this.code = codes[0] as number
    const size = --this.#size
    const time = times[size] as number
    const code = codes[size] as number
    const order = orders[size] as number
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1
      if (right < size && comesBefore(times, orders, right, child)) child = right
      const childTime = times[child] as number
      if (childTime > time || (childTime === time && (orders[child] as number) > order)) break
      times[at] = childTime
      codes[at] = codes[child] as number
      orders[at] = orders[child] as number
      at = child
    }
    times[at] = time
    codes[at] = code
    orders[at] = order
    return first
  }

  #grow(): void {
    const larger = (column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
      const next = new Float64Array(column.length * 2)
      next.set(column)
      return next
    }
    this.#times = larger(this.#times)
    this.#codes = larger(this.#codes)
    this.#orders = larger(this.#orders)
  }
}

function comesBefore(times: Float64Array, orders: Float64Array, a: number, b: number): boolean {
  const difference = (times[a] as number) - (times[b] as number)
  return difference < 0 || (difference === 0 && (orders[a] as number) < (orders[b] as number))
}
