import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceBetween } from './text-difference.ts'

const text = fc.string({
  unit: fc.constantFrom('电', '费', '每', '月', '日', ' ', '15', '25', 'kVA', '。', '𠮷', '\n'),
  maxLength: 40,
})

describe('the difference of two texts', () => {
  it('puts both together again and keeps what they share', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = differenceBetween(before, after)
        const join = (left: string) =>
          parts
            .filter(({ kind }) => kind !== left)
            .map((part) => part.text)
            .join('')
        expect(join('added')).toBe(before)
        expect(join('removed')).toBe(after)
        if (before === after) expect(parts.every(({ kind }) => kind === 'same')).toBe(true)
      }),
    )
  })

  it('reads as a person would mark it', () => {
    expect(differenceBetween('每月 15 日前付清。', '每月 25 日前付清。')).toEqual([
      { kind: 'same', text: '每月 ' },
      { kind: 'removed', text: '15' },
      { kind: 'added', text: '25' },
      { kind: 'same', text: ' 日前付清。' },
    ])
    expect(differenceBetween('', '新')).toEqual([{ kind: 'added', text: '新' }])
  })
})
