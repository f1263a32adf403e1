/**
 * What was made for the questions asked last, each kept until what it was made from is another or newer questions push it
 * out. Made from the same things (the very same objects), the same question has the same answer.
 */
export class LatelyAsked<Answer> {
  readonly #answers = new Map<string, { readonly from: readonly unknown[]; readonly answer: Answer }>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(question: string, from: readonly unknown[], make: () => Answer): Answer {
    const known = this.#answers.get(question)
    // Put last: the order of the map is the order of asking.
    this.#answers.delete(question)
    const isFresh = known?.from.length === from.length && known.from.every((each, place) => each === from[place])
    const answer = isFresh ? known.answer : make()
    this.#answers.set(question, { from, answer })
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest)
    return answer
  }

  forget(question: string): void {
    this.#answers.delete(question)
  }
}
