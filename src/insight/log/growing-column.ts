/**
 * Columns that grow while a log is read. Typed arrays instead of `number[]`: a million-event log then costs its bytes and
 * nothing more, and the finished column is handed over without a copy when it happens to be full.
 */
type NumberArray = Float64Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

class GrowingColumn<A extends NumberArray> {
  length = 0
  #cells: A
  readonly #over: (buffer: ArrayBuffer) => A

  constructor(over: (buffer: ArrayBuffer) => A, bytes: number) {
    this.#over = over
    this.#cells = over(new ArrayBuffer(bytes))
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
    return this.#resized(this.length)
  }

  #grow(): void {
    this.#cells = this.#resized(Math.max(16, Math.ceil(this.#cells.length * 1.5)))
  }

  /** Moves the buffer instead of copying it where the system can: no second column at the peak. */
  #resized(length: number): A {
    return this.#over(this.#cells.buffer.transfer(length * this.#cells.BYTES_PER_ELEMENT))
  }
}

export type GrowingFloat64 = GrowingColumn<Float64Array<ArrayBuffer>>
export type GrowingUint32 = GrowingColumn<Uint32Array<ArrayBuffer>>
export type GrowingUint8 = GrowingColumn<Uint8Array<ArrayBuffer>>

export const growingFloat64 = (capacity = 1024): GrowingFloat64 =>
  new GrowingColumn((buffer) => new Float64Array(buffer), capacity * 8)
export const growingUint32 = (capacity = 1024): GrowingUint32 =>
  new GrowingColumn((buffer) => new Uint32Array(buffer), capacity * 4)
export const growingUint8 = (capacity = 1024): GrowingUint8 =>
  new GrowingColumn((buffer) => new Uint8Array(buffer), capacity)
