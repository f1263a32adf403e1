import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { getAccepted } from '#kernel'
import { getKappa, getShortCircuits, getThermalKa, type ShortCircuitCase, standardsOn } from '#power'

const voltageFactors = standardsOn(getAccepted(loadPowerStandards()), '2026-11-23').shortCircuitFactors
const max = { extreme: 'max' as const, voltageFactors, frequencyHz: 50 }

/**
 * Low-voltage example of IEC TR 60909-4: 20 kV feeder of 10 kA, transformers 630 and 400 kVA on one 400 V network,
 * faults at F1 (630 kVA busbar), F2 (main board) and F3 (end of the overhead line).
 */
const example: ShortCircuitCase = {
  buses: [
    { name: 'Q', kv: 20 },
    { name: 'T1', kv: 0.4 },
    { name: 'T2', kv: 0.4 },
    { name: 'F1', kv: 0.4 },
    { name: 'F2', kv: 0.4 },
    { name: 'F3', kv: 0.4 },
  ],
  feeders: [{ bus: 0, maxKa: 10, rOverX: 0.1 }],
  transformers: [
    {
      high: 0,
      low: 3,
      ratedMva: 0.63,
      highKv: 20,
      lowKv: 0.41,
      shortCircuitPercent: 4,
      loadLossKw: 6.5,
      vectorGroup: 'Dyn5',
      zeroR: 1,
      zeroX: 0.95,
    },
    {
      high: 0,
      low: 2,
      ratedMva: 0.4,
      highKv: 20,
      lowKv: 0.41,
      shortCircuitPercent: 4,
      loadLossKw: 4.6,
      vectorGroup: 'Dyn5',
      zeroR: 1,
      zeroX: 0.95,
    },
  ],
  lines: [
    { from: 3, to: 1, rOhm: 0.000385, xOhm: 0.000395, zeroROhm: 3.7 * 0.000385, zeroXOhm: 1.81 * 0.000395 },
    { from: 2, to: 1, rOhm: 0.000416, xOhm: 0.000136, zeroROhm: 4.23 * 0.000416, zeroXOhm: 1.21 * 0.000136 },
    { from: 1, to: 4, rOhm: 0.00542, xOhm: 0.00174, zeroROhm: 3 * 0.00542, zeroXOhm: 4.46 * 0.00174 },
    { from: 4, to: 5, rOhm: 0.01852, xOhm: 0.01485, zeroROhm: 2 * 0.01852, zeroXOhm: 3 * 0.01485 },
  ],
}

describe('short circuit by IEC 60909-0', () => {
  // Published results of the example, kA; the report rounds its impedances to the third place of a milliohm.
  it.each([
    ['F1', 3, 34.62, 35.64],
    ['F2', 1, 34.12, 34.98],
    ['F3', 5, 6.95, 4.83],
  ])('IEC TR 60909-4 example, %s: I″k3 and I″k1', (_, bus, threePhaseKa, lineToEarthKa) => {
    const [found] = getShortCircuits(example, [bus], max)
    expect(Math.abs((found?.threePhaseKa ?? 0) / threePhaseKa - 1)).toBeLessThanOrEqual(0.002)
    expect(Math.abs((found?.lineToEarthKa ?? 0) / lineToEarthKa - 1)).toBeLessThanOrEqual(0.002)
  })

  /** Worked in docs/methods/short-circuit.md: 10 kV, 200 MVA at the busbar, 3 km JKLYJ-240. */
  const feeder: ShortCircuitCase = {
    buses: [
      { name: 'busbar', kv: 10 },
      { name: 'end', kv: 10 },
      { name: 'board', kv: 0.4 },
      { name: 'apart', kv: 10 },
    ],
    feeders: [{ bus: 0, maxKa: 11.547, minKa: 8, rOverX: 0.1 }],
    lines: [{ from: 0, to: 1, rOhm: 0.375, xOhm: 0.924, endTemperatureC: 90 }],
    transformers: [
      {
        high: 1,
        low: 2,
        ratedMva: 0.63,
        highKv: 10,
        lowKv: 0.4,
        shortCircuitPercent: 4.5,
        loadLossKw: 6.2,
        vectorGroup: 'Dyn11',
      },
    ],
  }
  it('10 kV feeder by hand, largest and smallest', () => {
    // Zq = 1.1·10/(√3·11.547) = 0.55 Ω → 0.0547 + j0.5473; sum 0.4297 + j1.4713 = 1.5328 Ω; 6.351/1.5328 = 4.143 kA.
    const [busbar, end] = getShortCircuits(feeder, [0, 1], max)
    expect(busbar?.threePhaseKa).toBeCloseTo(11.547, 6)
    expect(busbar?.threePhaseMva).toBeCloseTo(200, 2)
    expect(end?.threePhaseKa).toBeCloseTo(4.143, 3)
    expect(end?.twoPhaseKa).toBeCloseTo(3.588, 3)
    expect(end?.kappa).toBeCloseTo(1.02 + 0.98 * Math.exp((-3 * 0.42973) / 1.47127), 4)
    expect(end?.lineToEarthKa).toBeNull()
    // Smallest: c = 1.0, 8 kA → 0.7217 Ω (0.0718 + j0.7181); R·1.28 = 0.48; 0.5518 + j1.6421 = 1.7323 Ω; 5.7735/1.7323 = 3.333 kA.
    const [low] = getShortCircuits(feeder, [1], { ...max, extreme: 'min' })
    expect(low?.threePhaseKa).toBeCloseTo(3.333, 3)
  })
  it('a Dyn transformer carries earth current on its low side only', () => {
    const [board, apart] = getShortCircuits(feeder, [2, 3], max)
    expect(board?.lineToEarthKa).toBeGreaterThan(board?.threePhaseKa ?? 0)
    expect(apart).toMatchObject({ threePhaseKa: 0, lineToEarthKa: null })
  })
  it('a motor adds to the largest current only', () => {
    const motors = [{ bus: 2, ratedMva: 0.2, kv: 0.4, startRatio: 6, rOverX: 0.42 }]
    const [plain] = getShortCircuits(feeder, [2], max)
    const [fed] = getShortCircuits({ ...feeder, motors }, [2], max)
    // 6 · 0.2 MVA / (√3 · 0.4 kV) = 1.732 kA with c = 1.05 → about 1.82 kA, a little less for the angle between both.
    expect((fed?.threePhaseKa ?? 0) - (plain?.threePhaseKa ?? 0)).toBeGreaterThan(1.7)
    expect((fed?.threePhaseKa ?? 0) - (plain?.threePhaseKa ?? 0)).toBeLessThan(1.83)
    const [min] = getShortCircuits({ ...feeder, motors }, [2], { ...max, extreme: 'min' })
    expect(min?.threePhaseKa).toBe(getShortCircuits(feeder, [2], { ...max, extreme: 'min' })[0]?.threePhaseKa)
  })
  it('peak factor and thermal equivalent by their formulas', () => {
    expect(getKappa(0)).toBeCloseTo(2, 9)
    // κ = 1.8, 50 Hz, 1 s: m = 1 / (2·50·0.2231) = 0.0448.
    expect(getThermalKa(10, 1.8, 1, 50)).toBeCloseTo(10.222, 3)
  })
})
