import type { Refusal } from '#kernel'

/** Thrown by a room's own rows: what they would write may not stand, so nothing of the write does; the caller is told why. */
export class RowsRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
