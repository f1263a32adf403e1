import { Kysely, PostgresDialect, sql } from 'kysely'
import { openTestClock, realClock } from '#platform/clock/index'
import { type ConnectionSettings, readConnectionUrl } from './connection-settings.ts'
import { type CompanyEntry, type Database, withCompany } from './database.ts'
import { orAway } from './database-away.ts'
import { type ClockKind, markDatabase } from './database-mark.ts'
import { findRunningServer, startEmbeddedServer } from './embedded-server.ts'
import { ensureDatabase } from './ensure-database.ts'
import { migrate } from './migrate.ts'
import { openPool } from './pool.ts'
import type { Tables } from './tables.ts'

export interface DatabaseOptions {
  /** A server of your own, `DATABASE_URL`; undefined: the embedded one in `dataFolder`. */
  readonly url?: string | undefined
  /** Enters the server of your own as the unprivileged role; undefined: `url` with `role=tongdian_app`. */
  readonly appUrl?: string | undefined
  readonly dataFolder: string
  /** `as-marked`: whichever the database has; for commands that only look. */
  readonly clock: ClockKind | 'as-marked'
  /** Most connections of the pool; 10. */
  readonly poolSize?: number
  /** Enter an embedded server that another process runs, rather than refuse. */
  readonly join?: boolean
}

/** Starts the embedded server if there is no `url`, migrates, marks the clock and opens the pool. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url) return await connectDatabase(ownServer(options.url, options.appUrl), options)
  const running = options.join ? await findRunningServer(options.dataFolder) : undefined
  const server = running ?? (await startEmbeddedServer(options.dataFolder))
  try {
    await ensureDatabase(server.connect('owner', 'postgres'), 'tongdian')
    const connections = { owner: server.connect('owner', 'tongdian'), app: server.connect('app', 'tongdian') }
    return await connectDatabase(connections, options, () => server.stop())
  } catch (error) {
    await server.stop()
    throw error
  }
}

type Connections = Database['connections']

function ownServer(url: string, appUrl: string | undefined): Connections {
  const owner = readConnectionUrl(url)
  const options = `${owner.options ?? ''} -c role=tongdian_app`.trim()
  return { owner, app: appUrl ? readConnectionUrl(appUrl) : { ...owner, options } }
}

/** Opens a database whose server runs already. */
export async function connectDatabase(
  connections: { readonly owner: ConnectionSettings; readonly app: ConnectionSettings },
  options: Pick<DatabaseOptions, 'clock' | 'poolSize'>,
  afterClose: () => Promise<void> = async () => undefined,
): Promise<Database> {
  await orAway(() => migrate(connections.owner))
  const clock = await markDatabase(connections.owner, options.clock)
  const pool = openPool(connections.app, options.poolSize ?? 10, 'tongdian')
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const testClock = clock === 'test' ? await openTestClock(pool) : undefined
  return {
    withCompany: (companyId, work, transactionOptions) => withCompany(kysely, companyId, work, transactionOptions),
    listCompanies: () => orAway(() => listCompanies(kysely)),
    pool,
    clock: testClock ?? realClock,
    ...(testClock ? { testClock } : {}),
    connections,
    isReachable: () =>
      pool.query('select 1').then(
        () => true,
        () => false,
      ),
    async close() {
      await kysely.destroy()
      await afterClose()
    },
  }
}

async function listCompanies(kysely: Kysely<Tables>): Promise<readonly CompanyEntry[]> {
  const { rows } = await sql<CompanyEntry>`
    select company_id as "companyId", name, code from list_companies()`.execute(kysely)
  return rows
}
