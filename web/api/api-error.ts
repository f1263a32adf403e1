/** One thing wrong with one place of what was sent, in the reader's language. `path` is dotted: `equipment.0.unitKw`. */
export interface WireFault {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Codes the client itself finds: nothing came back, or what came back was not an answer of ours. */
export const codeOffline = 'offline'
export const codeUnreadable = 'unreadable-answer'

/**
 * An answer that is not a success. `status` 0: no answer at all. `message` is the server's own sentence in the reader's
 * language; `faults` name every field at once. Thrown, because that is how the query library hears of a failure.
 */
export class ApiError extends Error {
  readonly code: string
  readonly status: number
  readonly faults: readonly WireFault[]
  /** Seconds after which trying again makes sense, as the server said. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: string, status: number, message: string, faults: readonly WireFault[] = [], retryAfter?: number) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.faults = faults
    this.retryAfterSeconds = retryAfter
  }
}

/** Nothing reached the server, or its database is away: what was typed stays, trying again is right. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 502)
}

/** Somebody else was faster: the task is done, taken, or the case moved on. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.status === 409
}

/** Makes the error an answer stands for. Bodies without our shape (a proxy's page, say) become `unreadable-answer`. */
export function toApiError(status: number, body: unknown, retryAfter: string | null): ApiError {
  const seconds = retryAfter === null ? undefined : Number(retryAfter)
  if (!isWireError(body)) return new ApiError(codeUnreadable, status, '', [], seconds)
  return new ApiError(body.code, status, body.message ?? '', body.faults ?? [], seconds)
}

interface WireError {
  readonly code: string
  readonly message?: string
  readonly faults?: readonly WireFault[]
}

function isWireError(body: unknown): body is WireError {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}
