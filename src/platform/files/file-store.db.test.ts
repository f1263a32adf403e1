import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { ContentChanged, FileStore } from './index.ts'

let database: TestDatabase
let store: FileStore
let companies: readonly [string, string]

beforeAll(async () => {
  database = await createTestDatabase()
  companies = [await database.addCompany(), await database.addCompany()]
  store = new FileStore(database, database.dataFolder)
})
afterAll(() => database?.close())

const png = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
    .png()
    .toBuffer()

it('keeps a file once, for its company alone, readable by its server alone', async () => {
  const [first, second] = companies
  const stored = await store.receive(first, { name: '证明.jpg', bytes: await png() }, 'customer:1')
  if (!stored.ok) throw new Error(stored.refusal.code)
  expect(stored.value).toMatchObject({ mediaType: 'image/png', name: '证明.png' })
  expect(await store.receive(first, { name: '证明.jpg', bytes: await png() }, 'customer:1')).toEqual(stored)
  const { sha256 } = stored.value
  expect(await store.findFile(first, sha256)).toEqual(stored.value)
  expect(await store.findFile(second, sha256)).toBeUndefined()
  expect((await store.readFile(first, sha256))?.content.length).toBe(stored.value.bytes)
  const folder = join(database.dataFolder, 'files', first, sha256.slice(0, 2))
  expect(readdirSync(folder)).toEqual([sha256])
  expect(statSync(join(folder, sha256)).mode & 0o077).toBe(0)
})

it('notices that bytes on disk were changed', async () => {
  const [first] = companies
  const kept = await store.keep(
    first,
    { name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('plan') },
    'system:plan',
  )
  const path = join(database.dataFolder, 'files', first, kept.sha256.slice(0, 2), kept.sha256)
  expect(readFileSync(path, 'utf8')).toBe('plan')
  writeFileSync(path, 'plam')
  await expect(store.readFile(first, kept.sha256)).rejects.toThrow(ContentChanged)
})

it('takes all files of a form or none, naming every bad one', async () => {
  const [first] = companies
  const before = await database.asSuperuser('select count(*) from file')
  const bad = await store.receiveAll(
    first,
    [
      { name: 'a', bytes: await png() },
      { name: 'b', bytes: Buffer.from('words') },
      { name: 'c', bytes: new Uint8Array() },
    ],
    'x',
  )
  if (bad.ok) throw new Error('taken')
  expect(bad.refusal.faults?.map(({ path, code }) => [path, code])).toEqual([
    ['files.1', 'file-kind-not-allowed'],
    ['files.2', 'file-empty'],
  ])
  expect(await database.asSuperuser('select count(*) from file')).toEqual(before)
  const many = Array.from({ length: 21 }, () => ({ name: 'a', bytes: new Uint8Array(1) }))
  expect(await store.receiveAll(first, many, 'x')).toMatchObject({ refusal: { code: 'too-many-files' } })
})
