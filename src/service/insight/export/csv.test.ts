import { expect, it } from 'vitest'
import { writeCsv } from './csv.ts'

it('quotes what must be quoted, and lets no text become a formula', () => {
  const text = writeCsv({
    name: '',
    head: ['a', 'b'],
    rows: [
      ['x,"y"\n', null],
      ['=1+1', 2.5],
    ],
  })
  expect(text).toBe('\ufeffa,b\r\n"x,""y""\n",\r\n\'=1+1,2.5\r\n')
})
