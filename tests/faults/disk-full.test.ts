import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CheckpointFolder, databaseEvidence, verifyAudit } from '../../src/casefile/audit/index.ts'
import { removeDataFolder } from '../../src/platform/database/index.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { uploadPaper } from '../../src/stories/paper.ts'
import { sendTo } from '../journey/open-journey.ts'
import { type ServedCase, serveCase } from './served-case.ts'

/**
 * The whole data folder (rows, log of the database, files) on a volume of its own that is then filled to the last byte.
 * The volume is a small tmpfs, which only root may mount; where that is not allowed the test says so and is left out.
 */
const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-full-'))
const mounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=360m,mode=0711', 'tmpfs', dataFolder]).status === 0
if (!mounted) console.log('left out: a disk that is full (needs the right to mount a tmpfs)')

const ballast = join(dataFolder, 'ballast')
let served: ServedCase

beforeAll(async () => {
  if (mounted) served = await serveCase(dataFolder)
})
afterAll(async () => {
  rmSync(ballast, { force: true })
  await served?.server.stop()
  if (mounted) spawnSync('umount', ['-l', dataFolder])
  removeDataFolder(dataFolder)
})

/** Writes until the volume takes nothing more. */
function fillVolume(): void {
  const file = openSync(ballast, 'w')
  try {
    for (let bytes = 1 << 20; bytes >= 512; ) {
      try {
        writeSync(file, Buffer.alloc(bytes, 1))
      } catch {
        bytes >>= 1
      }
    }
  } finally {
    closeSync(file)
  }
}

it.skipIf(!mounted)(
  'is said clearly; reading goes on; nothing acknowledged is lost; it goes on by itself',
  async () => {
    const { server, player } = served
    const { caseId } = player.case
    const customer = await player.cookieOf(lvResident.customer.phone)
    const staff = await player.cookieOf('liu-jianping')
    fillVolume()

    const acknowledged: string[] = []
    const refused = new Map<string, string>()
    for (let n = 0; n < 600 && refused.size < 12; n += 1) {
      const text = `第 ${n} 条：${'说明'.repeat(900)}`
      const commandId = randomUUID()
      const reply = await served.post(text, commandId)
      if (reply.status === 200) acknowledged.push(text)
      else {
        // A database that had to stop for want of room is away until it is up again; it says so.
        expect([reply.status, reply.code]).toEqual([503, expect.stringMatching(/^(storage-full|database-away)$/)])
        refused.set(commandId, text)
      }
    }
    expect(refused.size).toBe(12)

    await expect(uploadPaper(player, lvResident.customer.phone, '补充说明', ['一页'])).rejects.toMatchObject({
      status: 503,
      code: 'storage-full',
    })

    for (const [path, cookie] of [
      [`my/cases/${caseId}`, customer],
      [`cases/${caseId}`, staff],
      ['inbox', staff],
    ] as const) {
      const reply = await sendTo(server.url, 'GET', `/api/v1/${path}`, {}, cookie)
      expect([path, reply.status, reply.code]).toEqual([path, 200, undefined])
    }

    rmSync(ballast)
    for (const [commandId, text] of refused) {
      const deadline = Date.now() + 30_000
      for (;;) {
        const reply = await served.post(text, commandId)
        if (reply.status === 200) break
        if (Date.now() > deadline) throw new Error(`does not go on: ${reply.status} ${reply.code}`)
        await sleep(100)
      }
    }
    expect(await served.listPosted()).toEqual([...acknowledged, ...refused.values()])

    await served.playAnother()
    const { database } = server.tongdian
    const report = await verifyAudit(databaseEvidence(database, new CheckpointFolder(join(dataFolder, 'checkpoints'))))
    expect(report.faults).toEqual([])
    expect(served.internalErrors).toEqual([])
    console.log(`${acknowledged.length} acknowledged and ${refused.size} refused on a full disk, all there once`)
  },
  180_000,
)
