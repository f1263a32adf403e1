import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { renderDocument } from './render-document.ts'

const extractor = spawnSync('pdftotext', ['-v']).status === 0
if (!extractor) console.log('printed text is not compared: pdftotext (poppler-utils) is not installed')

/** What another program reads out of the file, without blanks. */
function readBack(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(/\s|\u200b|\f/g, '')
}

describe.skipIf(!extractor)('the text of the file', () => {
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
    const text = readBack(pdf)
    expect(text.split(typed.replace(/\s/g, ''))).toHaveLength(3)
    expect(text).toContain('第1页共1页')
  })
})
