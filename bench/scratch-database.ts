import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ClockKind,
  connectDatabase,
  type Database,
  type EmbeddedServer,
  ensureDatabase,
  startEmbeddedServer,
} from '#platform/database/index'

/** A server of its own for one benchmark, in a folder that goes with it. */
export interface ScratchServer {
  readonly server: EmbeddedServer
  readonly folder: string
  /** Makes the database where it is not there yet. */
  openDatabase(name: string, clock: ClockKind, poolSize: number): Promise<Database>
  /** To be called once all databases are closed. */
  close(): Promise<void>
}

export async function startScratchServer(): Promise<ScratchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-bench-'))
  chmodSync(folder, 0o711)
  const server = await startEmbeddedServer(folder)
  return {
    server,
    folder,
    async openDatabase(name, clock, poolSize) {
      await ensureDatabase(server.connect('owner', 'postgres'), name)
      const connections = { owner: server.connect('owner', name), app: server.connect('app', name) }
      return await connectDatabase(connections, { clock, poolSize })
    },
    async close() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server and a database of its own for one benchmark, set up like everybody's. */
export interface ScratchDatabase {
  readonly server: EmbeddedServer
  readonly database: Database
  addCompany(): Promise<string>
  /** Another database on the same server, with the same company. */
  openSecond(): Promise<Database>
  close(): Promise<void>
}

export const benchCompanyId = '00000000-0000-4000-8000-0000000000be'

export async function openScratchDatabase(poolSize: number): Promise<ScratchDatabase> {
  const scratch = await startScratchServer()
  const open = async (name: string) => await scratch.openDatabase(name, 'real', poolSize)
  const addCompany = async (to: Database) => {
    const values = { company_id: benchCompanyId, name: '测速供电公司', code: 'bench' }
    await to.withCompany(benchCompanyId, (tx) => tx.insertInto('company').values(values).execute())
  }
  const database = await open('bench')
  let second: Database | undefined
  return {
    server: scratch.server,
    database,
    async addCompany() {
      await addCompany(database)
      return benchCompanyId
    },
    async openSecond() {
      second = await open('bench_second')
      await addCompany(second)
      return second
    },
    async close() {
      await second?.close()
      await database.close()
      await scratch.close()
    },
  }
}
