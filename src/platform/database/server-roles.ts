import pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'
import type { ServerSecrets } from './server-folder.ts'

/**
 * The roles of an embedded server, once: the owner of our tables, who may make roles and databases, and the
 * unprivileged role the server works as. On a server of your own the administrator makes the first (see ARCHITECTURE.md).
 */
export async function ensureServerRoles(superuser: ConnectionSettings, secrets: ServerSecrets): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    const { rows } = await client.query("select from pg_roles where rolname = 'tongdian_app'")
    if (rows.length > 0) return
    const owner = client.escapeLiteral(secrets.owner)
    const app = client.escapeLiteral(secrets.app)
    await client.query(`
      begin;
      create role tongdian_owner login createrole createdb password ${owner};
      set local role tongdian_owner;
      create role tongdian_app login password ${app};
      create role tongdian_lookup nologin;
      commit;
    `)
  } finally {
    await client.end()
  }
}
