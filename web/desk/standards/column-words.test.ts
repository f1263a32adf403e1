import { expect, it } from 'vitest'
import { columnsIn, labelIn, plain } from './column-words.ts'

it('shows of a pair of columns the one of the reader’s language', () => {
  expect(columnsIn(['ruleSet', 'basis', 'basisEn', 'nameZh', 'nameEn'], 'zh')).toEqual([0, 1, 3])
  expect(columnsIn(['ruleSet', 'basis', 'basisEn', 'nameZh', 'nameEn'], 'en')).toEqual([0, 2, 4])
})

it.each([
  ['环节 node', '环节', 'node'],
  ['受电电压 kV voltage', '受电电压 kV', 'voltage'],
  ['名称', '名称', '名称'],
  ['basis (English)', 'basis', 'basis'],
  ['绿色通道 green channel', '绿色通道', 'green channel'],
])('%s', (label, zh, en) => {
  expect([labelIn(label, 'zh'), labelIn(label, 'en')]).toEqual([zh, en])
})

it('writes lists with the commas of the language', () => {
  expect(plain('"resident","lv-zero"', 'en')).toBe('resident, lv-zero')
  expect(plain('"resident","lv-zero"', 'zh')).toBe('resident、lv-zero')
  expect(plain('-', 'zh')).toBe('—')
})
