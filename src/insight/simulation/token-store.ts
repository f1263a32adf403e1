/**
 * Tokens and cases under way, in columns; places are used again when a case is over, so memory follows the cases under
 * way, not the length of the run.
 */
export class TokenStore {
  caseOf = new Int32Array(1024)
  nodeOf = new Int32Array(1024)
  personOf = new Int32Array(1024)
  readyAt = new Float64Array(1024)
  begunAt = new Float64Array(1024)
  workOf = new Float64Array(1024)
  arrivalOf = new Float64Array(1024)
  kindOf = new Int32Array(1024)
  numberOf = new Float64Array(1024)
  #tokensOfCase = new Int32Array(1024)
  #joins: Int32Array<ArrayBuffer>
  #keepers: Int32Array<ArrayBuffer>
  readonly #joinCount: number
  readonly #roleCount: number
  readonly #freeTokens: number[] = []
  readonly #freeCases: number[] = []
  #tokenEnd = 0
  #caseEnd = 0

  constructor(joinCount: number, roleCount: number) {
    this.#joinCount = joinCount
    this.#roleCount = roleCount
    this.#joins = new Int32Array(1024 * joinCount)
    this.#keepers = new Int32Array(1024 * roleCount)
  }

  /** A new case with its first token. */
  openCase(arrival: number, kind: number, number: number): number {
    const ofCase = this.#freeCases.pop() ?? this.#nextCase()
    this.arrivalOf[ofCase] = arrival
    this.kindOf[ofCase] = kind
    this.numberOf[ofCase] = number
    this.#tokensOfCase[ofCase] = 0
    this.#joins.fill(0, ofCase * this.#joinCount, (ofCase + 1) * this.#joinCount)
    this.#keepers.fill(-1, ofCase * this.#roleCount, (ofCase + 1) * this.#roleCount)
    return this.#openToken(ofCase)
  }

  /** Another token of the same case. */
  openBranch(token: number): number {
    return this.#openToken(this.caseOf[token] as number)
  }

  /** Ends a token; answers how many its case has left. */
  close(token: number): number {
    const ofCase = this.caseOf[token] as number
    const left = (this.#tokensOfCase[ofCase] as number) - 1
    this.#tokensOfCase[ofCase] = left
    this.#freeTokens.push(token)
    return left
  }

  closeCase(ofCase: number): void {
    this.#freeCases.push(ofCase)
  }

  /** Counts a token in at a join; true when it is the last one awaited. */
  isComplete(token: number, join: number, incoming: number): boolean {
    const at = (this.caseOf[token] as number) * this.#joinCount + join
    const come = (this.#joins[at] as number) + 1
    this.#joins[at] = come === incoming ? 0 : come
    return come === incoming
  }

  keeper(ofCase: number, role: number): number {
    return this.#keepers[ofCase * this.#roleCount + role] as number
  }

  setKeeper(ofCase: number, role: number, person: number): void {
    this.#keepers[ofCase * this.#roleCount + role] = person
  }

  #openToken(ofCase: number): number {
    const token = this.#freeTokens.pop() ?? this.#nextToken()
    this.caseOf[token] = ofCase
    this.#tokensOfCase[ofCase] = (this.#tokensOfCase[ofCase] as number) + 1
    return token
  }

  #nextToken(): number {
    if (this.#tokenEnd === this.caseOf.length) {
      this.caseOf = doubled(this.caseOf)
      this.nodeOf = doubled(this.nodeOf)
      this.personOf = doubled(this.personOf)
      this.readyAt = doubledFloat(this.readyAt)
      this.begunAt = doubledFloat(this.begunAt)
      this.workOf = doubledFloat(this.workOf)
    }
    return this.#tokenEnd++
  }

  #nextCase(): number {
    if (this.#caseEnd === this.arrivalOf.length) {
      this.arrivalOf = doubledFloat(this.arrivalOf)
      this.numberOf = doubledFloat(this.numberOf)
      this.kindOf = doubled(this.kindOf)
      this.#tokensOfCase = doubled(this.#tokensOfCase)
      this.#joins = doubled(this.#joins)
      this.#keepers = doubled(this.#keepers)
    }
    return this.#caseEnd++
  }
}

function doubled(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2)
  larger.set(column)
  return larger
}

function doubledFloat(column: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(column.length * 2)
  larger.set(column)
  return larger
}
