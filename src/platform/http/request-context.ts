import type { Actor } from '#casefile/actor'
import { accept, type Result, refuse } from '#kernel'
import type { Language } from '../i18n/index.ts'

/** What a route knows of the request besides its input. */
export interface RequestContext {
  /** Who asks; undefined: not signed in (only a public route gets to see that). */
  readonly actor: Actor | undefined
  /** Header `Idempotency-Key`: a repeat of the same command is answered with the first answer. */
  readonly commandId: string | undefined
  readonly language: Language
  /** Address of the caller, as the server or a trusted proxy in front of it sees it. */
  readonly ip: string
  /** Names this request in the log and, after an error of ours, to the caller. */
  readonly requestId: string
  /** The company's time: the test clock where the database has one. */
  now(): Date
}

const longestCommandId = 255

/**
 * Reads the `Idempotency-Key` header: 1 to 255 visible ASCII characters, undefined when absent.
 * The draft standard wants it quoted (structured-field string); plain text, which most clients send, is taken as well.
 */
export function readCommandId(header: string | undefined): Result<string | undefined> {
  if (header === undefined) return accept(undefined)
  const commandId = /^"(.*)"$/.exec(header)?.[1] ?? header
  if (/^[\x21-\x7e]+$/.test(commandId) && commandId.length <= longestCommandId) return accept(commandId)
  return refuse({ code: 'faulty-input', faults: [{ path: 'Idempotency-Key', code: 'wrong-format' }] })
}
