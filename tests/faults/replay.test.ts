import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CaseWrite, CaseWriter, type WriteOutcome } from '../../src/casefile/write/index.ts'
import { type Database, DatabaseAway } from '../../src/platform/database/index.ts'
import { sampleWrite } from '../sample-write.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

type FaultPoint = 'none' | 'before-sending' | 'after-commit'

let database: TestDatabase
let companyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await database.addCompany()
})
afterAll(() => database?.close())

/** The database behind a line that breaks where the test says: before a statement is sent, or after its commit. */
function overFaultyLine(nextFault: () => FaultPoint): Database {
  const broken = () =>
    Object.assign(new Error('Connection terminated unexpectedly'), { code: 'ECONNRESET', syscall: 'read' })
  const faulty = async <T>(work: () => Promise<T>): Promise<T> => {
    const fault = nextFault()
    if (fault === 'before-sending') throw new DatabaseAway(broken())
    const result = await work()
    if (fault === 'after-commit') throw new DatabaseAway(broken())
    return result
  }
  const pool = { query: (query: pg.QueryConfig) => faulty(() => database.pool.query(query)) } as unknown as pg.Pool
  return {
    ...database,
    pool,
    withCompany: (id, work, options) => faulty(() => database.withCompany(id, work, options)),
  }
}

/** What a caller does: sends the same command until it is answered. */
async function sendUntilAnswered(
  writer: CaseWriter,
  write: CaseWrite,
  also?: Parameters<CaseWriter['append']>[1],
): Promise<WriteOutcome> {
  for (;;) {
    try {
      return await writer.append(write, also)
    } catch (error) {
      if (!(error instanceof DatabaseAway)) throw error
    }
  }
}

const countOf = async (table: string, where: string) =>
  Number((await database.asSuperuser(`select count(*) from ${table} where ${where}`))[0]?.count)

describe('2000 commands, each repeated, doubled, half answered or changed', () => {
  it('have one effect and one answer each', async () => {
    let calls = 0
    const faults: readonly FaultPoint[] = ['none', 'after-commit', 'none', 'before-sending', 'none']
    const lines = overFaultyLine(() => faults[calls++ % faults.length] ?? 'none')
    const writers = [new CaseWriter(lines), new CaseWriter(lines), new CaseWriter(database)]
    const commands = 2_000
    let changed = 0
    await Promise.all(
      Array.from({ length: 50 }, async (_, lane) => {
        for (let n = lane; n < commands; n += 50) {
          const write = sampleWrite({ companyId, caseId: `r${n}`, commandId: `r${n}`, answer: `{"n":${n}}` })
          const copies = Array.from({ length: 1 + (n % 4) }, (_, copy) =>
            sendUntilAnswered(writers[copy % 3] as CaseWriter, {
              ...write,
              answer: `{"n":${n}${copy ? `,"copy":${copy}` : ''}}`,
            }),
          )
          const outcomes = await Promise.all(copies)
          const answers = new Set(outcomes.flatMap((outcome) => (outcome.kind === 'repeated' ? [outcome.answer] : [])))
          expect(answers.size).toBeLessThanOrEqual(1)
          expect(outcomes.every(({ kind }) => kind === 'written' || kind === 'repeated')).toBe(true)
          expect(outcomes.filter(({ kind }) => kind === 'written').length).toBeLessThanOrEqual(1)
          const other = await sendUntilAnswered(writers[n % 3] as CaseWriter, { ...write, bodyHash: 'another body' })
          expect(other.kind).toBe('command-id-reused')
          changed += 1
        }
      }),
    )
    expect(changed).toBe(commands)
    expect(calls).toBeGreaterThan(commands / 5)
    expect(await countOf('fact', "case_id ~ '^r'")).toBe(2 * commands)
    expect(await countOf('case_file', "case_id ~ '^r' and version = 2")).toBe(commands)
    expect(await countOf('command', "command_id ~ '^r'")).toBe(commands)
    expect(await countOf('outbox', "case_id ~ '^r'")).toBe(commands)
  })

  it("write a room's own rows once, whichever answer was lost", async () => {
    const points: readonly FaultPoint[] = ['after-commit', 'before-sending', 'none']
    for (const [index, point] of points.entries()) {
      let calls = 0
      const writer = new CaseWriter(overFaultyLine(() => (calls++ === 0 ? point : 'none')))
      const write = sampleWrite({ companyId, caseId: `own${index}`, commandId: `own${index}` })
      const unit = { company_id: companyId, unit_id: `own${index}`, name: 'x', parent_id: null, kind: 'team' }
      const outcome = await sendUntilAnswered(writer, write, async (tx) => {
        await tx.insertInto('unit').values(unit).execute()
      })
      expect(outcome.kind).toBe(point === 'after-commit' ? 'repeated' : 'written')
      expect(await countOf('unit', `unit_id = 'own${index}'`)).toBe(1)
      expect(await countOf('fact', `case_id = 'own${index}'`)).toBe(2)
    }
  })
})
