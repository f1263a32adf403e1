/** One copy of each text that many records carry: a step, a person, a kind of fact. */
export class TextPool {
  readonly #texts = new Map<string, string>()

  one(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    this.#texts.set(text, text)
    return text
  }
}
