import pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'

/** Makes a database if it is not there, from a template if one is named. */
export async function ensureDatabase(maintenance: ConnectionSettings, name: string, template?: string): Promise<void> {
  const client = new pg.Client(maintenance)
  await client.connect()
  try {
    const { rows } = await client.query('select from pg_database where datname = $1', [name])
    if (rows.length > 0) return
    const from = template ? ` template ${client.escapeIdentifier(template)}` : ''
    await client.query(`create database ${client.escapeIdentifier(name)}${from}`)
  } finally {
    await client.end()
  }
}
