import { type Kysely, sql, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Clock, TestClock } from '#platform/clock/index'
import type { ConnectionSettings } from './connection-settings.ts'
import { orAway } from './database-away.ts'
import type { Tables } from './tables.ts'

/** A transaction that sees one company. A room with tables of its own takes `tx.withTables<RoomTables>()`. */
export type CompanyTransaction = Transaction<Tables>

export interface CompanyEntry {
  readonly companyId: string
  readonly name: string
  readonly code: string
}

export interface TransactionOptions {
  /** Every statement sees the same moment (repeatable read, read only): for comparing what several statements read. */
  readonly snapshot?: boolean
}

/** An open, migrated database. Works as the unprivileged role: without `withCompany` no row of any company is seen. */
export interface Database {
  /** The only way to rows of ours: one transaction, walled to one company. Throws `DatabaseAway` when it is away. */
  withCompany<T>(
    companyId: string,
    work: (tx: CompanyTransaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>
  listCompanies(): Promise<readonly CompanyEntry[]>
  /** The pool behind it, for single calls of functions that open the wall themselves. */
  readonly pool: pg.Pool
  readonly clock: Clock
  /** Only in a database made with TONGDIAN_CLOCK=test; then the same object as `clock`. */
  readonly testClock?: TestClock
  /** How to enter as owner (migrations of libraries) and as the unprivileged role (a library's own pool). */
  readonly connections: { readonly owner: ConnectionSettings; readonly app: ConnectionSettings }
  /** Does it answer now? */
  isReachable(): Promise<boolean>
  close(): Promise<void>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Opens the wall for one company and one transaction. */
export async function withCompany<T>(
  kysely: Kysely<Tables>,
  companyId: string,
  work: (tx: CompanyTransaction) => Promise<T>,
  options: TransactionOptions = {},
): Promise<T> {
  if (!uuid.test(companyId)) throw new TypeError('a company id is a UUID in lower case')
  const plain = kysely.transaction()
  const transaction = options.snapshot ? plain.setIsolationLevel('repeatable read').setAccessMode('read only') : plain
  return await orAway(() =>
    transaction.execute(async (tx) => {
      await sql`select set_config('app.company', ${companyId}, true)`.execute(tx)
      return await work(tx)
    }),
  )
}
