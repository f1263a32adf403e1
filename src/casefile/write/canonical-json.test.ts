import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Plain } from './canonical-json.ts'

describe('canonical text', () => {
  it('has sorted keys, no spaces, no undefined, and RFC 8785 numbers', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'x'], c: undefined, 10: 1, 9: 2 })).toBe(
      '{"10":1,"9":2,"a":[true,null,"x"],"b":1}',
    )
    expect(canonicalJson([-0, 1e21, 1e-7, 0.1, 4.5])).toBe('[0,1e+21,1e-7,0.1,4.5]')
    expect(
      canonicalJson({ '€': 1, '\r': 2, [String.fromCharCode(0xfb33)]: 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('reads back to the same value and the same text, whatever the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value as Plain)
        expect(canonicalJson(JSON.parse(text) as Plain)).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        if (value && typeof value === 'object' && !Array.isArray(value)) {
          const turned = Object.fromEntries(Object.entries(value).reverse())
          expect(canonicalJson(turned as Plain)).toBe(text)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('throws on what has no one text', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, new Date(), 1n, () => 1, undefined]) {
      expect(() => canonicalJson(bad as unknown as Plain)).toThrow(TypeError)
    }
  })
})
