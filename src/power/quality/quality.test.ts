import { describe, expect, it } from 'vitest'
import { checkHarmonicCurrents, checkHarmonicVoltages, findAllowedCurrentA, getHarmonicVoltages } from './harmonics.ts'
import { checkVoltageChange, getUnbalancePercent, getVoltageChangePercent } from './voltage-change.ts'

const dated = { validFrom: '1994-03-01', validTo: undefined, source: 'GB/T', confidence: 'M+' as const }
const currents = [26, 20, 13, 20, 8.5, 15, 6.4, 6.8, 5.1, 9.3, 4.3, 7.9].map((limitA, at) => ({
  kv: 10,
  referenceMva: 100,
  order: at + 2,
  limitA,
  ...dated,
}))
const voltages = [{ fromKv: 6, toKv: 10, totalPercent: 4, oddPercent: 3.2, evenPercent: 1.6, ...dated }]
const changes = [
  [1, 4, 3],
  [10, 3, 2.5],
  [100, 2, 1.5],
  [1000, 1.25, 1],
].map(([maxPerHour = 0, lowAndMediumPercent = 0, highPercent = 0]) => ({
  maxPerHour,
  lowAndMediumPercent,
  highPercent,
  ...dated,
}))
const point = { kv: 10, shortCircuitMva: 150, agreedMva: 5, supplyMva: 20 }

describe('harmonics (GB/T 14549), by hand', () => {
  it('scales the table by short-circuit power and share', () => {
    // h5: 20·150/100·(5/20)^(1/1.2) = 30·0.31498 = 9.449 A; h2: 26·1.5·0.25^0.5 = 19.5 A.
    expect(findAllowedCurrentA(point, 5, currents)).toBeCloseTo(9.449, 3)
    expect(findAllowedCurrentA(point, 2, currents)).toBeCloseTo(19.5, 9)
    expect(findAllowedCurrentA(point, 17, currents)).toBeUndefined()
  })
  it('passes and fails by order, unknown where there is no limit', () => {
    const checks = checkHarmonicCurrents(
      point,
      [
        { order: 5, currentA: 9.4 },
        { order: 7, currentA: 30 },
        { order: 17, currentA: 1 },
      ],
      currents,
    )
    expect(checks.map((check) => check.verdict)).toEqual(['holds', 'fails', 'unknown'])
  })
  it('raises U_h = √3·h·U·I_h / (10·Sk)', () => {
    // √3·5·10·20/(10·150) = 1.1547 %.
    expect(getHarmonicVoltages(point, [{ order: 5, currentA: 20 }])[0]?.percent).toBeCloseTo(1.1547, 4)
    const checks = checkHarmonicVoltages(
      point,
      [
        { order: 5, currentA: 20 },
        { order: 4, currentA: 40 },
      ],
      voltages,
    )
    // √3·4·10·40/1500 = 1.8475 %, over 1.6 % for even orders.
    expect(checks.map((check) => check.verdict)).toEqual(['holds', 'holds', 'fails'])
    expect(checks[0]?.value).toBeCloseTo(Math.hypot(1.1547, 1.8475), 3)
  })
})

describe('voltage change (GB/T 12326) and unbalance, by hand', () => {
  const network = { rOhm: 0.3, xOhm: 0.6, kv: 10 }
  it('d = (R·ΔP + X·ΔQ)/U²', () => {
    // (0.3·1 + 0.6·3)/100 = 2.1 %.
    expect(getVoltageChangePercent({ changeMw: 1, changeMvar: 3, perHour: 5 }, network)).toBeCloseTo(2.1, 9)
  })
  it.each([
    [1, 'holds'],
    [10, 'holds'],
    [11, 'fails'],
    [1001, 'unknown'],
  ])('%d times an hour: %s', (perHour, verdict) => {
    expect(checkVoltageChange({ changeMw: 1, changeMvar: 3, perHour }, network, changes).verdict).toBe(verdict)
  })
  it('a load between two lines unbalances by S/Sk', () => {
    expect(getUnbalancePercent(1.3, 100)).toBeCloseTo(1.3, 9)
  })
})
