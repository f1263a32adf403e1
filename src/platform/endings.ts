/** What was opened and must be closed again, last opened first; closing goes on when one of them fails. */
export class Endings {
  readonly #ends: (() => Promise<unknown>)[] = []

  /** Remembers how to close what was just opened. */
  add(end: () => Promise<unknown>): void {
    this.#ends.push(end)
  }

  /** Closes everything once, in reverse; throws the first failure after all are tried. */
  async close(): Promise<void> {
    const failures: unknown[] = []
    for (let end = this.#ends.pop(); end; end = this.#ends.pop()) {
      await end().catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  }
}
