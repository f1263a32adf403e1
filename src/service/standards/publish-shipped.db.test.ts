import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#kernel'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { publishShipped, readShippedStandards, StandardsShelf } from './index.ts'
import { listVersions } from './store.ts'

const founded = new Date('2026-03-02T09:00:00+08:00')
const upgraded = new Date('2026-11-23T09:00:00+08:00')
const shipped = readShippedStandards('standards')

let database: TestDatabase
let companyId: string
beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await database.addCompany('甲')
})
afterAll(async () => await database?.close())

/** As an older product shipped them: shorter warnings, a table without a row of today. */
const older = shipped.map((text) => {
  if (text.name === 'notice-settings')
    return { ...text, content: text.content.replace('<text>2</text>', '<text>1</text>') }
  if (text.name !== 'power/parameters.csv') return text
  return { ...text, content: text.content.replace(/^access\.middleFeederLoading.*\n/m, '') }
})
const countVersions = async () => (await database.withCompany(companyId, (tx) => listVersions(tx, companyId))).length

describe('an upgrade of the product', () => {
  it('brings changed standards as further versions from its day on, once, and keeps what was before', async () => {
    await publishShipped(database, companyId, older, founded)
    const before = await countVersions()
    expect(await publishShipped(database, companyId, shipped, upgraded)).toEqual([])
    expect(await countVersions()).toBe(before + 2)
    await publishShipped(database, companyId, shipped, upgraded)
    expect(await countVersions()).toBe(before + 2)
    const standards = await new StandardsShelf(database).get(companyId)
    expect(standards.setting('warn-working-days-before-due', plainDate('2026-11-22'))).toBe(1)
    expect(standards.setting('warn-working-days-before-due', plainDate('2026-11-23'))).toBe(2)
    const knows = (day: string) =>
      standards.powerOn(plainDate(day)).parameters.some(({ name }) => name === 'access.middleFeederLoading')
    expect([knows('2026-11-22'), knows('2026-11-23')]).toEqual([false, true])
  })
})
