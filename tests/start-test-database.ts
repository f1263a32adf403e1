import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { DataFolderInUse } from '../src/platform/database/folder-lock.ts'
import {
  type ConnectionSettings,
  type EmbeddedServer,
  ensureDatabase,
  migrate,
  migrationsChecksum,
  startEmbeddedServer,
} from '../src/platform/database/index.ts'

/** How a test enters the test server; handed to the workers by `provide`. */
export interface TestServer {
  readonly superuser: ConnectionSettings
  readonly owner: ConnectionSettings
  readonly app: ConnectionSettings
  /** A migrated, empty database to clone. */
  readonly template: string
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

const runsAtOnce = 16

/** Starts one embedded server for the whole run, with a migrated template; several runs of one work tree go side by side. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startFreeServer()
  const template = `template_${migrationsChecksum().slice(0, 12)}`
  await dropOlder(server.connect('owner', 'postgres'), template)
  await ensureDatabase(server.connect('owner', 'postgres'), template)
  await migrate(server.connect('owner', template))
  project.provide('testServer', {
    superuser: server.connect('postgres', 'postgres'),
    owner: server.connect('owner', 'postgres'),
    app: server.connect('app', 'postgres'),
    template,
  })
  return () => server.stop()
}

async function startFreeServer(): Promise<EmbeddedServer> {
  const folder = fileURLToPath(new URL('../.tongdian', import.meta.url))
  for (let place = 0; place < runsAtOnce; place += 1) {
    const dataFolder = join(folder, `test-${place}`)
    try {
      return await startEmbeddedServer(dataFolder)
    } catch (error) {
      if (!(error instanceof DataFolderInUse)) throw error
    }
  }
  throw new Error(`${runsAtOnce} test runs are under way in this work tree`)
}

/** Templates of earlier migrations and databases of runs that were killed. */
async function dropOlder(owner: ConnectionSettings, template: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select datname as name from pg_database where datname ~ '^(template|t)_[0-9a-f]{12}$' and datname <> $1",
    [template],
  )
  for (const { name } of rows) await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`)
  await client.end()
}
