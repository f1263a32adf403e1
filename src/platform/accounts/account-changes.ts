import { sql } from 'kysely'
import pg from 'pg'
import type { ConnectionSettings } from '#platform/database/connection-settings'
import type { AccountDatabase } from './account-database.ts'

const channel = 'account_changed'
const retryMs = 1000

/** Tells every server process on this database that what it knows of an account is old. */
export async function announceChange(database: AccountDatabase, accountId: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${accountId})`.execute(database)
}

export interface ChangeListener {
  close(): Promise<void>
}

/**
 * Hears what other processes announce. Whenever the connection is lost or comes back, `onGap` says that something may
 * have been missed; it is tried again every second until it stands.
 */
export function listenForChanges(
  settings: ConnectionSettings,
  onChange: (accountId: string) => void,
  onGap: () => void,
): ChangeListener {
  let closed = false
  let current: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const retry = (): void => {
    current = undefined
    onGap()
    if (!closed) timer = setTimeout(() => void connect(), retryMs)
  }
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ ...settings, application_name: 'tongdian account changes', keepAlive: true })
    current = client
    client.on('notification', ({ payload }) => payload && onChange(payload))
    client.on('error', () => undefined)
    client.once('end', retry)
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
      onGap()
    } catch {
      // A client that never connected does not say `end`.
      client.removeListener('end', retry)
      await client.end().catch(() => undefined)
      retry()
    }
  }
  const connecting = connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await connecting
      await current?.end().catch(() => undefined)
    },
  }
}
