import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CheckpointFolder, databaseEvidence, keepCheckpoints, verifyAudit } from '../../src/casefile/audit/index.ts'
import { CaseReader, CaseWriter } from '../../src/casefile/write/index.ts'
import {
  BackupRefused,
  findRunningServer,
  makeBackup,
  openDatabase,
  restoreBackup,
} from '../../src/platform/database/index.ts'
import { FileStore } from '../../src/platform/files/index.ts'
import { sampleWrite } from '../sample-write.ts'

const companyId = '00000000-0000-4000-8000-00000000000b'
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tongdian-backup-'))
  chmodSync(folder, 0o711)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a copy made under load comes back whole: every chain, every file, no write acknowledged before it lost', async () => {
  const dataFolder = join(folder, 'live')
  const target = join(folder, 'copy')
  const database = await openDatabase({ dataFolder, clock: 'real' })
  await database.withCompany(companyId, (tx) =>
    tx.insertInto('company').values({ company_id: companyId, name: '甲', code: 'a' }).execute(),
  )
  const kept = await new FileStore(database, dataFolder).keep(
    companyId,
    { name: 'plan.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') },
    'system:test',
  )
  const checkpoints = keepCheckpoints(database, new CheckpointFolder(join(dataFolder, 'checkpoints')), () => undefined)
  const writer = new CaseWriter(database)
  let written = 0
  let running = true
  const load = (async () => {
    for (; running; written += 1) {
      const outcome = await writer.append(sampleWrite({ companyId, caseId: `c${written}`, commandId: `c${written}` }))
      if (outcome.kind !== 'written') throw new Error(outcome.kind)
      if (written % 50 === 0) await checkpoints.write()
    }
  })()
  while (written < 300) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = written
  const server = await findRunningServer(dataFolder)
  if (!server) throw new Error('no running server found')
  const manifest = await makeBackup(server, dataFolder, target)
  expect(manifest.fromLsn).not.toBe(manifest.toLsn)
  expect(written).toBeGreaterThan(before)
  running = false
  await load
  await checkpoints.stop()
  await expect(makeBackup(server, dataFolder, target)).rejects.toThrow(BackupRefused)
  expect(() => restoreBackup(target, dataFolder)).toThrow(BackupRefused)
  await database.close()

  const back = join(folder, 'back')
  restoreBackup(target, back)
  const restored = await openDatabase({ dataFolder: back, clock: 'real' })
  const report = await verifyAudit(databaseEvidence(restored, new CheckpointFolder(join(back, 'checkpoints'))))
  expect(report.faults).toEqual([])
  expect(report.cases).toBeGreaterThanOrEqual(before)
  expect((await new CaseReader(restored).loadFacts(companyId, `c${before - 1}`)).length).toBe(2)
  expect((await new FileStore(restored, back).readFile(companyId, kept.sha256))?.content.toString()).toBe('%PDF-1.7')
  const more = await new CaseWriter(restored).append(sampleWrite({ companyId, caseId: 'after', commandId: 'after' }))
  expect(more.kind).toBe('written')
  await restored.close()
})

it('a folder without a manifest is no backup', () => {
  writeFileSync(join(folder, 'manifest.json.part'), '{}')
  expect(() => restoreBackup(folder, join(folder, 'x'))).toThrow('no finished backup')
})
