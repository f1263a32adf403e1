import type { JsonObject } from '#kernel'

/**
 * One thing that happened in a case. Never updated, never deleted: a correction is a new fact that points at the old one.
 * `happenedAt` is when it was so in the world, `recordedAt` when it was written (both ISO instants); legal clocks read `recordedAt`.
 */
export interface Fact {
  readonly seq: number
  readonly type: string
  readonly happenedAt: string
  readonly recordedAt: string
  readonly actor: string
  readonly commandId: string
  readonly body: JsonObject
}

/** A fact a decision wants to append; time of record, actor and command are the pipeline's. */
export interface NewFact {
  readonly type: string
  readonly body: JsonObject
  readonly happenedAt?: string
}
