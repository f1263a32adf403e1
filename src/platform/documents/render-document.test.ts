import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { loadDocumentFonts } from './document-fonts.ts'
import type { FormDocument, FormSection } from './form-document.ts'
import { makeDocumentRenderer } from './render-document.ts'

const fonts = loadDocumentFonts()
const render = makeDocumentRenderer(fonts)
const form = (sections: readonly FormSection[], more: Partial<FormDocument> = {}): FormDocument => ({
  language: 'zh',
  title: '高压供电方案答复单',
  number: 'YK26-0302-001',
  company: '澄溪县供电公司',
  issuedOn: plainDate('2026-03-12'),
  sections,
  ...more,
})
const everyKind: FormSection[] = [
  {
    kind: 'fields',
    title: '基本信息',
    rows: [
      [
        { label: '户名', value: '华创电子' },
        { label: '户号', value: '0312' },
      ],
      [{ label: '地址', value: '纬三路' }],
      [],
    ],
  },
  {
    kind: 'table',
    title: '费用',
    head: ['名称', '金额'],
    rows: [['高可靠性供电费', '105,000.00 元'], ['只有一格'], ['多', '出', '来']],
    align: ['left', 'right'],
  },
  { kind: 'paragraphs', items: ['第一段\n第二段'] },
  { kind: 'clauses', items: [{ number: '第一条', title: '供电方式', text: '双电源', plain: '两条线' }] },
  {
    kind: 'checklist',
    items: [
      { text: '接地', done: true, note: '2.1 Ω' },
      { text: '闭锁', done: false },
    ],
  },
  {
    kind: 'diagram',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><line x1="1" y1="9" x2="39" y2="9" stroke="#000"/></svg>',
  },
  {
    kind: 'signatures',
    parties: [{ role: '供电人', name: '沈亦文', signedAt: '2026-03-12 10:20' }, { role: '用电人' }],
  },
]
const ownerName = (name: string) => form([{ kind: 'fields', rows: [[{ label: '户名', value: name }]] }])

describe('a rendered document', () => {
  it('is a PDF with every kind of section, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const { pdf, pages, sha256 } = getAccepted(render(form(everyKind, { language, notices: ['请妥善保管'] })))
      expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
      expect(pages).toBe(1)
      expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    }
  })

  it('has the same bytes for the same input, from a cold and a warm compiler, and others for another day', () => {
    const first = getAccepted(render(form(everyKind)))
    const cold = getAccepted(makeDocumentRenderer(fonts)(form(everyKind)))
    expect(cold.sha256).toBe(first.sha256)
    expect(Buffer.compare(cold.pdf, first.pdf)).toBe(0)
    expect(getAccepted(render(form(everyKind, { issuedOn: plainDate('2026-03-13') }))).sha256).not.toBe(first.sha256)
  })

  it('prints what was typed and never obeys it', () => {
    const typed = '#pagebreak() #panic("x") *粗* $x$ ]) @label <tag> \\ // /* "引号" {户名}'
    const attacked = form(
      everyKind.map((section) =>
        JSON.parse(JSON.stringify(section).replaceAll('华创电子', JSON.stringify(typed).slice(1, -1))),
      ),
    )
    expect(getAccepted(render(attacked)).pages).toBe(1)
    expect(
      getAccepted(render(form([], { title: typed, company: typed, number: typed, footer: typed, notices: [typed] })))
        .pages,
    ).toBe(1)
  })

  it('is made from whatever a person can type', () => {
    const sign = fc.constantFrom(
      ...'#*_$@<>[](){}\\/"\'`~=+-^&;:,.|!?%0aZ 供电䶮“”（）\n\t',
      'http://',
      '//',
      '/*',
      '#let',
      '\\u{41}',
    )
    const typed = fc.string({ unit: sign, maxLength: 60 })
    fc.assert(
      fc.property(typed, typed, typed, (title, label, value) => {
        const sections: FormSection[] = [
          {
            kind: 'fields',
            title,
            rows: [
              [{ label, value }],
              [
                { label: value, value: label },
                { label, value },
              ],
            ],
          },
          { kind: 'table', title, head: [label, value], rows: [[value, label]] },
          { kind: 'clauses', items: [{ number: label, title, text: value, plain: label }] },
          { kind: 'checklist', items: [{ text: value, done: true, note: label }] },
          { kind: 'signatures', parties: [{ role: label, name: value, signedAt: title, method: label }] },
        ]
        const drawn = render(form(sections, { title, company: label, number: value, notices: [value], footer: label }))
        expect(drawn.ok && drawn.value.pages).toBeGreaterThanOrEqual(1)
      }),
      { numRuns: 60 },
    )
  })

  it('breaks over pages and keeps an empty one whole', () => {
    const items = Array.from({ length: 70 }, (_, index) => ({
      number: `第${index + 1}条`,
      title: '条',
      text: '供电人和用电人应当遵守。'.repeat(12),
    }))
    expect(getAccepted(render(form([{ kind: 'clauses', items }]))).pages).toBeGreaterThan(5)
    expect(getAccepted(render(form([], { company: '' }))).pages).toBe(1)
    expect(
      getAccepted(
        render(
          form([
            { kind: 'fields', rows: [] },
            { kind: 'table', head: [], rows: [['x']] },
          ]),
        ),
      ).pages,
    ).toBe(1)
  })

  it('counts its pages as they are in the file', () => {
    for (const repeat of [1, 40, 400]) {
      const { pdf, pages } = getAccepted(
        render(form([{ kind: 'paragraphs', items: Array.from({ length: repeat }, () => '供电人。') }])),
      )
      expect(
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type \/Page\b/g),
      ).toHaveLength(pages)
    }
  })

  it('says that its signatures are not qualified ones unless an authority is configured', () => {
    const plain = getAccepted(render(form(everyKind)))
    const qualified = getAccepted(render(form(everyKind), { qualifiedSignatures: true }))
    expect(qualified.pdf.byteLength).toBeLessThan(plain.pdf.byteLength)
  })
})

