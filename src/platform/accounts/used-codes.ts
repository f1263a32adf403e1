import type { AccountDatabase } from './account-database.ts'

/** An authenticator's code fits for three periods of 30 seconds; after that it need not be remembered. */
const rememberMs = 120_000

export async function wasCodeUsed(database: AccountDatabase, userId: string, code: string): Promise<boolean> {
  const since = new Date(Date.now() - rememberMs)
  const row = await database
    .selectFrom('usedCode')
    .select('usedAt')
    .where('userId', '=', userId)
    .where('code', '=', code)
    .where('usedAt', '>', since)
    .executeTakeFirst()
  return row !== undefined
}

/** Marks a code as used; false where somebody else was first (RFC 6238 §5.2: a code is accepted once). */
export async function claimCode(database: AccountDatabase, userId: string, code: string): Promise<boolean> {
  const now = new Date()
  await database
    .deleteFrom('usedCode')
    .where('userId', '=', userId)
    .where('usedAt', '<=', new Date(now.getTime() - rememberMs))
    .execute()
  const claimed = await database
    .insertInto('usedCode')
    .values({ userId, code, usedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst()
  return claimed !== undefined
}
