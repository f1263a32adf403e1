import { CamelCasePlugin, type Generated, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { surviveBrokenLinks } from '#platform/database/broken-links'
import type { ConnectionSettings } from '#platform/database/connection-settings'

export interface AccountTable {
  id: string
  kind: 'staff' | 'customer'
  companyId: string
  staffId: string | null
  active: Generated<boolean>
  name: string
  email: string
  emailVerified: Generated<boolean>
  username: string | null
  phoneNumber: string | null
  phoneNumberVerified: boolean | null
  twoFactorEnabled: Generated<boolean>
}

interface SessionTable {
  id: string
  userId: string
  token: string
  expiresAt: Date
  createdAt: Generated<Date>
}

interface CredentialTable {
  id: string
  accountId: string
  providerId: string
  userId: string
  password: string | null
  updatedAt: Generated<Date>
}

interface TwoFactorTable {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: boolean | null
  failedVerificationCount: number | null
  lockedUntil: Date | null
}

interface VerificationTable {
  identifier: string
  value: string
  expiresAt: Date
}

export interface AccountTables {
  user: AccountTable
  session: SessionTable
  account: CredentialTable
  twoFactor: TwoFactorTable
  verification: VerificationTable
  attempt: { key: string; windowStartedAt: Date; count: number }
  lockout: { login: string; failures: number; lockedUntil: Date | null }
  usedCode: { userId: string; code: string; usedAt: Date }
  setupToken: {
    tokenHash: string
    userId: string
    expiresAt: Date
    passwordHash: string | null
    totpSecret: string | null
  }
}

export type AccountDatabase = Kysely<AccountTables>

/**
 * The schema `account`, columns in camel case. A pool of its own: the account library compares instants as `Date`, which
 * the pool of our own tables reads as text.
 */
export function openAccountDatabase(settings: ConnectionSettings, max = 4): AccountDatabase {
  const { options = '', ...rest } = settings
  const pool = new pg.Pool({
    ...rest,
    max,
    application_name: 'tongdian accounts',
    options: `${options} -c timezone=UTC`.trim(),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
  })
  surviveBrokenLinks(pool, settings)
  const kysely = new Kysely<AccountTables>({ dialect: new PostgresDialect({ pool }), plugins: [new CamelCasePlugin()] })
  return kysely.withSchema('account')
}
