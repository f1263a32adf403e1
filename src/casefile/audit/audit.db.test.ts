import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../../../tests/random-from.ts'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { CaseWriter, hashFact, noHash } from '../write/index.ts'
import {
  CheckpointFolder,
  type CheckpointKeeper,
  databaseEvidence,
  exportEvidence,
  keepCheckpoints,
  NotAnExport,
  verifyAudit,
  writeExport,
} from './index.ts'

let database: TestDatabase
let companyId: string
let folder: CheckpointFolder
let keeper: CheckpointKeeper
const cases = 12
const steps = 4

beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await database.addCompany()
  folder = new CheckpointFolder(join(database.dataFolder, 'checkpoints'))
  keeper = keepCheckpoints(database, folder, (what, error) => console.error(what, error), 3_600_000)
  await keeper.write()
  const writer = new CaseWriter(database)
  for (let step = 0; step < steps; step += 1) {
    for (let n = 0; n < cases; n += 1) await writer.append(await nextWrite(`c${n}`))
    await keeper.write()
  }
})
afterAll(async () => {
  await keeper?.stop()
  await database?.close()
})

async function nextWrite(caseId: string) {
  const [row] = await database.asSuperuser<{ version: number; hash: string }>(
    "select version, encode(head_hash, 'hex') as hash from case_file where case_id = $1",
    [caseId],
  )
  return sampleWrite({ companyId, caseId, commandId: `${caseId}-${row?.version ?? 0}`, ...(row ? { head: row } : {}) })
}

const verify = (within = folder) => verifyAudit(databaseEvidence(database, within))
const kindsOf = async () => [...new Set((await verify()).faults.map((fault) => fault.kind))]

describe('an untouched log', () => {
  it('holds, and says how much it looked at', async () => {
    expect(await verify()).toEqual({
      ok: true,
      companies: 1,
      cases,
      facts: cases * steps * 2,
      checkpoints: steps,
      faults: [],
    })
  })

  it('writes only what moved, once, and goes on after a restart', async () => {
    expect(await keeper.write()).toBe(0)
    await new CaseWriter(database).append(await nextWrite('c0'))
    const again = keepCheckpoints(database, folder, () => undefined, 3_600_000)
    await again.stop()
    expect(folder.findLast(companyId)?.checkpoint).toMatchObject({
      n: steps + 1,
      heads: [['c0', steps * 2 + 2, expect.any(String)]],
    })
    expect((await verify()).ok).toBe(true)
    expect(statSync(join(folder.path, 'key.pem')).mode & 0o077).toBe(0)
  })

  it('can be verified elsewhere from an export, and a changed or cut export cannot', async () => {
    const path = join(database.dataFolder, 'audit.jsonl.gz')
    await writeExport(path, databaseEvidence(database, folder))
    expect(await verifyAudit(exportEvidence(path))).toEqual(await verify())
    const plain = join(database.dataFolder, 'audit.jsonl')
    await writeExport(plain, databaseEvidence(database, folder))
    const text = readFileSync(plain, 'utf8')
    writeFileSync(plain, text.replace('staff:zhou-lan', 'staff:zhou-lam'))
    expect((await verifyAudit(exportEvidence(plain))).faults).toMatchObject([{ kind: 'hash', seq: 1 }])
    writeFileSync(plain, text.slice(0, text.lastIndexOf('{"end"')))
    await expect(verifyAudit(exportEvidence(plain))).rejects.toThrow(NotAnExport)
    writeFileSync(plain, 'words')
    await expect(verifyAudit(exportEvidence(plain))).rejects.toThrow(NotAnExport)
  })
})

