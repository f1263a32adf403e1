import { accept, type Result, refuse } from '#kernel'
import { readLogin } from './account-names.ts'
import { countAttempts } from './attempt-limits.ts'
import { askLibrary } from './library-answer.ts'
import { checkLockout, liftLockout, recordFailure } from './lockout.ts'
import type { SignInParts, SignInStep } from './sign-in-parts.ts'
import { readSignedValue } from './signed-cookie.ts'
import { claimCode, wasCodeUsed } from './used-codes.ts'

/**
 * First step: login and password. Never signs in by itself: every staff account has an authenticator, and the library
 * answers with the cookie of the second step instead of a session.
 */
export async function beginStaffSignIn(
  parts: SignInParts,
  headers: Headers,
  ip: string,
  typed: { login: string; password: string },
): Promise<Result<SignInStep<{ next: 'totp' }>>> {
  const { database, policy } = parts
  const login = readLogin(typed.login)
  const now = new Date()
  const counted = await countAttempts(
    database,
    [{ key: `sign-in:ip:${ip}`, most: policy.signInsPerAddress, seconds: 600 }],
    now,
  )
  if (!counted.ok) return counted
  const open = await checkLockout(database, login, now)
  if (!open.ok) return open
  const body = { username: login, password: typed.password }
  const answer = await askLibrary(() => parts.library.api.signInUsername({ body, headers, returnHeaders: true }))
  if (!answer.ok) {
    await recordFailure(database, login, policy, now)
    parts.note({ code: answer.refusal.code })
    return answer
  }
  // An account without authenticator gets no further, whatever became of its row.
  if (!('twoFactorRedirect' in answer.value.body)) {
    await (await parts.library.$context).internalAdapter.deleteSession(answer.value.body.token)
    return refuse({ code: 'sign-in-failed' })
  }
  return accept({ body: { next: 'totp' }, cookies: answer.value.cookies })
}

/** Second step: the code of the authenticator; each counts once. */
export async function finishStaffSignIn(
  parts: SignInParts,
  headers: Headers,
  code: string,
): Promise<Result<SignInStep<{ ok: true }>>> {
  const accountId = await findChallenged(parts, headers)
  const seconds = 30 - (Math.floor(Date.now() / 1000) % 30)
  const used = refuse({ code: 'code-used', data: { seconds } })
  if (accountId !== undefined && (await wasCodeUsed(parts.database, accountId, code))) return used
  const lock = { seconds: parts.policy.staffLockSeconds, minutes: Math.ceil(parts.policy.staffLockSeconds / 60) }
  const answer = await askLibrary(
    () => parts.library.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
    lock,
  )
  if (!answer.ok) {
    parts.note({ code: answer.refusal.code, ...(accountId && { accountId }) })
    return answer
  }
  const { token, user } = answer.value.body
  if (!(await claimCode(parts.database, user.id, code))) {
    await (await parts.library.$context).internalAdapter.deleteSession(token)
    return used
  }
  await parts.sessions.begin(token, 'staff')
  const account = await parts.database
    .selectFrom('user')
    .select('username')
    .where('id', '=', user.id)
    .executeTakeFirst()
  if (account?.username) await liftLockout(parts.database, account.username)
  parts.note({ code: 'signed-in', accountId: user.id })
  return accept({ body: { ok: true }, cookies: answer.value.cookies })
}

/** Whose second step this is, by the cookie of the first. */
async function findChallenged(parts: SignInParts, headers: Headers): Promise<string | undefined> {
  const context = await parts.library.$context
  const { name } = context.createAuthCookie('two_factor')
  const cookies = (headers.get('cookie') ?? '').split(';').map((part) => part.trim())
  const cookie = cookies.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
  const identifier = cookie === undefined ? undefined : readSignedValue(cookie, parts.secret)
  return identifier === undefined ? undefined : (await context.internalAdapter.findVerificationValue(identifier))?.value
}
