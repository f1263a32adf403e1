import type { Socket } from 'node:net'
import type pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'

/**
 * What a pool does when the network fails under it.
 *
 * A connection that breaks while a transaction holds it, between two statements, tells nobody but its own listeners; with
 * none it would end the whole process. The transaction learns of it at its next statement.
 *
 * A network that swallows what is sent says nothing at all, and a query would wait a quarter of an hour for its answer. A
 * connection over which nothing came or went for `silentMs` is given up: who waits on it is told that the database is
 * away, and the pool opens another.
 */
export function surviveBrokenLinks(pool: pg.Pool, { silentMs }: ConnectionSettings): void {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    if (silentMs === undefined) return
    const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
    stream.setTimeout(silentMs, () => {
      const error = new Error(`nothing came from the database for ${silentMs} ms`)
      stream.destroy(Object.assign(error, { code: 'ETIMEDOUT', syscall: 'read' }))
    })
  })
}
