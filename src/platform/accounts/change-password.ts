import type { Actor } from '#casefile/actor'
import { accept, type Result, refuse } from '#kernel'
import { checkLockout, recordFailure } from './lockout.ts'
import { checkPassword } from './passwords.ts'
import { readSessionCookie } from './sessions.ts'
import type { SignInParts, SignInStep } from './sign-in-parts.ts'
import { readSignedValue } from './signed-cookie.ts'
import { findStaffAccount, setPasswordHash } from './staff-accounts.ts'

/** A signed-in member of staff sets a new password: the old one is asked for, other sessions end. */
export async function changePassword(
  parts: SignInParts,
  headers: Headers,
  actor: Actor | undefined,
  typed: { currentPassword: string; newPassword: string },
): Promise<Result<SignInStep<{ ok: true }>>> {
  if (actor === undefined) return refuse({ code: 'not-signed-in' })
  const account = actor.kind === 'staff' ? await findStaffAccount(parts.database, actor) : undefined
  if (account === undefined) return refuse({ code: 'no-right' })
  const open = await checkLockout(parts.database, account.login, new Date())
  if (!open.ok) return open
  if (!(await isPassword(parts, account.id, typed.currentPassword))) {
    await recordFailure(parts.database, account.login, parts.policy, new Date())
    return refuse({ code: 'faulty-input', faults: [{ path: 'currentPassword', code: 'password-wrong' }] })
  }
  const checked = checkPassword(typed.newPassword, account.login, parts.policy, 'newPassword')
  if (!checked.ok) return checked
  const hash = await (await parts.library.$context).password.hash(typed.newPassword)
  const token = readSignedValue(readSessionCookie(headers) ?? '', parts.secret) ?? ''
  await parts.database.transaction().execute(async (tx) => {
    await setPasswordHash(tx, account.id, hash)
    await tx.deleteFrom('session').where('userId', '=', account.id).where('token', '!=', token).execute()
  })
  await parts.sessions.forget(account.id)
  return accept({ body: { ok: true }, cookies: [] })
}

async function isPassword(parts: SignInParts, accountId: string, password: string): Promise<boolean> {
  const row = await parts.database
    .selectFrom('account')
    .select('password')
    .where('userId', '=', accountId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst()
  const context = await parts.library.$context
  return row?.password ? await context.password.verify({ hash: row.password, password }) : false
}
