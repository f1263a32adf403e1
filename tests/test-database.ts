import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { newId } from '../src/kernel/index.ts'
import { connectDatabase, type Database, ensureDatabase } from '../src/platform/database/index.ts'

export interface TestDatabase extends Database {
  /** A folder of its own for files, mail and checkpoints. */
  readonly dataFolder: string
  /** A new company, known by its id. */
  addCompany(name?: string): Promise<string>
  /** Runs SQL with all rights, past every wall: what a tamperer could do. */
  asSuperuser<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>
}

/** A database of its own for one test file, cloned from the migrated template; `close()` drops it. */
export async function createTestDatabase(
  options: { readonly clock?: 'real' | 'test'; readonly poolSize?: number } = {},
): Promise<TestDatabase> {
  const server = inject('testServer')
  const name = `t_${randomBytes(6).toString('hex')}`
  await ensureDatabase(server.owner, name, server.template)
  const connections = { owner: { ...server.owner, database: name }, app: { ...server.app, database: name } }
  const database = await connectDatabase(connections, {
    clock: options.clock ?? 'real',
    poolSize: options.poolSize ?? 10,
  })
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-files-'))
  const superuser = new pg.Pool({ ...server.superuser, database: name, max: 2, options: '-c timezone=UTC' })
  return {
    ...database,
    dataFolder,
    addCompany: (companyName) => addCompany(database, companyName ?? '示范供电公司'),
    asSuperuser: async (text, values = []) => (await superuser.query(text, [...values])).rows,
    async close() {
      await superuser.end()
      await database.close()
      await dropDatabase(server.superuser, name)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function addCompany(database: Database, name: string): Promise<string> {
  const companyId = newId(Date.now())
  await database.withCompany(companyId, (tx) =>
    tx
      .insertInto('company')
      .values({ company_id: companyId, name, code: companyId.slice(-8), province: '33' })
      .execute(),
  )
  return companyId
}

async function dropDatabase(owner: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`)
  await client.end()
}
