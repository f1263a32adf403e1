import { isDatabaseAway } from '#platform/database/database-away'

/** Disk full, out of memory: of the database, and of the file store. */
const fullStates = /^(53100|53200|ENOSPC|EDQUOT)$/

export type DatabaseTrouble = 'database-away' | 'storage-full'

/** Does this error mean that the database cannot be reached, or cannot store any more? Undefined: it is something else. */
export function readDatabaseTrouble(error: unknown, depth = 0): DatabaseTrouble | undefined {
  if (!(error instanceof Error) || depth > 5) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (fullStates.test(code)) return 'storage-full'
  const within = error instanceof AggregateError ? error.errors : [error.cause]
  const inner = within.map((cause) => readDatabaseTrouble(cause, depth + 1)).find(Boolean)
  if (inner) return inner
  return isDatabaseAway(error) ? 'database-away' : undefined
}
