import { describe, expect, it } from 'vitest'
import { checkPhaseBalance, chooseLeastLoadedPhase, getPhaseUnbalance } from './phase-balance.ts'

const parameters = [
  {
    name: 'lowVoltage.maxPhaseUnbalance',
    value: 0.25,
    unit: '',
    validFrom: '2000-01-01',
    validTo: undefined,
    source: 'Q/GDW 1519',
    confidence: 'M~' as const,
  },
]
const draftingOf = (phases: number) => ({ standards: { parameters }, need: { voltage: { phases } } }) as never
const transformer = (phaseAMaxA?: number, phaseBMaxA?: number, phaseCMaxA?: number) =>
  ({ name: 'T1', phaseAMaxA, phaseBMaxA, phaseCMaxA }) as never

describe('balance of the phases of a public transformer', () => {
  it('is (Imax − Imin) / Imax; a load goes on the least loaded phase', () => {
    expect(getPhaseUnbalance({ A: 200, B: 150, C: 180 })).toBeCloseTo(0.25, 12)
    expect(getPhaseUnbalance({ A: 0, B: 0, C: 0 })).toBe(0)
    expect(chooseLeastLoadedPhase({ A: 200, B: 150, C: 180 })).toBe('B')
    expect(chooseLeastLoadedPhase({ A: 100, B: 100, C: 180 })).toBe('A')
  })
  it.each([
    // 90 + 48 = 138 over the 120 of C: (138 − 115) / 138 = 16.7 %.
    ['holds', transformer(90, 115, 120), 48, 'A', 1 / 6],
    // 100 + 60 = 160 over 100: 37.5 %.
    ['fails', transformer(100, 100, 100), 60, 'A', 0.375],
    // From 60 % down to 40 %: better than it was, though beyond the limit.
    ['holds', transformer(80, 200, 200), 40, 'A', 0.4],
  ] as const)('%s', (verdict, at, loadA, phase, value) => {
    const found = checkPhaseBalance(draftingOf(1), at, loadA)
    expect(found.phase).toBe(phase)
    expect(found.checks[0]).toMatchObject({ verdict, isHard: true })
    expect(found.checks[0]?.value).toBeCloseTo(value, 9)
  })
  it('only tells that it is not known where a phase is not listed, and is not asked of three phases', () => {
    expect(checkPhaseBalance(draftingOf(1), transformer(90, 115), 48)).toMatchObject({
      phase: undefined,
      checks: [{ verdict: 'unknown', isHard: false }],
    })
    expect(checkPhaseBalance(draftingOf(3), transformer(90, 115, 120), 48).checks).toEqual([])
  })
})
