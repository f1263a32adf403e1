import type { Result } from '#kernel'
import type { Database } from '#platform/database/database'
import type { Log } from '../http/request-log.ts'
import type { AccountsPort } from '../http/server.ts'
import { errorResponse } from '../http/wire-error.ts'
import type { Catalogue } from '../i18n/index.ts'
import { openAccountDatabase } from './account-database.ts'
import { type AccountPolicy, readAccountPolicy } from './account-policy.ts'
import { forgetOldAttempts } from './attempt-limits.ts'
import { createAuthLibrary } from './auth-library.ts'
import { type CustomerRef, ensureCustomer, findPhone, nameCustomer } from './customer-accounts.ts'
import { openSessions } from './sessions.ts'
import type { SignInNote } from './sign-in-parts.ts'
import { signInRoutes } from './sign-in-routes.ts'
import {
  type Authenticator,
  createStaffAccount,
  findStaffAccount,
  type NewStaffAccount,
  resetPassword,
  type StaffRef,
  setActive,
} from './staff-accounts.ts'
import { openStaffDirectory, type StaffDirectory } from './staff-directory.ts'
import { type Invitation, inviteStaff } from './staff-setup.ts'

/** Brings a code to a phone. */
export interface CodeSender {
  send(phone: string, code: string): Promise<void>
}

export interface AccountsOptions {
  readonly database: Pick<Database, 'withCompany' | 'connections' | 'listCompanies'>
  /** At least 32 characters, the same for every process on one database (secret.ts). */
  readonly secret: string
  readonly codeSender: CodeSender
  readonly catalogue: Catalogue
  readonly log: Log
  /** Where customers belong who sign in here, `TONGDIAN_COMPANY`; undefined: the only company there is. */
  readonly companyId?: string | undefined
  /** `https:` marks cookies secure. */
  readonly publicUrl?: string
  readonly policy?: AccountPolicy
  readonly directory?: StaffDirectory
  /** For tests of idle time; sessions live in real time, whatever a test clock says. */
  nowMs?(): number
}

/** Accounts of staff and customers. */
export interface Accounts extends AccountsPort {
  createStaffAccount(account: NewStaffAccount): Promise<Result<Authenticator & { readonly accountId: string }>>
  inviteStaff(staff: StaffRef & { readonly login: string }): Promise<Result<Invitation>>
  resetPassword(staff: StaffRef & { readonly password: string }): Promise<Result<void>>
  deactivate(staff: StaffRef): Promise<Result<void>>
  reactivate(staff: StaffRef): Promise<Result<void>>
  /** After a change of roles, unit or name: the next request reads them anew. */
  forgetStaff(staff: StaffRef): Promise<void>
  ensureCustomer(customer: CustomerRef): Promise<Result<{ readonly customerKey: string }>>
  nameCustomer(customerKey: string, name: string): Promise<void>
  findPhone(customerKey: string): Promise<string | undefined>
  /** For the nightly job: drops sessions, codes and counts that are over. */
  forgetOld(now: Date): Promise<void>
  close(): Promise<void>
}

export function createAccounts(options: AccountsOptions): Accounts {
  const { secret, log } = options
  const database = openAccountDatabase(options.database.connections.app)
  const policy = options.policy ?? readAccountPolicy(new Date().toISOString().slice(0, 10))
  const directory = options.directory ?? openStaffDirectory(options.database)
  const library = createAuthLibrary({
    database,
    policy,
    secret,
    secure: options.publicUrl?.startsWith('https:') ?? false,
    sendCode: (phone, code) => options.codeSender.send(phone, code),
    note: (detail) => log({ level: 'error', event: 'internal-error', route: 'accounts', detail }),
    customerCompany: async () => options.companyId ?? (await onlyCompany(options.database)),
  })
  const listenAt = options.database.connections.app
  const sessions = openSessions({ database, secret, policy, directory, listenAt, nowMs: options.nowMs ?? Date.now })
  const parts = { database, library, policy, sessions, secret, note: (entry: SignInNote) => noteSignIn(log, entry) }
  return {
    resolveActor: sessions.resolveActor,
    answer: (request, frame) => answerSignIn(parts, options.catalogue, request, frame),
    createStaffAccount: (account) => createStaffAccount(parts, account),
    inviteStaff: ({ login, ...staff }) => inviteStaff(parts, staff, login),
    resetPassword: ({ password, ...staff }) => resetPassword(parts, staff, password),
    deactivate: (staff) => setActive(parts, staff, false),
    reactivate: (staff) => setActive(parts, staff, true),
    forgetStaff: async (staff) => {
      const account = await findStaffAccount(database, staff)
      if (account) await sessions.forget(account.id)
    },
    ensureCustomer: (customer) => ensureCustomer(database, customer),
    nameCustomer: async (customerKey, name) => {
      await nameCustomer(database, customerKey, name)
      await sessions.forget(customerKey)
    },
    findPhone: (customerKey) => findPhone(database, customerKey),
    forgetOld: (now) => forgetOldAttempts(database, new Date(now.getTime() - 2 * 86_400_000)),
    close: async () => {
      await sessions.close()
      await database.destroy()
    },
  }
}

async function onlyCompany(database: Pick<Database, 'listCompanies'>): Promise<string> {
  const [company, ...others] = await database.listCompanies()
  if (company === undefined || others.length > 0)
    throw new Error('TONGDIAN_COMPANY must say which company customers belong to')
  return company.companyId
}

function noteSignIn(log: Log, { code, accountId }: SignInNote): void {
  const level = code === 'signed-in' ? 'info' : 'warn'
  log({ level, event: 'sign-in', code, ...(accountId && { by: `account:${accountId}` }) })
}

type Frame = Parameters<AccountsPort['answer']>[1]

async function answerSignIn(
  parts: Parameters<(typeof signInRoutes)[string]>[0],
  catalogue: Catalogue,
  request: Request,
  frame: Frame,
): Promise<Response | undefined> {
  const key = `${request.method} ${new URL(request.url).pathname}`
  const route = Object.hasOwn(signInRoutes, key) ? signInRoutes[key] : undefined
  if (route === undefined) return undefined
  const text = request.method === 'GET' ? '' : await request.text()
  const body = text === '' ? {} : parseJson(text)
  if (body === undefined) return errorResponse({ code: 'malformed-request' }, catalogue, frame.language)
  const answer = await route(parts, { headers: request.headers, body, ...frame })
  if (!answer.ok) return errorResponse(answer.refusal, catalogue, frame.language)
  const response = Response.json(answer.value.body, { headers: { 'cache-control': 'no-store' } })
  for (const cookie of answer.value.cookies) response.headers.append('set-cookie', cookie)
  return response
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
