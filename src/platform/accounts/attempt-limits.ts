import { sql } from 'kysely'
import { accept, type Result, refuse } from '#kernel'
import type { AccountDatabase } from './account-database.ts'

/** At most `most` tries within `seconds`, counted under `key`. */
export interface AttemptRule {
  readonly key: string
  readonly most: number
  readonly seconds: number
}

/**
 * Counts one try under each rule, in the database, so that several server processes count together. Refused with
 * `too-many-requests` and the seconds left where one is used up; a refused try still counts under the rules before it.
 */
export async function countAttempts(
  database: AccountDatabase,
  rules: readonly AttemptRule[],
  now: Date,
): Promise<Result<void>> {
  for (const rule of rules) {
    const since = new Date(now.getTime() - rule.seconds * 1000)
    const row = await database
      .insertInto('attempt')
      .values({ key: rule.key, windowStartedAt: now, count: 1 })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          count: sql`case when attempt.window_started_at <= ${since} then 1 else attempt.count + 1 end`,
          windowStartedAt: sql`case when attempt.window_started_at <= ${since} then ${now} else attempt.window_started_at end`,
        }),
      )
      .returning(['count', 'windowStartedAt'])
      .executeTakeFirstOrThrow()
    if (row.count > rule.most) {
      const seconds = Math.ceil((row.windowStartedAt.getTime() + rule.seconds * 1000 - now.getTime()) / 1000)
      return refuse({ code: 'too-many-requests', data: { seconds: Math.max(1, seconds) } })
    }
  }
  return accept(undefined)
}

/** Drops counts nobody asks for any more; for the nightly job. */
export async function forgetOldAttempts(database: AccountDatabase, before: Date): Promise<void> {
  await database.deleteFrom('attempt').where('windowStartedAt', '<', before).execute()
  await database.deleteFrom('usedCode').where('usedAt', '<', before).execute()
  await database.deleteFrom('setupToken').where('expiresAt', '<', before).execute()
  await database.deleteFrom('session').where('expiresAt', '<', before).execute()
  await database.deleteFrom('verification').where('expiresAt', '<', before).execute()
}
