import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CheckpointFolder, databaseEvidence, verifyAudit } from '../../src/casefile/audit/index.ts'
import { type ConnectionSettings, connectDatabase, type Database } from '../../src/platform/database/index.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'
import { type ServedCase, serveCase } from './served-case.ts'
import { type Link, openLink } from './slow-link.ts'

/** A network between server and database that is slow, and one that is parted: nothing lost, nothing doubled, and it goes on. */
let behind: TestDatabase
let link: Link
let database: Database
let served: ServedCase
const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-link-'))
const silentMs = 1_000

beforeAll(async () => {
  behind = await createTestDatabase({ clock: 'test' })
  const { owner, app } = behind.connections
  link = await openLink(
    owner.host.startsWith('/') ? { path: join(owner.host, `.s.PGSQL.${owner.port}`) } : { port: owner.port },
  )
  const over = (settings: ConnectionSettings) => ({ ...settings, host: '127.0.0.1', port: link.port, silentMs })
  database = await connectDatabase({ owner: over(owner), app: over(app) }, { clock: 'test' })
  served = await serveCase(dataFolder, database)
})
afterAll(async () => {
  if (link) link.state = { kind: 'open' }
  await served?.server.stop()
  await database?.close()
  await link?.close()
  await behind?.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

const posted: string[] = []

async function expectAllOnce(): Promise<void> {
  expect(await served.listPosted()).toEqual(posted)
}

it('a slow link only makes it slow', async () => {
  link.state = { kind: 'slow', delayMs: 60 }
  for (let n = 0; n < 6; n += 1) {
    const text = `慢 ${n}`
    const reply = await served.post(text, randomUUID())
    expect([reply.status, reply.code]).toEqual([200, undefined])
    posted.push(text)
  }
  link.state = { kind: 'open' }
  await expectAllOnce()
}, 60_000)

it('a parted link is said with 503, within the time set; the same commands sent again have one effect each', async () => {
  let told = 0
  for (let n = 0; n < 12; n += 1) {
    const text = `断 ${n}`
    const commandId = randomUUID()
    const first = served.post(text, commandId)
    // Parted at another moment of the command each time: before it is sent, on the way, after it was written.
    await sleep(n)
    link.state = { kind: 'parted' }
    const reply = await first
    if (reply.status !== 200) {
      expect([reply.status, reply.code]).toEqual([503, 'database-away'])
      told += 1
    }
    link.state = { kind: 'open' }
    const deadline = Date.now() + 30_000
    for (;;) {
      const again = await served.post(text, commandId)
      if (again.status === 200) break
      expect([again.status, again.code]).toEqual([503, 'database-away'])
      if (Date.now() > deadline) throw new Error('does not go on after the link is whole again')
      await sleep(50)
    }
    posted.push(text)
  }
  expect(link.swallowed()).toBeGreaterThan(0)
  expect(told).toBeGreaterThan(0)
  await expectAllOnce()
}, 180_000)

it('messages reach their receivers afterwards, every chain is whole, and another case plays to its end', async () => {
  await served.playAnother()
  const deadline = Date.now() + 30_000
  for (;;) {
    const waiting = await behind.asSuperuser<{ count: number }>('select count(*)::int as count from outbox')
    if (waiting[0]?.count === 0) break
    if (Date.now() > deadline) throw new Error(`${waiting[0]?.count} messages were never handed over`)
    await sleep(100)
  }
  const report = await verifyAudit(databaseEvidence(behind, new CheckpointFolder(join(dataFolder, 'checkpoints'))))
  expect(report.faults).toEqual([])
  expect(served.internalErrors).toEqual([])
}, 120_000)
