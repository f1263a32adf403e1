/** The database cannot be reached or is going down: HTTP 503. Nothing half done is left; trying again later is safe with the same command id. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('database away', { cause })
    this.name = 'DatabaseAway'
  }
}

/** Class 08 connection, 53300 too many connections, 57P server going down or starting up (PostgreSQL, appendix A). */
const awayStates = /^(08|53300|57P)/
const driverMessages =
  /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Is this error a lost or refused connection (not a fault of the statement, and not a missing file)? */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return awayStates.test(code) || driverMessages.test(error.message) || isSocketError(error)
}

const socketCodes = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'EHOSTUNREACH', 'ENETUNREACH'])

/** `syscall` tells a socket's error from a file's; both can be ENOENT, and a write to a full disk is a `write` too. */
function isSocketError(error: Error): boolean {
  const call = 'syscall' in error ? error.syscall : undefined
  if (call === 'connect' || call === 'getaddrinfo') return true
  return (call === 'read' || call === 'write') && 'code' in error && socketCodes.has(String(error.code))
}

/** Runs database work; a lost connection comes out as `DatabaseAway`. */
export async function orAway<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DatabaseAway || !isDatabaseAway(error)) throw error
    throw new DatabaseAway(error)
  }
}
