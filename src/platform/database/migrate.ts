import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'

/** One SQL file of `migrations/`, applied once and never changed afterwards. */
export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** A migration that was applied has been changed in its file, or is gone: a new file must be written instead. */
export class MigrationChanged extends Error {}

const folder = fileURLToPath(new URL('../../../migrations', import.meta.url))
const lockKey = 0x6d696772

/** Every migration, in order of its number. Two files may not share a number. */
export function listMigrations(from: string = folder): readonly Migration[] {
  const names = readdirSync(from)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  const numbers = names.map((name) => name.slice(0, 4))
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice) throw new Error(`two migrations have the number ${twice}`)
  return names.map((name) => {
    const sql = readFileSync(join(from, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** One checksum over all migrations: names the template that tests clone. */
export function migrationsChecksum(): string {
  const all = listMigrations().map(({ name, checksum }) => `${name} ${checksum}`)
  return createHash('sha256').update(all.join('\n')).digest('hex')
}

/** Applies what is missing, each file in a transaction of its own, one process at a time. Returns the names applied. */
export async function migrate(owner: ConnectionSettings): Promise<readonly string[]> {
  const client = new pg.Client({ ...owner, application_name: 'tongdian migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        name text primary key, checksum text not null, applied_at timestamptz not null default now())`)
    return await applyMissing(client)
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  )
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const migrations = listMigrations()
  for (const name of applied.keys()) {
    if (!migrations.some((migration) => migration.name === name)) {
      throw new MigrationChanged(`this database has the migration ${name}, which this release does not know`)
    }
  }
  const names: string[] = []
  for (const migration of migrations) {
    const checksum = applied.get(migration.name)
    if (checksum === undefined) {
      await applyOne(client, migration)
      names.push(migration.name)
    } else if (checksum !== migration.checksum) {
      throw new MigrationChanged(`${migration.name} was changed after it was applied: write a new migration instead`)
    }
  }
  return names
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into platform.migration (name, checksum) values ($1, $2)', [name, checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
