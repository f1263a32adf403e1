/** One open user task: `taskId` is `elementId#n`, n counting how often the element was opened in this case. */
export interface OpenTask {
  readonly taskId: string
  readonly elementId: string
}

/** An open task with the event that opened it. */
export interface OpenToken extends OpenTask {
  /** Id of the event (completed task, fired join) that brought the token here; `''`: the start of the process. */
  readonly after: string
}

/** A token that arrived at a join over one flow and waits for the others. */
export interface WaitingToken {
  readonly flow: string
  readonly after: string
}

/** Something that happened and still counts: a completed task, a fired join, or a terminate end that dropped tokens. */
export interface DoneEvent {
  /** `elementId#n` */
  readonly event: string
  /** Ids of the events it rests on: one for a task, one per flow for a join, the trigger first for a terminate end. */
  readonly after: readonly string[]
  /** Joins only: the flows the tokens came by, in the order of `after`. */
  readonly flows?: readonly string[]
  /** Terminate ends only: the tokens that were dropped. */
  readonly dropped?: { readonly open: readonly OpenToken[]; readonly waiting: readonly WaitingToken[] }
}

/**
 * Where a case stands: plain JSON, equal for equal histories. `done` keeps which event rests on which, so that going
 * back voids exactly what rested on the step, and no more, across branches and loops.
 */
export interface TokenState {
  readonly open: readonly OpenToken[]
  readonly waiting: readonly WaitingToken[]
  /** Oldest first. Voided events are taken out. */
  readonly done: readonly DoneEvent[]
  /** How often an element happened, for those of which a happening was taken out; for the others, count `done` and `open`. */
  readonly rounds: Readonly<Record<string, number>>
  readonly ended: boolean
  /** The case has changed its process version: what was done before may not fit the present graph. */
  readonly migrated?: true
}

/** A task that is no longer open or no longer counts. */
export interface ClosedTask extends OpenTask {
  /** `completed`; `returned`: was open and rested on the step returned to; `terminated`: a terminate end was reached. */
  readonly because: 'completed' | 'returned' | 'terminated'
}

/** What one move of the game changed. */
export interface Advance {
  readonly state: TokenState
  readonly opened: readonly OpenTask[]
  readonly closed: readonly ClosedTask[]
  readonly ended: boolean
  /** Completed tasks whose work no longer counts (going back only), oldest first; the step returned to included. */
  readonly voided: readonly OpenTask[]
  /** The elements of `voided`, each once. */
  readonly voidedElements: readonly string[]
}
