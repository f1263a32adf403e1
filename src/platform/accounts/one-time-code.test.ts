import { describe, expect, it } from 'vitest'
import { computeCode, fromBase32, isCodeOf, toBase32 } from './one-time-code.ts'

/** The seed of RFC 6238 appendix B (ASCII 12345678901234567890); the appendix lists eight digits, of which six are the last. */
const secret = toBase32(new TextEncoder().encode('12345678901234567890'))

describe('computeCode', () => {
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('RFC 6238 appendix B at %i s: %s', (seconds, code) => expect(computeCode(secret, seconds * 1000)).toBe(code))
})

describe('isCodeOf', () => {
  const at = 1234567890_000
  it('takes the code of the period before and after, and no further', () => {
    const fits = [-2, -1, 0, 1, 2].map((periods) => isCodeOf(secret, computeCode(secret, at + periods * 30_000), at))
    expect(fits).toEqual([false, true, true, true, false])
  })
  it('takes nothing else', () => {
    for (const code of ['', '1', '0059240', '00592４']) expect(isCodeOf(secret, code, at)).toBe(false)
  })
})

describe('base32', () => {
  it('is that of RFC 4648 §10', () => {
    const examples: [string, string][] = [
      ['', ''],
      ['f', 'MY'],
      ['fo', 'MZXQ'],
      ['foo', 'MZXW6'],
      ['foob', 'MZXW6YQ'],
      ['fooba', 'MZXW6YTB'],
      ['foobar', 'MZXW6YTBOI'],
    ]
    for (const [text, encoded] of examples) {
      expect(toBase32(new TextEncoder().encode(text))).toBe(encoded)
      expect(new TextDecoder().decode(fromBase32(`${encoded.toLowerCase()} ==`))).toBe(text)
    }
  })
  it('refuses what is none', () => expect(() => fromBase32('0189')).toThrow('not base32'))
})
