import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#casefile'
import { type PlainDate, plainDate } from '#kernel'
import { staffActor } from '../../../tests/case-builder.ts'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { importNetwork, listNetworkVersions, NetworkShelf, reportOpenCapacity } from './index.ts'

const today = plainDate('2026-11-23')
const now = new Date('2026-11-23T09:00:00+08:00')
const template = readFileSync('standards/power/network-template.csv', 'utf8')
const strengthened = template.replace('N101,North-10-I,10,455,180', 'N101,North-10-I,10,455,100')

let database: TestDatabase
let shelf: NetworkShelf
let companies: readonly string[]

beforeAll(async () => {
  database = await createTestDatabase()
  companies = [await database.addCompany('甲'), await database.addCompany('乙')]
  shelf = new NetworkShelf({ database, standards: shippedStandards })
})
afterAll(async () => await database?.close())

const by = (companyId: string, role: 'designer' | 'clerk' = 'designer'): Actor => ({
  ...staffActor(role),
  companyId,
})
const bring = async (content: string, effectiveFrom: PlainDate = today, companyId = companies[0] ?? '') =>
  await importNetwork({ database, standards: await shippedStandards(), now }, by(companyId), {
    file: 'town.csv',
    content,
    effectiveFrom,
  })
const openOf = async (companyId: string, on: PlainDate) => {
  const inForce = await shelf.get(companyId, on)
  return inForce.ok ? inForce.value.open.get('feeder:N101') : inForce.refusal.code
}

describe('the network of a company', () => {
  it('is refused whole with every fault at once, with row and field, and leaves nothing behind', async () => {
    const faulty = template
      .replace('North-10-I,North,10', 'North-10-I,Nowhere,10')
      .replace('N101-2,N101,N101-P1', 'N101-2,N101,N999')
    const refused = await bring(faulty)
    const lineOf = (start: string) => faulty.split('\n').findIndex((line) => line.startsWith(start)) + 1
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'network.faulty',
        faults: [
          { path: `town.csv:${lineOf('North-10-I,')}.substation`, code: 'network.nameUnknown' },
          { path: `town.csv:${lineOf('N101-2,')}.from`, code: 'network.nameUnknown' },
        ],
      },
    })
    expect(await openOf(companies[0] ?? '', today)).toBe('no-network')
  })

  it('is imported by administrators and designers; only the first one may have stood before today', async () => {
    const [companyId = ''] = companies
    const ports = { database, standards: await shippedStandards(), now }
    const order = { file: 'a.csv', content: template, effectiveFrom: today }
    expect(await importNetwork(ports, by(companyId, 'clerk'), order)).toMatchObject({ refusal: { code: 'no-right' } })
  })

  it('keeps each version; the newest in force counts; the same file for the same day is one version', async () => {
    const [companyId = ''] = companies
    expect(await bring(template)).toMatchObject({ value: { version: 1, importedBy: 'staff:designer' } })
    expect(await bring(template)).toMatchObject({ value: { version: 1 } })
    expect(await bring(template, plainDate('2026-11-22'))).toMatchObject({ refusal: { code: 'faulty-input' } })
    const old = await database.addCompany('丙')
    expect(await bring(template, plainDate('2025-01-01'), old)).toMatchObject({ value: { version: 1 } })
    const before = await openOf(companyId, today)
    expect(await bring(strengthened, plainDate('2026-12-01'))).toMatchObject({ value: { version: 2 } })
    expect(await openOf(companyId, today)).toBe(before)
    // 80 A less at 10 kV: √3 · 10 · 80 kVA more room, from the first day on.
    expect(Number(await openOf(companyId, plainDate('2026-12-01'))) - Number(before)).toBeCloseTo(
      Math.sqrt(3) * 10 * 80,
      6,
    )
    const versions = await database.withCompany(companyId, (tx) => listNetworkVersions(tx, companyId))
    expect(versions.map(({ version, effectiveFrom }) => [version, effectiveFrom])).toEqual([
      [1, '2026-11-23'],
      [2, '2026-12-01'],
    ])
  })

  it('stays as it was given, and behind the wall of its company', async () => {
    const [companyId = '', other = ''] = companies
    await expect(database.pool.query(`update network_version set content = ''`)).rejects.toThrow('permission denied')
    await expect(database.pool.query('delete from network_version')).rejects.toThrow('permission denied')
    expect(await openOf(other, today)).toBe('no-network')
    const seen = await database.withCompany(other, (tx) => listNetworkVersions(tx, companyId))
    expect(seen).toEqual([])
  })

  it('gives each of many who import at once a number of its own', async () => {
    const other = companies[1] ?? ''
    const names = ['A', 'B', 'C', 'D']
    const imported = await Promise.all(names.map((name) => bring(`${template}\n# ${name}\n`, today, other)))
    const numbers = imported.map((found) => (found.ok ? found.value.version : found.refusal.code))
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4])
  })

  it('is kept resident until something is new', async () => {
    const [companyId = ''] = companies
    const [first, again] = [await shelf.get(companyId, today), await shelf.get(companyId, today)]
    expect(first.ok && again.ok && first.value === again.value).toBe(true)
    await bring(strengthened)
    const after = await shelf.get(companyId, today)
    expect(after).toMatchObject({ value: { version: { version: 3 } } })
    expect(after.ok && reportOpenCapacity(after.value, new Map()).feeders.map(({ name }) => name)).toEqual([
      'N101',
      'N201',
      'S101',
    ])
  })
})
