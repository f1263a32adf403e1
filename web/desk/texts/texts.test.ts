import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keysOf } from '../../i18n/text-tree.ts'
import { loadAllLabels } from '../../ui/tasks/load-task-form.ts'
import { verbNames } from '../verbs/verb.ts'
import { deskEn } from './en.ts'
import { deskZh } from './zh.ts'

const root = join(import.meta.dirname, '..', '..', '..')

it('says the same things in both languages', () => {
  expect([...keysOf(deskEn)].sort()).toEqual([...keysOf(deskZh)].sort())
})

it('writes English without Chinese characters, but for the mark', () => {
  const { brand: _, ...texts } = deskEn
  expect(JSON.stringify(texts).match(/[\u4e00-\u9fff]+/g)).toBeNull()
})

it('has a name and an explanation for every verb', () => {
  for (const name of verbNames) expect(Object.keys(deskZh.verb[name])).toEqual(expect.arrayContaining(['name', 'what']))
})

it('has words for every fact the casefile and the rooms write', async () => {
  const rooms = await loadAllLabels()
  const files = globSync('src/{casefile,journey}/**/*.ts', { cwd: root }).filter((name) => !name.includes('.test.'))
  const written = files.flatMap((file) => [
    ...readFileSync(join(root, file), 'utf8').matchAll(/\btype: '([a-z]+(?:-[a-z]+)+)'/g),
  ])
  const types = new Set(written.map((match) => match[1] ?? ''))
  expect(types.size).toBeGreaterThan(50)
  const wordless = [...types].filter(
    (type) => !(type in deskZh.fact) && !rooms.some((labels) => labels[`fact.${type}`] !== undefined),
  )
  expect(wordless).toEqual([])
})
