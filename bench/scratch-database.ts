import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  connectDatabase,
  type Database,
  type EmbeddedServer,
  ensureDatabase,
  startEmbeddedServer,
} from '#platform/database/index'

/** A server and a database of its own for one benchmark, set up like everybody's. */
export interface ScratchDatabase {
  readonly server: EmbeddedServer
  readonly database: Database
  readonly folder: string
  addCompany(): Promise<string>
  close(): Promise<void>
}

export const benchCompanyId = '00000000-0000-4000-8000-0000000000be'

export async function openScratchDatabase(poolSize: number): Promise<ScratchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-bench-'))
  chmodSync(folder, 0o711)
  const server = await startEmbeddedServer(folder)
  await ensureDatabase(server.connect('owner', 'postgres'), 'bench')
  const connections = { owner: server.connect('owner', 'bench'), app: server.connect('app', 'bench') }
  const database = await connectDatabase(connections, { clock: 'real', poolSize })
  return {
    server,
    database,
    folder,
    async addCompany() {
      const values = { company_id: benchCompanyId, name: '测速供电公司', code: 'bench' }
      await database.withCompany(benchCompanyId, (tx) => tx.insertInto('company').values(values).execute())
      return benchCompanyId
    },
    async close() {
      await database.close()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
