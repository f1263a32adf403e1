import { randomBytes } from 'node:crypto'
import { symmetricEncrypt } from 'better-auth/crypto'
import { accept, newId, type Result, refuse } from '#kernel'
import type { AccountDatabase } from './account-database.ts'
import { isLogin, readLogin } from './account-names.ts'
import type { AccountPolicy } from './account-policy.ts'
import { type AuthLibrary, addressOf } from './auth-library.ts'
import { liftLockout } from './lockout.ts'
import { authenticatorUri, toBase32 } from './one-time-code.ts'
import { checkPassword } from './passwords.ts'
import type { Sessions } from './sessions.ts'

export interface StaffRef {
  readonly companyId: string
  readonly staffId: string
}

export interface NewStaffAccount extends StaffRef {
  readonly login: string
  readonly password: string
}

/** What goes into an authenticator; told once, kept only encrypted. */
export interface Authenticator {
  readonly totpSecret: string
  readonly totpUri: string
}

/** What the accounts of staff are made of. */
export interface StaffAccountParts {
  readonly database: AccountDatabase
  readonly library: AuthLibrary
  readonly policy: AccountPolicy
  readonly sessions: Sessions
}

/** An account without password and authenticator: nobody can sign in to it. Refused: `login-taken`, `account-exists`, faulty login. */
export async function addStaffAccount(
  { database }: StaffAccountParts,
  { companyId, staffId, login }: StaffRef & { readonly login: string },
): Promise<Result<string>> {
  const username = readLogin(login)
  if (!isLogin(username)) return refuse({ code: 'faulty-input', faults: [{ path: 'login', code: 'wrong-format' }] })
  const id = newId(Date.now())
  const added = await database
    .insertInto('user')
    .values({
      id,
      kind: 'staff',
      companyId,
      staffId,
      username,
      name: staffId,
      email: addressOf(id),
      phoneNumber: null,
      phoneNumberVerified: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (added) return accept(id)
  const taken = await database.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
  return taken
    ? refuse({ code: 'login-taken', faults: [{ path: 'login', code: 'login-taken' }] })
    : refuse({ code: 'account-exists' })
}

/** An account with password and authenticator at once: for the demonstration company and for tests; people are invited. */
export async function createStaffAccount(
  parts: StaffAccountParts,
  account: NewStaffAccount,
): Promise<Result<Authenticator & { accountId: string }>> {
  const login = readLogin(account.login)
  const password = checkPassword(account.password, login, parts.policy, 'password')
  if (!password.ok) return password
  const added = await addStaffAccount(parts, account)
  if (!added.ok) return added
  const authenticator = newAuthenticator(login)
  const passwordHash = await (await parts.library.$context).password.hash(account.password)
  await giveCredentials(parts, added.value, passwordHash, authenticator.totpSecret)
  return accept({ ...authenticator, accountId: added.value })
}

export function newAuthenticator(login: string): Authenticator {
  const totpSecret = toBase32(randomBytes(20))
  return { totpSecret, totpUri: authenticatorUri(totpSecret, login) }
}

/** Sets password and authenticator in one transaction, and ends what was signed in with the old ones. */
export async function giveCredentials(
  parts: StaffAccountParts,
  accountId: string,
  passwordHash: string,
  totpSecret: string,
): Promise<void> {
  const { secretConfig } = await parts.library.$context
  const secret = await symmetricEncrypt({ key: secretConfig, data: `base32:${totpSecret}` })
  await parts.database.transaction().execute(async (tx) => {
    await setPasswordHash(tx, accountId, passwordHash)
    await tx.deleteFrom('twoFactor').where('userId', '=', accountId).execute()
    // No backup codes: a lost authenticator is set up anew by an administrator.
    const fresh = {
      id: newId(Date.now()),
      userId: accountId,
      secret,
      backupCodes: '',
      verified: true,
      failedVerificationCount: 0,
      lockedUntil: null,
    }
    await tx.insertInto('twoFactor').values(fresh).execute()
    await tx.updateTable('user').set({ twoFactorEnabled: true }).where('id', '=', accountId).execute()
  })
  await parts.sessions.endAll(accountId)
}

export async function setPasswordHash(database: AccountDatabase, accountId: string, password: string): Promise<void> {
  await database.deleteFrom('account').where('userId', '=', accountId).where('providerId', '=', 'credential').execute()
  await database
    .insertInto('account')
    .values({ id: newId(Date.now()), accountId, providerId: 'credential', userId: accountId, password })
    .execute()
}

export async function findStaffAccount(
  database: AccountDatabase,
  { companyId, staffId }: StaffRef,
): Promise<{ id: string; login: string } | undefined> {
  const row = await database
    .selectFrom('user')
    .select(['id', 'username'])
    .where('companyId', '=', companyId)
    .where('staffId', '=', staffId)
    .executeTakeFirst()
  return row && { id: row.id, login: row.username ?? '' }
}

/** Closes or opens an account; closing ends its sessions at once (ASVS 7.4.2). */
export async function setActive(parts: StaffAccountParts, ref: StaffRef, active: boolean): Promise<Result<void>> {
  const account = await findStaffAccount(parts.database, ref)
  if (account === undefined) return refuse({ code: 'not-found' })
  await parts.database.updateTable('user').set({ active }).where('id', '=', account.id).execute()
  await parts.sessions.endAll(account.id)
  return accept(undefined)
}

/** A new password given by an administrator; ends sessions and lifts a lock. The authenticator stays. */
export async function resetPassword(parts: StaffAccountParts, ref: StaffRef, password: string): Promise<Result<void>> {
  const account = await findStaffAccount(parts.database, ref)
  if (account === undefined) return refuse({ code: 'not-found' })
  const checked = checkPassword(password, account.login, parts.policy, 'password')
  if (!checked.ok) return checked
  const hash = await (await parts.library.$context).password.hash(password)
  await parts.database.transaction().execute((tx) => setPasswordHash(tx, account.id, hash))
  await liftLockout(parts.database, account.login)
  await parts.sessions.endAll(account.id)
  return accept(undefined)
}
