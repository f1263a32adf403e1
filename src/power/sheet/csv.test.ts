import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { number, optional, plainDate, readRows, text } from './columns.ts'
import { readSheet } from './csv.ts'

const columns = { name: text, lengthM: number(0), builtOn: optional(plainDate) }

describe('sheets', () => {
  it('reads quoted cells, line ends and comments with their line numbers', () => {
    const sheet = getAccepted(
      readSheet('a.csv', '\uFEFFname,note\r\n# left out\r\n"a ""b"", c","two\nlines"\n\nlast,x'),
    )
    expect(sheet.records.map(({ line, cells }) => [line, ...cells.values()])).toEqual([
      [3, 'a "b", c', 'two\nlines'],
      [6, 'last', 'x'],
    ])
  })
  it('keeps an empty last cell and needs no last line end', () => {
    const rows = getAccepted(readRows('a.csv', 'name,lengthM,builtOn\nx,1,', columns))
    expect(rows).toEqual([{ line: 2, name: 'x', lengthM: 1, builtOn: undefined }])
  })
  it('answers every fault at once with row and field', () => {
    const refused = readRows('a.csv', 'name,lengthM,builtOn\n,-1,2026-02-30\ny,ten,\n', columns)
    expect(!refused.ok && refused.refusal.faults?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'a.csv:2.name cell.missing',
      'a.csv:2.lengthM cell.outOfRange',
      'a.csv:2.builtOn cell.notADate',
      'a.csv:3.lengthM cell.notANumber',
    ])
  })
  it('refuses an unknown, missing or doubled column and a short record', () => {
    const codes = (content: string) => {
      const refused = readRows('a.csv', content, columns)
      return refused.ok ? [] : refused.refusal.faults?.map((fault) => fault.code)
    }
    expect(codes('name,size\nx,1')).toEqual(['sheet.columnUnknown', 'sheet.columnMissing'])
    expect(codes('name,name,lengthM\nx,y,1')).toEqual(['sheet.columnTwice'])
    expect(codes('name,lengthM\nx')).toEqual(['sheet.cellCount'])
    expect(codes('')).toEqual(['sheet.empty'])
    expect(codes('name,lengthM\n"x,1')).toEqual(['sheet.quoteOpen'])
  })
})