describe('a checkpoint file', () => {
  const file = () => join(folder.path, `${companyId}.jsonl`)

  it('that is changed, shortened in the middle or signed by another key is found', async () => {
    const text = readFileSync(file(), 'utf8')
    const lines = text.split('\n')
    for (const changed of [
      text.replace(/"c1",2/, '"c1",3'),
      lines.toSpliced(1, 1).join('\n'),
      text.replace(/"at":"20/, '"at":"21'),
      `${lines.slice(0, -2).join('\n')}\n{"n":9}\n`,
    ]) {
      expect(changed).not.toBe(text)
      writeFileSync(file(), changed)
      expect(await kindsOf()).toEqual(['checkpoint-file'])
    }
    writeFileSync(file(), text)
  })

  it('with an unfinished line at its end goes on', async () => {
    appendFileSync(file(), '{"n":7,"at"')
    expect((await verify()).ok).toBe(true)
    await new CaseWriter(database).append(await nextWrite('c1'))
    await keeper.write()
    expect((await verify()).ok).toBe(true)
    expect(folder.findLast(companyId)?.checkpoint.heads[0]?.[0]).toBe('c1')
  })
})

type Fact = { seq: number; body: string; [column: string]: unknown }

/** Writes a case's chain anew from `facts`, hashes and row included: what a tamperer with all rights and the source would do. */
async function rechain(caseId: string, facts: readonly Fact[]): Promise<void> {
  let before = noHash
  await database.asSuperuser('delete from fact where case_id = $1', [caseId])
  for (const [index, fact] of facts.entries()) {
    const row = { ...fact, seq: index + 1 } as never as Parameters<typeof hashFact>[2]
    const hash = hashFact(companyId, caseId, { ...row, prevHash: before })
    await database.asSuperuser(
      `insert into fact values ($1, $2, $3, $4, $5, $6, $7, $8, $9, decode($10, 'hex'), decode($11, 'hex'), 1)`,
      [
        companyId,
        caseId,
        row.seq,
        row.type,
        row.happenedAt,
        row.recordedAt,
        row.actor,
        row.commandId,
        row.body,
        before,
        hash,
      ],
    )
    before = hash
  }
  await database.asSuperuser("update case_file set version = $2, head_hash = decode($3, 'hex') where case_id = $1", [
    caseId,
    facts.length,
    before,
  ])
}

async function factsOf(caseId: string): Promise<Fact[]> {
  for await (const company of databaseEvidence(database, folder)) {
    for await (const evidence of company.cases) if (evidence.caseId === caseId) return [...evidence.facts] as never
  }
  return []
}

const one = 'update fact set'
const at = 'where case_id = $1 and seq = $2'
const edits = [
  `${one} body = replace(body, 'account', 'accoumt') || case when body like '%account%' then '' else ' ' end ${at}`,
  `${one} actor = actor || 'x' ${at}`,
  `${one} type = 'x' || type ${at}`,
  `${one} command_id = command_id || ' ' ${at}`,
  `${one} happened_at = happened_at + interval '1 microsecond' ${at}`,
  `${one} recorded_at = recorded_at - interval '1 day' ${at}`,
  `${one} hash = sha256(hash) ${at}`,
  `${one} prev_hash = sha256(prev_hash) ${at}`,
  `${one} seq = 900 ${at}`,
  `${one} case_id = 'other' ${at}`,
  `delete from fact ${at}`,
]

/** One random forgery on one case; returns what it was, for the failure message. */
async function forge(random: (below: number) => number): Promise<string> {
  const caseId = `c${random(cases)}`
  const facts = await factsOf(caseId)
  const seq = 1 + random(facts.length)
  const other = 1 + ((seq + random(facts.length - 1)) % facts.length)
  const kind = random(edits.length + 6)
  const edit = edits[kind]
  if (edit) {
    await database.asSuperuser(edit, [caseId, seq])
    return `${edit} (${caseId}, ${seq})`
  }
  const swapped = facts.map((fact) =>
    fact.seq === seq ? { ...facts[other - 1] } : fact.seq === other ? { ...facts[seq - 1] } : fact,
  ) as Fact[]
  const forgeries = [
    [
      'swap bodies',
      () =>
        database.asSuperuser(
          'update fact f set body = g.body || (case when f.body = g.body then $4 else $5 end) from fact g where f.case_id = $1 and g.case_id = $1 and f.seq = $2 and g.seq = $3',
          [caseId, seq, other, ' ', ''],
        ),
    ],
    [
      'swap and rechain',
      () =>
        rechain(
          caseId,
          swapped.map((fact, index) => (index + 1 === seq ? { ...fact, actor: 'staff:x' } : fact)),
        ),
    ],
    [
      'edit and rechain',
      () =>
        rechain(
          caseId,
          facts.map((fact) => (fact.seq === seq ? { ...fact, body: '{"forged":true}' } : fact)),
        ),
    ],
    [
      'delete and rechain',
      () =>
        rechain(
          caseId,
          facts.filter((fact) => fact.seq !== seq),
        ),
    ],
    ['truncate, row to match', () => rechain(caseId, facts.slice(0, seq - 1))],
    [
      'delete the case',
      async () => {
        for (const table of ['fact', 'case_file', 'command', 'task'])
          await database.asSuperuser(`delete from ${table} where case_id = $1`, [caseId])
      },
    ],
  ] as const
  const [name, run] = forgeries[kind - edits.length] ?? forgeries[0]
  await run()
  return `${name} (${caseId}, ${seq}, ${other})`
}

describe('forgery with all rights, before the last checkpoint', () => {
  it('is found 1000 times of 1000', async () => {
    for (const table of ['fact', 'case_file'])
      await database.asSuperuser(`create table kept_${table} as select * from ${table}`)
    const seed = Number(process.env.TONGDIAN_SEED ?? 20_261_123)
    const next = randomFrom(seed)
    const random = (below: number) => Math.floor(next() * below)
    const missed: string[] = []
    for (let n = 0; n < 1_000; n += 1) {
      const what = await forge(random)
      if ((await verify()).ok) missed.push(what)
      await database.asSuperuser('truncate fact, case_file')
      for (const table of ['fact', 'case_file'])
        await database.asSuperuser(`insert into ${table} select * from kept_${table}`)
    }
    expect(missed, `seed ${seed}`).toEqual([])
    expect((await verify()).ok).toBe(true)
  })

  it('is what the checkpoints are for: a chain alone does not show that its end was cut off', async () => {
    const facts = await factsOf('c3')
    await rechain('c3', facts.slice(0, 2))
    expect((await verify(new CheckpointFolder(join(database.dataFolder, 'none')))).ok).toBe(true)
    expect((await verify()).faults).toMatchObject([{ caseId: 'c3', kind: 'truncated', seq: 3 }])
  })
})
