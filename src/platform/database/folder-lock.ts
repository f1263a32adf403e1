import pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'

/** Another process of ours serves this data folder. */
export class DataFolderInUse extends Error {
  constructor(owner: string) {
    super(`the data folder is in use by ${owner}`)
    this.name = 'DataFolderInUse'
  }
}

const lockKey = 0x746f6e67

/**
 * The one lock of a data folder: an advisory lock in its own database, held by one connection for as long as the
 * process lives. It goes with the process, however that ends, so a leftover lock file can never lie.
 */
export async function takeFolderLock(settings: ConnectionSettings): Promise<pg.Client> {
  const client = new pg.Client({ ...settings, application_name: `tongdian process ${process.pid}` })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // A process killed a moment ago may still hold it until the server has noticed.
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [lockKey])
      if (rows[0]?.taken) return client
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const { rows } = await client.query<{ application_name: string }>(
      'select a.application_name from pg_locks l join pg_stat_activity a using (pid) where l.locktype = $1 and l.granted',
      ['advisory'],
    )
    throw new DataFolderInUse(rows[0]?.application_name ?? 'another process')
  } catch (error) {
    await client.end()
    throw error
  }
}
