import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { printedText, readsPdf } from '../../../tests/printed-text.ts'
import { renderDocument } from './render-document.ts'

describe.skipIf(!readsPdf)('the text of the file', () => {
  it.each([
    '#pagebreak() *粗* $x$ @label <tag> \\ // "引号"',
    '䶮㛃堃犇喆赟翀',
    'T'.repeat(90),
    '0.005 Ω ≥ 4 × 10 ‰ ② 〔2017〕',
  ])('reads as typed: %s', (typed) => {
    const { pdf } = getAccepted(
      renderDocument({
        language: 'zh',
        title: '单',
        company: '甲公司',
        issuedOn: plainDate('2026-03-02'),
        sections: [
          { kind: 'paragraphs', items: [typed] },
          { kind: 'table', head: ['名'], rows: [[typed]] },
        ],
        footer: '完',
      }),
    )
    const text = printedText(pdf)
    expect(text.split(typed.replace(/\s/g, ''))).toHaveLength(3)
    expect(text).toContain('第1页共1页')
  })
})
