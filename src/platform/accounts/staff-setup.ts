import { createHash, randomBytes } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { accept, type Result, refuse } from '#kernel'
import { isCodeOf } from './one-time-code.ts'
import { checkPassword } from './passwords.ts'
import {
  type Authenticator,
  addStaffAccount,
  findStaffAccount,
  giveCredentials,
  newAuthenticator,
  type StaffAccountParts,
  type StaffRef,
  setPasswordHash,
} from './staff-accounts.ts'

export interface Invitation {
  /** Goes to the person, by hand or by mail, and works once. Only its hash is kept. */
  readonly setupToken: string
  readonly expiresAt: Date
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * A one-time token with which a member of staff chooses a password and sets up the authenticator: for the first
 * administrator of an empty company, for everybody new, and for who has lost either. What worked before goes on working
 * until the token is used; an earlier token stops.
 */
export async function inviteStaff(parts: StaffAccountParts, ref: StaffRef, login: string): Promise<Result<Invitation>> {
  const existing = await findStaffAccount(parts.database, ref)
  const account = existing ? accept(existing.id) : await addClosedAccount(parts, ref, login)
  if (!account.ok) return account
  const setupToken = randomBytes(24).toString('base64url')
  const expiresAt = new Date(Date.now() + parts.policy.setupValidSeconds * 1000)
  await parts.database.deleteFrom('setupToken').where('userId', '=', account.value).execute()
  const row = { tokenHash: hashOf(setupToken), userId: account.value, expiresAt, passwordHash: null, totpSecret: null }
  await parts.database.insertInto('setupToken').values(row).execute()
  return accept({ setupToken, expiresAt })
}

/** An account with a password nobody knows, so that trying one takes as long as with any other account. */
async function addClosedAccount(parts: StaffAccountParts, ref: StaffRef, login: string): Promise<Result<string>> {
  const added = await addStaffAccount(parts, { ...ref, login })
  if (!added.ok) return added
  const context = await parts.library.$context
  await setPasswordHash(parts.database, added.value, await context.password.hash(randomBytes(24).toString('base64url')))
  return added
}

async function findSetup({ database }: StaffAccountParts, token: string) {
  return await database
    .selectFrom('setupToken')
    .innerJoin('user', 'user.id', 'setupToken.userId')
    .select(['setupToken.userId', 'setupToken.passwordHash', 'setupToken.totpSecret', 'user.username'])
    .where('setupToken.tokenHash', '=', hashOf(token))
    .where('setupToken.expiresAt', '>', new Date())
    .where('user.active', '=', true)
    .executeTakeFirst()
}

/** First step: the password is chosen, and the secret for the authenticator told. May be done again until it is confirmed. */
export async function beginSetup(
  parts: StaffAccountParts,
  token: string,
  password: string,
): Promise<Result<Authenticator & { login: string }>> {
  const setup = await findSetup(parts, token)
  if (setup === undefined) return refuse({ code: 'setup-token-invalid' })
  const login = setup.username ?? ''
  const checked = checkPassword(password, login, parts.policy, 'password')
  if (!checked.ok) return checked
  const authenticator = newAuthenticator(login)
  const context = await parts.library.$context
  const passwordHash = await context.password.hash(password)
  const totpSecret = await symmetricEncrypt({ key: context.secretConfig, data: authenticator.totpSecret })
  await parts.database
    .updateTable('setupToken')
    .set({ passwordHash, totpSecret })
    .where('tokenHash', '=', hashOf(token))
    .execute()
  return accept({ login, ...authenticator })
}

/** Second step: the first code shows that the authenticator works. Spends the token. */
export async function confirmSetup(
  parts: StaffAccountParts,
  token: string,
  code: string,
): Promise<Result<{ login: string }>> {
  const setup = await findSetup(parts, token)
  if (!setup?.passwordHash || !setup.totpSecret) return refuse({ code: 'setup-token-invalid' })
  const { secretConfig } = await parts.library.$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: setup.totpSecret })
  if (!isCodeOf(secret, code, Date.now())) return refuse({ code: 'code-wrong' })
  const spent = await parts.database
    .deleteFrom('setupToken')
    .where('tokenHash', '=', hashOf(token))
    .returning('userId')
    .executeTakeFirst()
  if (spent === undefined) return refuse({ code: 'setup-token-invalid' })
  await giveCredentials(parts, setup.userId, setup.passwordHash, secret)
  return accept({ login: setup.username ?? '' })
}
