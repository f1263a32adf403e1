import { describe, expect, it } from 'vitest'
import { checksOf, dropPercent, figureOf, isOpen, lengthM, measured, shown, wan } from './plan-figures.ts'

const check = (rule: string, value: number | null, verdict: 'holds' | 'fails' | 'unknown') =>
  ({
    rule,
    value,
    verdict,
    at: 'x',
    limit: 1,
    comparison: '<=',
    unit: '%',
    source: 's',
    confidence: 'F',
    isHard: true,
  }) as never
const plan = {
  sources: [
    { route: { lengthM: 480 }, checks: [check('proof.lineDrop', 1.2, 'holds'), check('access.spareBays', 1, 'fails')] },
    { route: { lengthM: 900 }, checks: [check('proof.lineDrop', 2.4, 'holds')] },
  ],
  checks: [check('sources.forGrade', null, 'unknown')],
} as never

describe('figures of a plan', () => {
  it('are of all its sources, the worst where one is asked for', () => {
    expect(lengthM(plan)).toBe(1380)
    expect(dropPercent(plan)).toBe(2.4)
    expect(figureOf(plan, 'access.spareBays')).toMatchObject({ verdict: 'fails' })
    expect(figureOf(plan, 'access.feederLoss')).toBeUndefined()
  })
  it('a figure that is not known is open too', () => {
    expect(checksOf(plan).filter(isOpen)).toHaveLength(2)
  })
  it('are written with the digits that mean something', () => {
    expect([shown(1234.56, '?'), shown(12.345, '?'), shown(1.2345, '?'), shown(null, '?')]).toEqual([
      '1235',
      '12.3',
      '1.23',
      '?',
    ])
    expect(wan(86_640_000)).toBe('86.6')
  })
  it('carry their unit, and shares of one are said in per cent', () => {
    expect(measured({ rule: 'access.feederOpenCapacity', unit: 'kVA' }, 2700.4, '?')).toBe('2700 kVA')
    expect(measured({ rule: 'proof.sectionLoading', unit: '' }, 0.4317, '?')).toBe('43.2 %')
    expect(measured({ rule: 'access.usersPerFeeder', unit: '' }, 31, '?')).toBe('31')
    expect(measured({ rule: 'proof.sectionLoading', unit: '' }, null, '?')).toBe('?')
  })
})