describe('rare characters', () => {
  it.each(['䶮', '㛃', '堃', '犇', '喆', '赟', '㼆', '昇', '翀', '䴖'])('%s is printed', (character) => {
    expect(getAccepted(render(ownerName(`张${character}`))).spelledOut).toEqual([])
  })

  it('that no font has are refused by name, code and place, never printed as boxes', () => {
    expect(render(ownerName('𠮷野𬎆𠮷'))).toEqual({
      ok: false,
      refusal: {
        code: 'characters-unprintable',
        data: {
          characters: [
            { character: '𠮷', code: 'U+20BB7', paths: ['sections[0].rows[0][0].value'] },
            { character: '𬎆', code: 'U+2C386', paths: ['sections[0].rows[0][0].value'] },
          ],
        },
      },
    })
  })

  it('are spelled out where that is asked for, and the document says so', () => {
    const result = getAccepted(render(ownerName('𠮷野'), { unprintable: 'spell-out' }))
    expect(result.spelledOut.map(({ code }) => code)).toEqual(['U+20BB7'])
    expect(result.sha256).not.toBe(getAccepted(render(ownerName('〔U+20BB7〕野'))).sha256)
  })

  it('include control codes and marks that turn the text round', () => {
    for (const mark of ['\u0000', '\u0007', '\u202e', '\u2066', '\ud800']) {
      expect(render(ownerName(`甲${mark}乙`)).ok, mark.codePointAt(0)?.toString(16)).toBe(false)
    }
    expect(render(ownerName('葛\u{e0100}城\n二行\t')).ok).toBe(true)
  })
})

describe('a diagram', () => {
  it.each([
    '<svg><script>1</script></svg>',
    '<svg><image href="/etc/passwd"/></svg>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
    '<svg style="fill:url(http://elsewhere)"/>',
    '<svg><foreignObject/></svg>',
  ])('may not reach outside: %s', (svg) => {
    expect(render(form([{ kind: 'diagram', svg }]))).toMatchObject({
      ok: false,
      refusal: { code: 'diagram-not-allowed' },
    })
  })
})
