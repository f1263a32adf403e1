import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { CaseReader } from './case-reader.ts'
import { CaseWriter } from './case-writer.ts'
import { hashFact, noHash } from './fact-hash.ts'
import { forgetAnswers } from './forget-answers.ts'

let database: TestDatabase
let companyId: string
let writer: CaseWriter
let reader: CaseReader

beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await database.addCompany()
  writer = new CaseWriter(database)
  reader = new CaseReader(database)
})
afterAll(() => database?.close())

const headOf = async (caseId: string) => {
  const row = await reader.findCase(companyId, caseId)
  if (!row) throw new Error('no case')
  return { version: row.version, hash: row.headHash }
}
const count = async (table: string, caseId: string) =>
  Number((await database.asSuperuser(`select count(*) from ${table} where case_id = $1`, [caseId]))[0]?.count)

describe('one write', () => {
  it('keeps row, facts, task, timer, message and answer, and reads them back to the letter', async () => {
    const write = sampleWrite({ companyId, caseId: 'a1', commandId: 'a1-1' })
    expect(await writer.append(write)).toEqual({ kind: 'written' })
    expect(await reader.findCase(companyId, 'a1')).toEqual(write.row)
    expect(await reader.loadFacts(companyId, 'a1')).toEqual(write.facts)
    expect(await reader.findAnswer(companyId, 'a1-1')).toEqual({
      caseId: 'a1',
      bodyHash: write.bodyHash,
      answer: write.answer,
    })
    for (const table of ['task', 'timer', 'outbox', 'case_search']) expect(await count(table, 'a1')).toBe(1)
  })

  it('moves a case on: closes the old task, clears the old timer, links the new facts', async () => {
    await writer.append(sampleWrite({ companyId, caseId: 'a2', commandId: 'a2-1' }))
    const next = sampleWrite({ companyId, caseId: 'a2', commandId: 'a2-2', head: await headOf('a2') })
    expect(await writer.append(next)).toEqual({ kind: 'written' })
    const facts = await reader.loadFacts(companyId, 'a2')
    expect(facts.map((fact) => fact.seq)).toEqual([1, 2, 3, 4])
    let before = noHash
    for (const fact of facts) {
      expect(fact.prevHash).toBe(before)
      expect(fact.hash).toBe(hashFact(companyId, 'a2', fact))
      before = fact.hash
    }
    const tasks = await database.asSuperuser('select task_id from task where case_id = $1', ['a2'])
    expect(tasks).toEqual([{ task_id: 'survey-site#4' }])
    expect(await count('timer', 'a2')).toBe(1)
    expect((await reader.loadFacts(companyId, 'a2', 2)).map((fact) => fact.seq)).toEqual([3, 4])
  })

  it('answers a repeat with the first answer and refuses the same id with another body', async () => {
    const write = sampleWrite({ companyId, caseId: 'a3', commandId: 'a3-1', answer: '{"first":true}' })
    await writer.append(write)
    const again = { ...write, answer: '{"first":false}' }
    expect(await writer.append(again)).toEqual({ kind: 'repeated', answer: '{"first":true}' })
    expect(await writer.append({ ...again, bodyHash: 'another' })).toEqual({ kind: 'command-id-reused' })
    const other = sampleWrite({ companyId, caseId: 'a3-other', commandId: 'a3-1', bodyHash: write.bodyHash })
    expect((await writer.append(other)).kind).toBe('repeated')
    expect(await reader.findCase(companyId, 'a3-other')).toBeUndefined()
    expect(await count('fact', 'a3')).toBe(2)
  })

  it('tells a decision made on an old version where the case stands, and keeps nothing of it', async () => {
    await writer.append(sampleWrite({ companyId, caseId: 'a4', commandId: 'a4-1' }))
    const head = await headOf('a4')
    await writer.append(sampleWrite({ companyId, caseId: 'a4', commandId: 'a4-2', head }))
    const late = sampleWrite({ companyId, caseId: 'a4', commandId: 'a4-3', head })
    expect(await writer.append(late)).toEqual({ kind: 'stale', version: 4 })
    const opening = sampleWrite({ companyId, caseId: 'a4', commandId: 'a4-4' })
    expect(await writer.append(opening)).toEqual({ kind: 'stale', version: 4 })
    expect(await reader.findAnswer(companyId, 'a4-3')).toBeUndefined()
    expect(await count('fact', 'a4')).toBe(4)
    expect(await count('outbox', 'a4')).toBe(2)
  })

  it('refuses a case number that is taken', async () => {
    await writer.append(sampleWrite({ companyId, caseId: 'a5', commandId: 'a5-1' }))
    const write = sampleWrite({ companyId, caseId: 'a5b', commandId: 'a5-2' })
    const twin = { ...write, row: { ...write.row, caseNumber: 'TD-a5' } }
    expect(await writer.append(twin)).toEqual({ kind: 'case-number-taken' })
    expect(await count('fact', 'a5b')).toBe(0)
  })

  it("writes a room's own rows in the same transaction, or nothing", async () => {
    const write = sampleWrite({ companyId, caseId: 'a6', commandId: 'a6-1' })
    const failing = writer.append(write, () => Promise.reject(new Error('room')))
    await expect(failing).rejects.toThrow('room')
    expect(await reader.findCase(companyId, 'a6')).toBeUndefined()
    const unit = { company_id: companyId, unit_id: 'u6', name: '六', parent_id: null, kind: 'team' }
    const also = writer.append(write, async (tx) => void (await tx.insertInto('unit').values(unit).execute()))
    expect(await also).toEqual({ kind: 'written' })
    expect(await database.asSuperuser('select unit_id from unit')).toEqual([{ unit_id: 'u6' }])
    const repeated = await writer.append(write, () => Promise.reject(new Error('must not run')))
    expect(repeated.kind).toBe('repeated')
  })

  it('throws on a write that contradicts itself', async () => {
    const write = sampleWrite({ companyId, caseId: 'a7', commandId: 'a7-1' })
    await expect(writer.append({ ...write, facts: write.facts.slice(1) })).rejects.toThrow('seq')
    await expect(writer.append({ ...write, row: { ...write.row, version: 9 } })).rejects.toThrow('last fact')
  })
})

