import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { writeXlsx } from './xlsx.ts'

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

it('writes a workbook with a sheet for each table; texts stay texts, numbers numbers', async () => {
  const bytes = await writeXlsx([
    {
      name: '指标',
      head: ['指标', '数值'],
      rows: [
        ['按时办结率', 98.5],
        ['=1+1', null],
      ],
    },
    { name: '口径', head: ['口径'], rows: [['一\u0001二\ud800']] },
  ])
  const files = unzipSync(bytes)
  expect(textOf(files['xl/workbook.xml'])).toMatch(/name="指标"[\s\S]*name="口径"/)
  const sheet = textOf(files['xl/worksheets/sheet1.xml'])
  expect(sheet).toContain('<v>98.5</v>')
  expect(sheet).not.toContain('<f>')
  const shared = textOf(files['xl/sharedStrings.xml'])
  expect(shared).toContain('=1+1')
  expect(shared).toContain('<t>一二')
})
