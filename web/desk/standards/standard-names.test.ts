import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readShippedStandards } from '../../../src/service/standards/index.ts'
import { standardName } from './standard-names.ts'

const shipped = readShippedStandards(join(import.meta.dirname, '../../../standards')).filter(
  ({ kind }) => kind !== 'calendar',
)

it.each(['zh-CN', 'en'] as const)('every standard that ships is called by a name of its own in %s', (language) => {
  expect(shipped.length).toBeGreaterThan(40)
  const named = shipped.map(({ name }) => standardName(name, language))
  expect(shipped.filter(({ name }) => standardName(name, language) === name).map(({ name }) => name)).toEqual([])
  expect(new Set(named).size).toBe(named.length)
})

it('what a company published under a name of its own is shown by it', () => {
  expect(standardName('our-own-table', 'zh-CN')).toBe('our-own-table')
})
