import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeWholeFile } from './write-whole-file.ts'

it('writes the same file many times at once, and leaves nothing half written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-whole-'))
  const path = join(folder, 'sheet')
  await Promise.all(Array.from({ length: 40 }, () => writeWholeFile(path, new Uint8Array([1, 2, 3]))))
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
  expect(readdirSync(folder)).toEqual(['sheet'])
  rmSync(folder, { recursive: true })
})
