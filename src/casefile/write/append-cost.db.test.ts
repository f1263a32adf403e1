import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import type { CaseWrite } from './case-write.ts'
import { appendStatement, writeArguments } from './case-write-sql.ts'

let database: TestDatabase
let companyId: string

beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await database.addCompany()
})
afterAll(() => database?.close())

const groupSize = 20

it('reads only the rows of its own cases, though its plan was made while the tables were empty', async () => {
  const client = await database.pool.connect()
  const append = async (writes: readonly CaseWrite[]) => {
    const { rows } = await client.query({ ...appendStatement, values: [...writeArguments(companyId, writes)] })
    expect(rows).toEqual([{ outcomes: null }])
  }
  const group = (from: number, make: (n: number) => CaseWrite) =>
    Array.from({ length: groupSize }, (_, n) => make(from + n))
  try {
    const opened = Array.from({ length: 30 }, (_, g) =>
      group(g * groupSize, (n) => sampleWrite({ companyId, caseId: `p${n}`, commandId: `p${n}-1` })),
    )
    for (const writes of opened) await append(writes)
    const next = (opened[7] ?? []).map(({ caseId, row }) =>
      sampleWrite({ companyId, caseId, commandId: `${caseId}-2`, head: { version: row.version, hash: row.headHash } }),
    )
    await client.query('begin')
    await append(next)
    const { rows } = await client.query(
      `select relname, (coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as read
       from pg_stat_xact_user_tables where relname in ('case_file', 'task', 'timer', 'command', 'outbox')`,
    )
    await client.query('commit')
    expect(rows).toHaveLength(5)
    for (const { read } of rows) expect(read).toBeLessThanOrEqual(groupSize * 3)
  } finally {
    client.release()
  }
})
