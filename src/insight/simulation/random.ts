/**
 * Seedable source of uniform numbers: sfc32 by C. Doty-Humphrey (PractRand), 128 bits of state, seeded through splitmix32.
 * The same seed and stream give the same numbers on every machine. Streams of one seed are independent, so that two
 * scenarios can share their arrivals and differ only in what was changed (common random numbers).
 */
export class RandomStream {
  #a = 0
  #b = 0
  #c = 0
  #counter = 1

  constructor(seed: number, stream = 0) {
    let mixed = (Math.imul(seed | 0, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b)) | 0
    const next = (): number => {
      mixed = (mixed + 0x9e3779b9) | 0
      let value = mixed ^ (mixed >>> 16)
      value = Math.imul(value, 0x21f0aaad)
      value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
      return value ^ (value >>> 15)
    }
    this.#a = next()
    this.#b = next()
    this.#c = next()
    for (let i = 0; i < 12; i++) this.next()
  }

  /** Uniform in the open interval (0, 1), 32 bits. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (this.#c << 21) | (this.#c >>> 11)
    this.#c = (this.#c + sum) | 0
    return ((sum >>> 0) + 0.5) / 4_294_967_296
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(this.next())
  }

  /** Standard normal, by the polar method of G. Marsaglia (1964). */
  normal(): number {
    for (;;) {
      const u = 2 * this.next() - 1
      const v = 2 * this.next() - 1
      const square = u * u + v * v
      if (square < 1 && square > 0) return u * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }
}
