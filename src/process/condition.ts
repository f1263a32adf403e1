import type { Json } from '#kernel'

/** Variables of a case, owned by the caller; the game only reads them. */
export type Variables = Readonly<Record<string, Json>>

/** A FEEL condition of a sequence flow, compiled once. */
export interface Condition {
  readonly text: string
  /** Variables the condition names, each of which must be set before it can be judged. */
  readonly names: readonly string[]
  /** True or false; undefined when the variables given do not settle it. */
  holds(variables: Variables): boolean | undefined
}
