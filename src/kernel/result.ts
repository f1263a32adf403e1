/** One thing wrong with one place of an input: `path` is the field, row or element, `code` a key of the message catalogue. */
export interface Fault {
  readonly path: string
  readonly code: string
  /** Values the message needs: `{ max: 315, unit: 'kVA' }`. */
  readonly data?: Readonly<Record<string, unknown>>
}

/** Why a request was refused: an expected answer, not a bug. `code` is a key of the message catalogue. */
export interface Refusal {
  readonly code: string
  readonly data?: Readonly<Record<string, unknown>>
  /** Every fault of a form or file at once. */
  readonly faults?: readonly Fault[]
}

export type Accepted<T> = { readonly ok: true; readonly value: T }
export type Refused<R extends Refusal = Refusal> = { readonly ok: false; readonly refusal: R }
export type Result<T, R extends Refusal = Refusal> = Accepted<T> | Refused<R>

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })

export const refuse = <R extends Refusal>(refusal: R): Refused<R> => ({ ok: false, refusal })

/** The value of an accepted result; throws where a refusal would be a bug (tests, seeds, static data). */
export function getAccepted<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
}
