const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** V8 makes slices of 13 characters and more; shorter ones are copies already. */
const shortestSlice = 13

/** A copy that owns its characters: a slice of a read chunk would keep the whole chunk in memory. */
export const ownText = (text: string): string =>
  text.length < shortestSlice ? text : decoder.decode(encoder.encode(text))

/** Texts by code, codes counted from 0 in order of first use. */
export class Dictionary {
  readonly texts: string[] = []
  readonly #codes = new Map<string, number>()

  codeOf(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    const own = ownText(text)
    const code = this.texts.push(own) - 1
    this.#codes.set(own, code)
    return code
  }

  /** The code of a text seen before, -1 otherwise. */
  find(text: string): number {
    return this.#codes.get(text) ?? -1
  }
}
