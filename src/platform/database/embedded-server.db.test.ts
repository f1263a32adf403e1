import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ClockMismatch, DataFolderInUse, openDatabase, startEmbeddedServer } from './index.ts'
import { isAlive } from './server-process.ts'

let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-server-'))
  chmodSync(dataFolder, 0o711)
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

/** Another process that opens the folder, says the server's pid and waits to be killed. */
async function openElsewhere(): Promise<{ kill: () => Promise<void>; serverPid: number }> {
  const child = fork(join(import.meta.dirname, '../../../tests/faults/hold-data-folder.ts'), [dataFolder], {
    execArgv: [],
  })
  const [serverPid] = (await once(child, 'message')) as [number]
  return {
    serverPid,
    async kill() {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

describe('the embedded server', () => {
  it('starts on an empty folder, keeps what was written over a restart, and leaves nothing running', async () => {
    const first = await openDatabase({ dataFolder, clock: 'real' })
    const companyId = '00000000-0000-4000-8000-00000000000a'
    await first.withCompany(companyId, (tx) =>
      tx.insertInto('company').values({ company_id: companyId, name: '甲', code: 'a' }).execute(),
    )
    const { rows } = await first.pool.query(
      "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit",
    )
    expect(rows).toEqual([{ fsync: 'on', commit: 'on' }])
    expect(statSync(join(dataFolder, 'postgres', 'secrets.json')).mode & 0o077).toBe(0)
    await first.close()
    const second = await openDatabase({ dataFolder, clock: 'real' })
    expect((await second.listCompanies()).map((company) => company.name)).toEqual(['甲'])
    await second.close()
    const server = await startEmbeddedServer(dataFolder)
    const pid = server.pid() ?? 0
    expect(isAlive(pid)).toBe(true)
    await server.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('lets one process have the folder, and ends the server that a killed process left behind', async () => {
    const other = await openElsewhere()
    await expect(startEmbeddedServer(dataFolder)).rejects.toThrow(DataFolderInUse)
    expect(isAlive(other.serverPid)).toBe(true)
    await other.kill()
    expect(isAlive(other.serverPid)).toBe(true)
    const server = await startEmbeddedServer(dataFolder)
    expect(isAlive(other.serverPid)).toBe(false)
    expect(server.pid()).not.toBe(other.serverPid)
    await server.stop()
  })

  it('comes back by itself when it is killed', async () => {
    const server = await startEmbeddedServer(dataFolder)
    const before = server.pid() ?? 0
    process.kill(before, 'SIGKILL')
    const deadline = Date.now() + 20_000
    while ((server.pid() === before || server.pid() === undefined) && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect(server.pid()).not.toBe(before)
    await server.stop()
    const again = await startEmbeddedServer(dataFolder)
    await again.stop()
  })

  it.skipIf(process.getuid?.() !== 0)(
    'started by root from a private folder, lives where its own account can enter',
    async () => {
      chmodSync(dataFolder, 0o700)
      const server = await startEmbeddedServer(dataFolder)
      const note = join(dataFolder, 'postgres-is-elsewhere.txt')
      expect(existsSync(note)).toBe(true)
      const folder = readFileSync(note, 'utf8').trim()
      expect(server.dataDirectory).toBe(join(folder, 'data'))
      await server.stop()
      rmSync(folder, { recursive: true })
    },
  )

  it('keeps a test clock to the database that was made with one', async () => {
    const database = await openDatabase({ dataFolder, clock: 'test' })
    await database.testClock?.set(new Date('2026-03-02T01:00:00Z'))
    await database.close()
    await expect(openDatabase({ dataFolder, clock: 'real' })).rejects.toThrow(ClockMismatch)
    const again = await openDatabase({ dataFolder, clock: 'test' })
    expect(again.clock.now().toISOString()).toBe('2026-03-02T01:00:00.000Z')
    await again.close()
  })
})
