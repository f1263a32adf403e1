import type { Refusal, Result } from '#kernel'

/** A refusal on its way out of a route; the server turns it into status, code and text (wire-error.ts). */
export class RefusalError extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'RefusalError'
    this.refusal = refusal
  }
}

/** Ends the request with this refusal. */
export function throwRefusal(refusal: Refusal): never {
  throw new RefusalError(refusal)
}

/** The value of an accepted result; a refused one ends the request with its refusal. */
export function unwrap<T>(result: Result<T>): T {
  return result.ok ? result.value : throwRefusal(result.refusal)
}

/** The value, or the refusal `not-found` where there is none. */
export function unwrapFound<T>(value: T | undefined): T {
  return value === undefined ? throwRefusal({ code: 'not-found' }) : value
}
