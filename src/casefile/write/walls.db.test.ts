import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { CaseReader } from './case-reader.ts'
import { CaseWriter } from './case-writer.ts'

/** Schemas whose tables are not of any company: libraries keep theirs there, and `platform` says what the database is. */
const exemptSchemas = ['job', 'account', 'platform', 'pg_catalog', 'information_schema', 'pg_toast']

let database: TestDatabase
let companies: readonly string[]

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 2 })
  companies = [await database.addCompany('甲'), await database.addCompany('乙')]
})
afterAll(() => database?.close())

describe('every table of ours', () => {
  it('stands behind a forced wall that names the company and carries company_id first in its key', async () => {
    const tables = await database.asSuperuser<{ name: string; walled: boolean; policies: number; key: string | null }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid
            and pg_get_expr(p.polqual, c.oid) like '%company_id = (NULLIF(current_setting(''app.company''%'
            and pg_get_expr(p.polwithcheck, c.oid) = pg_get_expr(p.polqual, c.oid) and p.polroles = '{0}') as policies,
         (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indrelid = c.oid and i.indisunique order by i.indisprimary desc limit 1) as key
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and not (n.nspname = any($1)) order by 1`,
      [exemptSchemas],
    )
    expect(tables.map((table) => table.name)).toContain('fact')
    expect(tables.filter((table) => !table.walled || table.policies !== 1 || table.key !== 'company_id')).toEqual([])
  })

  it('belongs to the owner, and the server works as a role that owns none and bypasses nothing', async () => {
    const { rows } = await database.pool.query(
      `select current_user as name, rolsuper or rolbypassrls or rolcreaterole as mighty,
         (select count(*)::int from pg_tables where schemaname = 'public' and tableowner = current_user) as owns
       from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ name: 'tongdian_app', mighty: false, owns: 0 }])
  })

  it('cannot be rewritten where it must only grow', async () => {
    for (const table of ['fact', 'standard_version', 'file']) {
      await expect(database.pool.query(`delete from ${table}`)).rejects.toThrow('permission denied')
      await expect(database.pool.query(`update ${table} set company_id = company_id`)).rejects.toThrow(
        'permission denied',
      )
    }
  })
})

describe('two companies', () => {
  it('see nothing without a wall opened, and cannot write into each other', async () => {
    const [first = '', second = ''] = companies
    const { rows } = await database.pool.query('select count(*)::int as count from company')
    expect(rows).toEqual([{ count: 0 }])
    const unit = { company_id: second, unit_id: 'x', name: 'x', parent_id: null, kind: 'team' }
    const foreign = database.withCompany(first, (tx) => tx.insertInto('unit').values(unit).execute())
    await expect(foreign).rejects.toThrow('row-level security')
    await expect(database.withCompany("x' or 1=1", async () => 0)).rejects.toThrow('UUID')
  })

  it('never mix in 400 parallel requests on a pool of two', async () => {
    const writer = new CaseWriter(database)
    const reader = new CaseReader(database)
    for (const companyId of companies) {
      for (let n = 0; n < 5; n += 1) {
        await writer.append(sampleWrite({ companyId, caseId: `w${n}`, commandId: `w${n}`, customerName: companyId }))
      }
    }
    const looks = Array.from({ length: 400 }, async (_, n) => {
      const companyId = companies[n % 2] ?? ''
      const caseId = `w${n % 5}`
      if (n % 3 === 0) return [companyId, (await reader.findCase(companyId, caseId))?.customerName]
      if (n % 3 === 1) {
        const [found] = await reader.searchCases(companyId, companyId.slice(0, 13))
        return [companyId, found?.customerName]
      }
      const rows = await database.withCompany(companyId, (tx) =>
        tx.selectFrom('task').select('customer_name').execute(),
      )
      expect(rows).toHaveLength(5)
      return [companyId, ...new Set(rows.map((row) => row.customer_name))]
    })
    for (const [asked, ...seen] of await Promise.all(looks)) expect(seen).toEqual([asked])
  })

  it('search and the list of companies look across the wall only as far as they say', async () => {
    const [first = '', second = ''] = companies
    const asOther = await database.withCompany(first, (tx) =>
      new CaseReader({ ...database, withCompany: (_, work) => work(tx) }).searchCases(second, second.slice(0, 13)),
    )
    expect(asOther).toEqual([])
    expect((await database.listCompanies()).map((company) => company.companyId).sort()).toEqual([...companies].sort())
  })
})
