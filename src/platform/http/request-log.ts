import { type Actor, actorRef } from '#casefile/actor'

/** One line of the request log. No query, no body, no phone, no name: `by` is a staff id or an account id. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error'
  readonly event:
    | 'request'
    | 'access-denied'
    | 'undeclared-route'
    | 'internal-error'
    | 'database-away'
    | 'sign-in'
    /** An upgrade ships another text of a standard that the company published itself: compare the two. */
    | 'own-standard-kept'
  readonly requestId?: string
  readonly method?: string
  /** The route's key where there is one, else the path. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly by?: string
  readonly code?: string
  /** Of an error: name, message and stack. Goes to the log only, never to a caller. */
  readonly detail?: string
}

export type Log = (entry: LogEntry) => void

/** Writes each entry as one line of JSON to standard error. */
export const logToStandardError: Log = (entry) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
}

export function refOf(actor: Actor | undefined): { by: string } | Record<never, never> {
  return actor === undefined ? {} : { by: actorRef(actor) }
}
