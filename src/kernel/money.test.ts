import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeFen, formatYuan, parseYuan, yuanInCapitals } from './money.ts'

const anyFen = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })

/** Reads capital figures back by adding up digit × place, knowing nothing of how they were written. */
function readCapitals(text: string): bigint {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  const places: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }
  let total = 0n
  let group = 0n
  let digit = 0n
  let fen = 0n
  for (const sign of text.replace('负', '')) {
    if (digits.includes(sign)) digit = BigInt(digits.indexOf(sign))
    else if (sign in places) {
      group += digit * (places[sign] ?? 0n)
      digit = 0n
    } else if (sign === '万' || sign === '亿') {
      // 亿 multiplies all that stands before it: 壹万亿.
      if (sign === '亿') total = (total + group + digit) * 100_000_000n
      else total += (group + digit) * 10_000n
      group = 0n
      digit = 0n
    } else if (sign === '元') {
      total = (total + group + digit) * 100n
      group = 0n
      digit = 0n
    } else if (sign === '角' || sign === '分') {
      fen += digit * (sign === '角' ? 10n : 1n)
      digit = 0n
    }
  }
  return (text.includes('元') ? total + fen : fen) * (text.startsWith('负') ? -1n : 1n)
}

describe('unit price × quantity', () => {
  it('is exact and rounded once', () => {
    expect(feeFen('0.5283', '1234.5')).toBe(65_219) // 652.18635 yuan
    expect(feeFen('0.005', 1)).toBe(1)
    expect(feeFen('1.005', 1)).toBe(101) // 100.49999… in floating point
    expect(feeFen('22.6', 315)).toBe(711_900)
    expect(feeFen('0', 630)).toBe(0)
    expect(() => feeFen('99999999999', 99_999_999)).toThrow(RangeError)
  })

  it('does not depend on the order of the factors', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 0, max: 99_999 }),
        (tenThousandths, quantity) => {
          const price = (tenThousandths / 10_000).toFixed(4)
          const exact = (BigInt(tenThousandths) * BigInt(quantity) + 50n) / 100n
          expect(BigInt(feeFen(price, quantity))).toBe(exact)
        },
      ),
    )
  })
})

describe('amounts in yuan', () => {
  it('are read as they are written', () => {
    expect(formatYuan(123_456_780)).toBe('1,234,567.80')
    expect(formatYuan(-5)).toBe('-0.05')
    fc.assert(fc.property(anyFen, (fen) => parseYuan(formatYuan(fen).replaceAll(',', '')) === fen))
  })

  it.each(['', '1.234', '1e3', ' 1', '一百', '.5', '1,000'])('are not read from %j', (text) => {
    expect(parseYuan(text)).toBeUndefined()
  })

  it('are whole fen', () => {
    expect(() => formatYuan(0.5)).toThrow(RangeError)
  })
})

describe('capital figures', () => {
  // The first six are examples of the payment rules (支付结算办法, annex 1), which leave the 零 before 角 to the writer.
  it.each([
    [140_950, '壹仟肆佰零玖元伍角整'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万零柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [0, '零元整'],
    [7, '柒分'],
    [100_000_001_00, '壹亿零壹元整'],
    [100_100_000_00, '壹亿零壹拾万元整'],
    [1_000_000_000_000_00, '壹万亿元整'],
    [-100, '负壹元整'],
  ])('%d fen: %s', (fen, text) => {
    expect(yuanInCapitals(fen)).toBe(text)
  })

  it('are read back as the same amount', () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        const text = yuanInCapitals(fen)
        expect(readCapitals(text)).toBe(BigInt(fen))
        expect(text).not.toMatch(/零零|零[元万亿角分](?!整)|^[拾佰仟万亿]/)
      }),
      { numRuns: 1000 },
    )
  })
})
