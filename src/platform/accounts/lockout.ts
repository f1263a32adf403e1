import { sql } from 'kysely'
import { accept, type Result, refuse } from '#kernel'
import type { AccountDatabase } from './account-database.ts'
import type { AccountPolicy } from './account-policy.ts'

/**
 * Refuses a login that failed too often in a row (GB/T 22239-2019 8.1.4.1 b). Counted by what was typed, so that the
 * answer does not tell whether there is such a login.
 */
export async function checkLockout(database: AccountDatabase, login: string, now: Date): Promise<Result<void>> {
  const row = await database.selectFrom('lockout').select('lockedUntil').where('login', '=', login).executeTakeFirst()
  const left = (row?.lockedUntil?.getTime() ?? 0) - now.getTime()
  return left > 0
    ? refuse({ code: 'login-locked', data: { seconds: Math.ceil(left / 1000), minutes: Math.ceil(left / 60_000) } })
    : accept(undefined)
}

/** Counts a failure, and locks the login when there were as many in a row as the policy says. */
export async function recordFailure(
  database: AccountDatabase,
  login: string,
  policy: AccountPolicy,
  now: Date,
): Promise<void> {
  const until = new Date(now.getTime() + policy.staffLockSeconds * 1000)
  const after = sql<number>`case when lockout.locked_until <= ${now} then 1 else lockout.failures + 1 end`
  await database
    .insertInto('lockout')
    .values({ login, failures: 1, lockedUntil: policy.staffFailuresBeforeLock <= 1 ? until : null })
    .onConflict((conflict) =>
      conflict.column('login').doUpdateSet({
        failures: after,
        lockedUntil: sql`case when ${after} >= ${policy.staffFailuresBeforeLock} then ${until}::timestamptz end`,
      }),
    )
    .execute()
}

export async function liftLockout(database: AccountDatabase, login: string): Promise<void> {
  await database.deleteFrom('lockout').where('login', '=', login).execute()
}
