import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { faultOfCreditCode, faultOfIdNumber, maskNumber } from './identity-numbers.ts'

describe('resident identity number (GB 11643-1999)', () => {
  it('accepts the specimen of the standard', () => {
    expect(faultOfIdNumber('11010519491231002X')).toBeUndefined()
    expect(faultOfIdNumber('440524188001010014')).toBeUndefined()
  })
  it('names what is wrong', () => {
    expect(faultOfIdNumber('1101051949123100')).toBe('id-shape')
    expect(faultOfIdNumber('110105194902300021')).toBe('id-birth-date')
    expect(faultOfIdNumber('110105194912310021')).toBe('id-check-digit')
  })
  it('finds every single wrong digit', () => {
    const good = '11010519491231002X'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const wrong = String((Number(good[at]) + shift) % 10)
        expect(faultOfIdNumber(good.slice(0, at) + wrong + good.slice(at + 1))).toBeDefined()
      }),
    )
  })
})

describe('unified social credit code (GB 32100-2015)', () => {
  it('accepts published codes', () => {
    // Codes that their holders publish: Tencent (Shenzhen), Huawei, State Grid.
    expect(faultOfCreditCode('9144030071526726XG')).toBeUndefined()
    expect(faultOfCreditCode('914403001922038216')).toBeUndefined()
  })
  it('names what is wrong', () => {
    expect(faultOfCreditCode('9144030071526726X')).toBe('credit-code-shape')
    expect(faultOfCreditCode('9144030071526726XI')).toBe('credit-code-shape')
    expect(faultOfCreditCode('9144030071526726XH')).toBe('credit-code-check')
  })
})

it('masks all but the first four and last two characters', () => {
  expect(maskNumber('11010519491231002X')).toBe('1101************2X')
})
