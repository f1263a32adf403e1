/**
 * Columns that grow while a log is read. Typed arrays instead of `number[]`: a million-event log then costs its bytes and
 * nothing more, and the finished column is handed over without a copy when it happens to be full.
 */
type NumberArray = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

class GrowingColumn<A extends NumberArray> {
  length = 0
  #cells: A
  readonly #make: (length: number) => A

  constructor(make: (length: number) => A, capacity: number) {
    this.#make = make
    this.#cells = make(capacity)
  }

  push(value: number): void {
    if (this.length === this.#cells.length) this.#grow()
    this.#cells[this.length++] = value
  }

  get(index: number): number {
    return this.#cells[index] ?? Number.NaN
  }

  set(index: number, value: number): void {
    this.#cells[index] = value
  }

  /** The filled part as an array of its own. The column must not be used afterwards. */
  finish(): A {
    if (this.length === this.#cells.length) return this.#cells
    return this.#cells.slice(0, this.length) as A
  }

  #grow(): void {
    // Half again, not double: the peak while copying stays below 2.5 times the data.
    const larger = this.#make(Math.max(16, Math.ceil(this.#cells.length * 1.5)))
    larger.set(this.#cells)
    this.#cells = larger
  }
}

export type GrowingFloat64 = GrowingColumn<Float64Array<ArrayBuffer>>
export type GrowingUint32 = GrowingColumn<Uint32Array<ArrayBuffer>>
export type GrowingUint8 = GrowingColumn<Uint8Array<ArrayBuffer>>

export const growingFloat64 = (capacity = 1024): GrowingFloat64 =>
  new GrowingColumn((length) => new Float64Array(length), capacity)
export const growingUint32 = (capacity = 1024): GrowingUint32 =>
  new GrowingColumn((length) => new Uint32Array(length), capacity)
export const growingUint8 = (capacity = 1024): GrowingUint8 =>
  new GrowingColumn((length) => new Uint8Array(length), capacity)
