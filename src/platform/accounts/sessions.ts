import type { Actor } from '#casefile/actor'
import type { ConnectionSettings } from '#platform/database/connection-settings'
import { announceChange, listenForChanges } from './account-changes.ts'
import type { AccountDatabase } from './account-database.ts'
import type { AccountPolicy } from './account-policy.ts'
import { cookiePrefix } from './auth-library.ts'
import { createSessionCache, type KnownSession } from './session-cache.ts'
import { readSignedValue } from './signed-cookie.ts'
import type { StaffDirectory } from './staff-directory.ts'

/** How long a session is believed without asking the database; a change that any process announces counts at once all the same. */
const believeMs = 30_000
const mostCached = 20_000

export interface Sessions {
  resolveActor(headers: Headers): Promise<Actor | undefined>
  /** Starts the idle time of a new session; the library gives every session the longest life of all. */
  begin(token: string, kind: 'staff' | 'customer'): Promise<void>
  /** Ends every session of an account, now. */
  endAll(accountId: string): Promise<void>
  /** Ends the session of these headers, if there is one. */
  end(headers: Headers): Promise<void>
  /** Reads an account anew at its next request, here and in every other process. */
  forget(accountId: string): Promise<void>
  close(): Promise<void>
}

export interface SessionParts {
  readonly database: AccountDatabase
  /** The one the account library signs cookies with. */
  readonly secret: string
  readonly policy: AccountPolicy
  readonly directory: StaffDirectory
  /** Where changes of accounts are heard from other processes. */
  readonly listenAt: ConnectionSettings
  nowMs(): number
}

const cookiePattern = new RegExp(`(?:^|;\\s*)(?:__Secure-)?${cookiePrefix}\\.session_token=([^;]+)`)

/** The session cookie's value as it stands in the header; undefined where there is none. */
export const readSessionCookie = (headers: Headers): string | undefined =>
  cookiePattern.exec(headers.get('cookie') ?? '')?.[1]

export function openSessions(parts: SessionParts): Sessions {
  const cache = createSessionCache(believeMs, mostCached)
  const listener = listenForChanges(parts.listenAt, cache.forgetAccount, cache.forgetAll)
  const forget = async (accountId: string): Promise<void> => {
    cache.forgetAccount(accountId)
    await announceChange(parts.database, accountId)
  }
  return {
    forget,
    close: () => listener.close(),
    resolveActor: async (headers) => {
      const cookie = readSessionCookie(headers)
      if (cookie === undefined) return undefined
      return (await cache.get(cookie, parts.nowMs(), () => findSession(parts, cookie)))?.actor
    },
    begin: async (token, kind) => {
      const expiresAt = new Date(parts.nowMs() + idleMs(parts.policy, kind))
      await parts.database.updateTable('session').set({ expiresAt }).where('token', '=', token).execute()
    },
    endAll: async (accountId) => {
      await parts.database.deleteFrom('session').where('userId', '=', accountId).execute()
      await forget(accountId)
    },
    end: async (headers) => {
      const token = readSignedValue(readSessionCookie(headers) ?? '', parts.secret)
      if (token === undefined) return
      const ended = await parts.database
        .deleteFrom('session')
        .where('token', '=', token)
        .returning('userId')
        .executeTakeFirst()
      if (ended) await forget(ended.userId)
    },
  }
}

const idleMs = (policy: AccountPolicy, kind: 'staff' | 'customer'): number =>
  1000 * (kind === 'staff' ? policy.staffIdleSeconds : policy.customerIdleSeconds)

const lifeMs = (policy: AccountPolicy, kind: 'staff' | 'customer'): number =>
  1000 * (kind === 'staff' ? policy.staffSessionSeconds : policy.customerSessionSeconds)

/** Finds whose cookie this is and who that is now, and moves the end of the idle time on. */
async function findSession(parts: SessionParts, cookie: string): Promise<KnownSession | undefined> {
  const token = readSignedValue(cookie, parts.secret)
  const row = token === undefined ? undefined : await findRow(parts.database, token)
  if (row === undefined) return undefined
  const nowMs = parts.nowMs()
  const endsAtMs = row.createdAt.getTime() + lifeMs(parts.policy, row.kind)
  const alive = row.active && nowMs < Math.min(endsAtMs, row.expiresAt.getTime())
  const actor = alive ? await readActor(parts.directory, row) : undefined
  if (actor === undefined) {
    await parts.database.deleteFrom('session').where('id', '=', row.sessionId).execute()
    return undefined
  }
  const expiresAtMs = Math.min(nowMs + idleMs(parts.policy, row.kind), endsAtMs)
  if (expiresAtMs - row.expiresAt.getTime() > believeMs) {
    await parts.database
      .updateTable('session')
      .set({ expiresAt: new Date(expiresAtMs) })
      .where('id', '=', row.sessionId)
      .execute()
  }
  return { accountId: row.id, actor, expiresAtMs }
}

const findRow = (database: AccountDatabase, token: string) =>
  database
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select(['session.id as sessionId', 'session.createdAt', 'session.expiresAt'])
    .select(['user.id', 'user.kind', 'user.companyId', 'user.staffId', 'user.active', 'user.name', 'user.phoneNumber'])
    .where('session.token', '=', token)
    .executeTakeFirst()

type SessionRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

async function readActor(
  directory: StaffDirectory,
  { id, kind, companyId, staffId, name, phoneNumber }: SessionRow,
): Promise<Actor | undefined> {
  if (kind === 'staff') return staffId === null ? undefined : await directory.findStaff(companyId, staffId)
  return { kind: 'customer', companyId, customerKey: id, name, phone: phoneNumber ?? '' }
}
