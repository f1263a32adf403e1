import { DatabaseAway } from '#platform/database/database-away'

/** Connection exceptions, shutdown, starting up, too many connections (PostgreSQL error codes, appendix A). */
const awayStates = /^(08...|57P0[1-5]|53300)$/
/** Disk full, out of memory: of the database, and of the file store. */
const fullStates = /^(53100|53200|ENOSPC|EDQUOT)$/
const awayErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'])
/** What the driver says without a code when a connection ends under it or none can be had. */
const awayMessages =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/

export type DatabaseTrouble = 'database-away' | 'storage-full'

/** Does this error mean that the database cannot be reached, or cannot store any more? Undefined: it is something else. */
export function readDatabaseTrouble(error: unknown, depth = 0): DatabaseTrouble | undefined {
  if (!(error instanceof Error) || depth > 5) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (fullStates.test(code)) return 'storage-full'
  const within = error instanceof AggregateError ? error.errors : [error.cause]
  const inner = within.map((cause) => readDatabaseTrouble(cause, depth + 1)).find(Boolean)
  if (inner) return inner
  const away = awayStates.test(code) || awayMessages.test(error.message) || error instanceof DatabaseAway
  return away || (awayErrors.has(code) && isSocketError(error)) ? 'database-away' : undefined
}

/** A missing file is also ENOENT; only `connect`, `read` and `write` on a socket mean that the server is gone. */
function isSocketError(error: Error): boolean {
  const call = 'syscall' in error ? error.syscall : undefined
  if (call === 'connect' || call === 'getaddrinfo') return true
  return (call === 'read' || call === 'write') && !('path' in error)
}
