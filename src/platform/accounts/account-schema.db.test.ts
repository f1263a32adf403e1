import { afterAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../tests/test-database.ts'
import { openAccountDatabase } from './account-database.ts'
import { readAccountPolicy } from './account-policy.ts'
import { createAuthLibrary } from './auth-library.ts'

const database = await createTestDatabase()
const accountDatabase = openAccountDatabase(database.connections.app)
afterAll(async () => {
  await accountDatabase.destroy()
  await database.close()
})

const library = createAuthLibrary({
  database: accountDatabase,
  policy: readAccountPolicy('2026-11-23'),
  secret: 'a secret of the tests, 32 characters and more',
  secure: false,
  sendCode: async () => undefined,
  note: () => undefined,
  customerCompany: async () => '',
})

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Columns the library writes, and whether they are there: `two_factor.locked_until`. */
async function listMissing(): Promise<readonly string[]> {
  const rows = await database.asSuperuser<{ column: string }>(
    "select table_name || '.' || column_name as column from information_schema.columns where table_schema = 'account'",
  )
  const there = new Set(rows.map((row) => row.column))
  const { tables } = await library.$context
  const wanted = Object.values(tables).flatMap(({ modelName, fields }) =>
    ['id', ...Object.entries(fields).map(([field, { fieldName }]) => fieldName ?? field)].map(
      (field) => `${snake(modelName)}.${snake(field)}`,
    ),
  )
  expect(wanted.length).toBeGreaterThan(40)
  return wanted.filter((column) => !there.has(column))
}

describe('the schema account', () => {
  it('has every column the account library writes', async () => {
    expect(await listMissing()).toEqual([])
    await database.asSuperuser('alter table account.two_factor drop column locked_until')
    expect(await listMissing()).toEqual(['two_factor.locked_until'])
  })
})
