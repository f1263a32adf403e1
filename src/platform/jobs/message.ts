import type { JsonObject } from '#kernel'

/** A message a case put into its outbox, on its way to the handler of its kind. */
export interface Message {
  /** Stays the same however often it is delivered: a handler that acts in the world keeps it to act once. */
  readonly messageId: string
  readonly companyId: string
  readonly caseId: string
  readonly kind: string
  readonly body: JsonObject
}

/** Delivers one message. Throwing means: not delivered, try again later. Called at least once for each message. */
export type MessageHandler = (message: Message) => Promise<void>

/** A timer of a case that is due. */
export interface DueTimer {
  readonly companyId: string
  readonly caseId: string
  /** Make the command id of it: then a second process that fires it too changes nothing. */
  readonly timerId: string
  /** ISO instant. */
  readonly dueAt: string
  readonly kind: string
  readonly body: JsonObject
}

/** The timer a case waits for after one has fired. */
export type NextTimer = Pick<DueTimer, 'timerId' | 'dueAt' | 'kind'> & {
  /** JSON text. */
  readonly body: string
}

/** Does what a timer is for, and says what its case waits for then; undefined: for nothing, as far as the handler knows. */
export type TimerHandler = (timer: DueTimer) => Promise<NextTimer | undefined>

/** Where background work reports trouble: it goes on by itself, somebody should know. */
export type TroubleLog = (what: string, error: unknown) => void
