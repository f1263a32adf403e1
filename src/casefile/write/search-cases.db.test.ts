import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { CaseReader } from './case-reader.ts'
import { CaseWriter } from './case-writer.ts'

let database: TestDatabase
let companyId: string
let search: (text: string, limit?: number) => Promise<readonly string[]>

beforeAll(async () => {
  database = await createTestDatabase()
  companyId = await database.addCompany()
  const writer = new CaseWriter(database)
  const reader = new CaseReader(database)
  search = async (text, limit) => (await reader.searchCases(companyId, text, limit)).map((row) => row.caseId)
  const names = ['张三丰', '李四', '王小明', '澄溪第一纺织有限公司', '100%_纺织\\厂']
  for (const [n, customerName] of names.entries()) {
    await writer.append(sampleWrite({ companyId, caseId: `s${n}`, commandId: `s${n}`, customerName }))
  }
})
afterAll(() => database?.close())

it('finds cases by any part of name, number or address, newest first', async () => {
  expect(await search('三丰')).toEqual(['s0'])
  expect(await search('纺织')).toEqual(['s4', 's3'])
  expect(await search('TD-s2')).toEqual([])
  expect(await search('解放路 王小明')).toEqual(['s2'])
  expect(await search('解放路', 2)).toEqual(['s4', 's3'])
})

it('takes signs of patterns for what they are, and finds nothing for nothing', async () => {
  expect(await search('100%_纺织\\厂')).toEqual(['s4'])
  expect(await search('纺%厂')).toEqual([])
  for (const nothing of ['', ' ', '张', '%', '__', "'; drop table fact; --"]) expect(await search(nothing)).toEqual([])
})

it('finds a short number whole, a long one by any part of it', async () => {
  const writer = new CaseWriter(database)
  for (const [n, address] of ['柳林街 5 号 12 幢', '柳林街 15 号 1 幢', '柳林街 250 号', '柳林街 57 号'].entries()) {
    const write = sampleWrite({ companyId, caseId: `n${n}`, commandId: `n${n}` })
    await writer.append({ ...write, row: { ...write.row, address, search: `某某 ${address}` } })
  }
  expect(await search('柳林街 5')).toEqual(['n0'])
  expect(await search('柳林街 5 号')).toEqual(['n0'])
  expect(await search('12 柳林')).toEqual(['n0'])
  expect(await search('柳林街 57 号')).toEqual(['n3'])
  expect(await search('柳林街 250')).toEqual(['n2'])
  expect(await search('250')).toEqual(['n2'])
  expect(await search('57')).toEqual(['n3'])
})

it('finds a case by its new name and no longer by the old one', async () => {
  const reader = new CaseReader(database)
  const row = await reader.findCase(companyId, 's1')
  if (!row) throw new Error('no case')
  const head = { version: row.version, hash: row.headHash }
  const write = sampleWrite({ companyId, caseId: 's1', commandId: 's1-2', customerName: '赵六六', head })
  await new CaseWriter(database).append(write)
  expect(await search('赵六')).toEqual(['s1'])
  expect(await search('李四')).toEqual([])
})
