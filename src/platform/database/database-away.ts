/** The database cannot be reached or is going down: HTTP 503. Nothing half done is left; trying again later is safe with the same command id. */
export class DatabaseAway extends Error {
  constructor(cause: unknown) {
    super('database away', { cause })
    this.name = 'DatabaseAway'
  }
}

const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** Class 08 connection, 53 out of resources, 57P server going down or starting up. */
const serverClasses = /^(08|53|57P)/
const driverMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

/** Is this error a lost or refused connection (not a fault of the statement)? */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  return networkCodes.has(code) || serverClasses.test(code) || driverMessages.test(error.message)
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