describe('many writes at once', () => {
  it('gives each its own outcome: one of two on a version wins, repeats repeat, a bad neighbour harms nobody', async () => {
    const opened = Array.from({ length: 40 }, (_, n) =>
      sampleWrite({ companyId, caseId: `b${n}`, commandId: `b${n}-1` }),
    )
    const twin = sampleWrite({ companyId, caseId: 'b-twin', commandId: 'b-twin' })
    const bad = { ...twin, row: { ...twin.row, caseNumber: 'TD-b7' } }
    const sent = [...opened, bad, ...opened.slice(0, 10)]
    const outcomes = await Promise.all(sent.map((write) => writer.append(write)))
    expect(outcomes.filter((outcome) => outcome.kind === 'written')).toHaveLength(40)
    expect(outcomes.slice(41).every((outcome) => outcome.kind === 'repeated')).toBe(true)
    expect(outcomes[40]).toEqual({ kind: 'case-number-taken' })

    const head = await headOf('b0')
    const rivals = Array.from({ length: 12 }, (_, n) =>
      sampleWrite({ companyId, caseId: 'b0', commandId: `rival-${n}`, head }),
    )
    const second = new CaseWriter(database)
    const kinds = (await Promise.all(rivals.map((write, n) => (n % 2 ? writer : second).append(write)))).map(
      (o) => o.kind,
    )
    expect(kinds.filter((kind) => kind === 'written')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'stale')).toHaveLength(11)
  })

  it('opens a case once when several processes open it together, with one or with many command ids', async () => {
    const writers = Array.from({ length: 4 }, () => new CaseWriter(database))
    for (let round = 0; round < 10; round += 1) {
      const same = await Promise.all(
        writers.map((one) => one.append(sampleWrite({ companyId, caseId: `c${round}`, commandId: `c${round}` }))),
      )
      expect(same.map((outcome) => outcome.kind).sort()).toEqual(['repeated', 'repeated', 'repeated', 'written'])
      const many = await Promise.all(
        writers.map((one, n) =>
          one.append(sampleWrite({ companyId, caseId: `d${round}`, commandId: `d${round}-${n}` })),
        ),
      )
      expect(many.map((outcome) => outcome.kind).sort()).toEqual(['stale', 'stale', 'stale', 'written'])
      expect(await count('fact', `d${round}`)).toBe(2)
    }
  })
})

it('forgets answers that are old, and only those', async () => {
  const at = '2026-01-05T01:00:00.000Z'
  await writer.append(sampleWrite({ companyId, caseId: 'e1', commandId: 'e-old', at }))
  await writer.append(sampleWrite({ companyId, caseId: 'e2', commandId: 'e-new' }))
  expect(await forgetAnswers(database, new Date('2026-02-01T00:00:00Z'))).toBe(1)
  expect(await reader.findAnswer(companyId, 'e-old')).toBeUndefined()
  expect(await reader.findAnswer(companyId, 'e-new')).toBeDefined()
})
