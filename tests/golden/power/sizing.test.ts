import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { getAccepted } from '#kernel'
import {
  checkSources,
  chooseCompensation,
  chooseConductor,
  chooseMetering,
  chooseTransformer,
  chooseVoltage,
  estimateDwellings,
  estimateLoad,
  findDwellingKw,
  findMeteringClass2000,
  getCompensationKvar,
  getEconomicSection,
  getEmergencySourceKw,
  getHighReliabilityFen,
  getHouseholdFactor,
  getInstallationFactor,
  getMeteringClass,
  getParameter,
  getPowerFactorAdjustment,
  getRatedA,
  getTariffClass,
  getTransformerLossW,
  getVoltageDropPercent,
  standardsOn,
  wordDemarcation,
} from '#power'

const all = getAccepted(loadPowerStandards())
const now = standardsOn(all, '2026-11-23')

describe('voltage selection, domain facts 3.1', () => {
  const choose = (
    loadKw: number,
    capacityKva: number,
    isThreePhase: boolean,
    date = '2026-11-23',
    scopes: string[] = [],
  ) => {
    const chosen = chooseVoltage({ loadKw, capacityKva, isThreePhase }, standardsOn(all, date).voltageLevels, scopes)
    return chosen.ok ? chosen.value.level.kv : chosen.refusal.code
  }
  it.each([
    [8, 8, false, '2026-11-23', 0.22],
    [11.9, 12, false, '2026-11-23', 0.22],
    [12, 12, false, '2026-11-23', 0.38],
    [8, 8, true, '2026-11-23', 0.38],
    [160, 180, true, '2026-11-23', 0.38],
    [161, 200, true, '2026-11-23', 10],
    [15000, 20000, true, '2026-11-23', 10],
    [18000, 20001, true, '2026-11-23', 35],
    [36000, 40000, true, '2026-11-23', 35],
    [36000, 40001, true, '2026-11-23', 110],
    [90000, 100001, true, '2026-11-23', 220],
    [10, 10, false, '2020-01-01', 0.22],
    [11, 11, false, '2020-01-01', 0.38],
    [100, 120, true, '2020-01-01', 0.38],
    [101, 120, true, '2020-01-01', 10],
    [9000, 10000, true, '2020-01-01', 10],
    [9000, 10001, true, '2020-01-01', 35],
  ])('%d kW, %d kVA, three-phase %s, on %s: %s kV', (kw, kva, three, date, kv) => {
    expect(choose(kw, kva, three, date)).toBe(kv)
  })
  it('follows a local rule where one applies', () => {
    expect(choose(16, 16, false, '2026-11-23', ['local-16kw'])).toBe(0.22)
    expect(choose(200, 220, true, '2026-11-23', ['local-200kw'])).toBe(0.38)
  })
  it('names the higher levels that would do', () => {
    const chosen = getAccepted(
      chooseVoltage({ loadKw: 5000, capacityKva: 6000, isThreePhase: true }, now.voltageLevels),
    )
    expect(chosen.alternatives.map((row) => row.kv)).toEqual([35])
  })
})

describe('load estimate, domain facts 3.3', () => {
  it('adds demand factors by hand', () => {
    // Fans 100 kW: 0.8·100 = 80 kW at cosφ 0.8 → 60 kvar. Furnace 50 kW: 0.8·50 = 40 kW at 0.95 → 13.147 kvar.
    // P = 0.9·120 = 108; Q = 0.97·73.147 = 70.953; S = 129.22; /0.8 = 161.53 kVA.
    const estimate = getAccepted(
      estimateLoad(
        [
          { name: 'fans', category: 'fan-pump-compressor', count: 2, unitKw: 50 },
          { name: 'furnace', category: 'resistance-furnace', count: 1, unitKw: 50 },
          { name: 'fire pump', category: 'fan-pump-compressor', count: 1, unitKw: 37, isFireOnly: true },
        ],
        now,
      ),
    )
    expect(estimate.loadKw).toBeCloseTo(108, 9)
    expect(estimate.loadKvar).toBeCloseTo(70.9528, 3)
    expect(estimate.neededKva).toBeCloseTo(161.53, 2)
    expect(estimate.installedKw).toBe(187)
  })
  it('names every fault of the list at once', () => {
    const refused = estimateLoad(
      [
        { name: 'a', category: 'nothing', count: 1, unitKw: 1 },
        { name: 'b', category: 'crane', count: 0, unitKw: -1, cosPhi: 1.2 },
      ],
      now,
    )
    expect(!refused.ok && refused.refusal.faults?.map((fault) => fault.path)).toEqual([
      'items[0].category',
      'items[1].count',
      'items[1].unitKw',
      'items[1].cosPhi',
    ])
  })
  it.each([
    ['machining-small-batch', 0.16, 0.2, 0.5, 0.5],
    ['machining-large-batch', 0.2, 0.2, 0.5, 0.5],
    ['hot-working', 0.27, 0.27, 0.6, 0.6],
    ['fan-pump-compressor', 0.7, 0.8, 0.8, 0.8],
    ['air-conditioning', 0.65, 0.8, 0.8, 0.8],
    ['shop-lighting', 0.85, 0.9, 0.9, 0.9],
    ['resistance-furnace', 0.7, 0.8, 0.95, 1],
    ['welder', 0.35, 0.35, 0.35, 0.6],
    ['crane', 0.15, 0.25, 0.5, 0.5],
    ['passenger-lift', 0.2, 0.2, 0.5, 0.5],
    ['goods-lift', 0.7, 0.7, 0.7, 0.7],
    ['data-hall', 0.8, 0.9, 0.95, 0.95],
  ])('%s has Kd %d to %d and cosφ %d to %d', (category, a, b, c, d) => {
    expect(now.equipmentFactors.find((row) => row.category === category)).toMatchObject({
      demandLow: a,
      demandHigh: b,
      cosPhiLow: c,
      cosPhiHigh: d,
    })
  })
  it.each([
    ['jgj-242', 60, 3],
    ['jgj-242', 60.1, 4],
    ['jgj-242', 90, 4],
    ['jgj-242', 140, 6],
    ['jgj-242', 190, 8],
    ['shandong-2010', 80, 4],
    ['shandong-2010', 120, 6],
    ['shandong-2010', 150, 8],
    ['shandong-2010', 151, 12],
    ['jiangsu', 120, 8],
    ['jiangsu', 150, 12],
    ['jiangsu', 151, 16],
  ])('a dwelling by %s of %d m² takes %d kW', (ruleSet, areaM2, kw) => {
    const rows = now.dwellingLoads.filter((row) => row.ruleSet === ruleSet)
    expect(findDwellingKw(areaM2, rows)).toBe(kw)
  })
  it.each([
    [1, 1],
    [3, 0.9],
    [4, 0.9],
    [8, 0.65],
    [9, 0.65],
    [12, 0.5],
    [13, 0.5],
    [24, 0.45],
    [25, 0.45],
    [124, 0.4],
    [125, 0.4],
    [259, 0.3],
    [260, 0.3],
    [300, 0.26],
    [1000, 0.26],
  ])('%d dwellings on a phase have factor %d', (count, factor) => {
    expect(getHouseholdFactor(count, now.householdFactors)).toBeCloseTo(factor, 12)
  })
  it('shares a compound over three phases', () => {
    // 300 dwellings of 100 m², 6 kW each: 100 a phase, factor 0.45 − 75/99·0.05 = 0.41212; 1800 kW · 0.41212 = 741.8.
    const tables = { ...now, dwellingLoads: now.dwellingLoads.filter((row) => row.ruleSet === 'jgj-242') }
    expect(getAccepted(estimateDwellings([{ areaM2: 100, count: 300 }], tables)).loadKw).toBeCloseTo(741.82, 2)
  })
})

describe('transformers, domain facts 3.3 and 3.11', () => {
  it.each([
    [29, 30, 1],
    [161.5, 200, 1],
    [2500, 2500, 1],
    [2501, 1600, 2],
    [5100, 2000, 3],
  ])('%d kVA asked for: %d kVA × %d', (needed, unitKva, count) => {
    expect(getAccepted(chooseTransformer(needed, now.transformerSizes))).toMatchObject({ unitKva, count })
  })
  it('keeps to the ceiling of a mounting', () => {
    const pole = now.transformerMountings.find((row) => row.mounting === 'pole')
    expect(getAccepted(chooseTransformer(700, now.transformerSizes, pole?.usualMaxKva))).toMatchObject({
      unitKva: 400,
      count: 2,
    })
  })
  it('has every rating in all three grades with less loss at a better grade', () => {
    for (const { kva } of now.transformerSizes) {
      const grades = [3, 2, 1].map((grade) =>
        now.transformers.find((row) => row.kva === kva && row.efficiencyGrade === grade),
      )
      const losses = grades.map((row) => (row ? getTransformerLossW(row, 1) : Number.NaN))
      expect(losses.toSorted((a, b) => b - a)).toEqual(losses)
    }
    expect(now.transformers.find((row) => row.kva === 200 && row.efficiencyGrade === 2)).toMatchObject({
      noLoadW: 215,
      loadLossW: 2185,
    })
    expect(now.transformers.find((row) => row.kva === 100 && row.efficiencyGrade === 1)).toMatchObject({
      noLoadW: 120,
      loadLossW: 1140,
    })
  })
})

describe('reactive power, domain facts 3.5', () => {
  it('Qc = P(tanφ1 − tanφ2)', () => {
    // 200 kW from 0.8 (tan 0.75) to 0.95 (tan 0.328684): 84.263 kvar.
    expect(getCompensationKvar(200, 0.8, 0.95)).toBeCloseTo(84.263, 3)
    expect(getCompensationKvar(200, 0.98, 0.95)).toBe(0)
  })
  it('takes 30 % of the rating where nothing is known', () => {
    const chosen = chooseCompensation({ transformerKva: 630, supplyKv: 10, targetCosPhi: 0.95 }, now.parameters)
    expect(chosen).toMatchObject({ kvar: 189, basis: 'share' })
  })
  it.each([
    [0.9, 0.9, 0],
    [0.9, 0.95, -0.75],
    [0.9, 1, -0.75],
    [0.9, 0.89, 0.5],
    [0.9, 0.7, 10],
    [0.9, 0.65, 15],
    [0.9, 0.64, 17],
    [0.85, 0.9, -0.5],
    [0.85, 0.94, -1.1],
    [0.85, 0.65, 10],
    [0.85, 0.6, 15],
    [0.8, 0.9, -1],
    [0.8, 0.92, -1.3],
    [0.8, 0.6, 10],
    [0.8, 0.55, 15],
  ])('standard %d at cosφ %d changes the bill by %d %%', (standard, cosPhi, percent) => {
    expect(getPowerFactorAdjustment(cosPhi, standard, now.powerFactorAdjustment)).toBeCloseTo(percent, 9)
  })
})

describe('metering, domain facts 3.6', () => {
  const meter = (supplyKv: number, capacityKva: number, transformerCount = 1) =>
    getAccepted(chooseMetering({ supplyKv, capacityKva, transformerCount, lowKv: 0.4 }, now))
  it.each([
    [315, 30],
    [400, 30],
    [500, 40],
    [630, 50],
    [800, 75],
    [1000, 75],
    [1250, 100],
    [1600, 150],
    [2000, 150],
    [2500, 200],
  ])('10 kV, %d kVA: %d/5', (kva, primaryA) => {
    const metering = meter(10, kva)
    expect(metering).toMatchObject({
      arrangement: 'high-supply-high-meter',
      class: 'III',
      currentTransformer: { primaryA, secondaryA: 5 },
    })
    expect(metering.voltageTransformer).toEqual({ primaryKv: 10, secondaryKv: 0.1 })
  })
  it.each([
    [50, 100],
    [80, 150],
    [100, 200],
    [160, 300],
    [200, 400],
    [250, 500],
  ])('low-side meter, %d kVA: %d/5, losses added', (kva, primaryA) => {
    expect(meter(10, kva)).toMatchObject({
      arrangement: 'high-supply-low-meter',
      class: 'IV',
      addsTransformerLosses: true,
      currentTransformer: { primaryA, secondaryA: 5 },
    })
  })
  it('0.4 kV, 315 kVA: 600/5', () => {
    expect(meter(0.4, 315).currentTransformer?.primaryA).toBe(600)
  })
  it('two small transformers are metered on the high side', () => {
    expect(meter(10, 250, 2).arrangement).toBe('high-supply-high-meter')
  })
  it('a low-voltage load up to 60 A is metered directly', () => {
    expect(meter(0.38, 39).currentTransformer).toBeUndefined()
    expect(meter(0.38, 40).currentTransformer?.primaryA).toBe(100)
    expect(meter(0.22, 8)).toMatchObject({ class: 'V', activeClass: '2', arrangement: 'low-voltage' })
  })
  it.each([
    [220, 'I', '0.2S', '0.2', '0.2S'],
    [110, 'II', '0.5S', '0.2', '0.2S'],
    [66, 'II', '0.5S', '0.2', '0.2S'],
    [35, 'III', '0.5S', '0.5', '0.5S'],
    [10, 'III', '0.5S', '0.5', '0.5S'],
    [0.38, 'IV', '1', '0.5', '0.5S'],
    [0.22, 'V', '2', undefined, '0.5S'],
  ])('settled at %d kV: class %s', (kv, name, active, pt, ct) => {
    expect(getMeteringClass(kv, now.meteringClasses)).toMatchObject({
      class: name,
      activeClass: active,
      voltageTransformerClass: pt,
      currentTransformerClass: ct,
    })
  })
  it('classes old records by the 2000 edition', () => {
    const classOf = (capacityKva: number, mwhPerMonth = 0, isSinglePhase = false) =>
      findMeteringClass2000({ capacityKva, mwhPerMonth, isSinglePhase }, all.meteringClasses)?.class
    expect([classOf(10000), classOf(2000), classOf(315), classOf(314), classOf(8, 0, true)]).toEqual([
      'I',
      'II',
      'III',
      'IV',
      'V',
    ])
    expect([classOf(500, 5000), classOf(500, 1000), classOf(200, 100)]).toEqual(['I', 'II', 'III'])
  })
  it('rated current: 630 kVA at 10 kV is 36.37 A', () => {
    expect(getRatedA(630, 10)).toBeCloseTo(36.373, 3)
    expect(getRatedA(11, 0.22)).toBeCloseTo(50, 9)
  })
})

describe('tariff class, domain facts 3.7', () => {
  it.each([
    [100, 'single'],
    [100.1, 'choice'],
    [314, 'choice'],
    [315, 'two-part'],
    [20000, 'two-part'],
  ])('%d kVA: %s', (kva, name) => {
    expect(getTariffClass(kva, now.tariffClasses).class).toBe(name)
    expect(getTariffClass(kva, standardsOn(all, '2025-01-01').tariffClasses).class).toBe(name)
  })
  it('says that the thresholds of no. 1077 have not been read', () => {
    expect(getTariffClass(400, now.tariffClasses)).toMatchObject({ confidence: 'M?', validFrom: '2026-08-01' })
  })
})

describe('important customers, domain facts 3.4', () => {
  const grade = (name: string) => {
    const row = now.importanceGrades.find((found) => found.grade === name)
    if (!row) throw new Error(name)
    return row
  }
  const a1 = { substation: 'A', busSection: 'I', incomer: 'L1' }
  const a2 = { substation: 'A', busSection: 'II', incomer: 'L2' }
  const a2same = { substation: 'A', busSection: 'II', incomer: 'L1' }
  const b1 = { substation: 'B', busSection: 'I', incomer: 'L3' }
  it.each([
    ['special', [a1, a2, b1], []],
    ['special', [a1, b1], ['sources.tooFew']],
    ['special', [a1, a2, a2], ['sources.sameSubstation']],
    ['first', [a1, b1], []],
    ['first', [a1, a2], []],
    ['first', [a1, a2same], ['sources.sameIncomer']],
    ['first', [a1, a1], ['sources.sameBus']],
    ['second', [a1, a2same], []],
    ['second', [a1, a1], ['sources.sameBus']],
    ['second', [a1], ['sources.tooFew']],
    ['ordinary', [a1], []],
  ] as const)('%s with %j: %j', (name, sources, faults) => {
    expect(checkSources(grade(name), sources)).toEqual(faults)
  })
  it('a temporary source serves a temporary grade', () => {
    expect(checkSources(grade('temporary'), [a1], true)).toEqual([])
  })
  it('own emergency source is 120 % of the security load', () => {
    expect(getEmergencySourceKw(200, now.parameters)).toBe(240)
  })
  it('the high-reliability charge falls on all circuits but the largest', () => {
    expect(getHighReliabilityFen([1000, 630, 1000], 2000)).toBe((1000 + 630) * 2000)
    expect(getHighReliabilityFen([1000], 2000)).toBe(0)
  })
})

describe('conductors, domain facts 3.10', () => {
  it('ΔU% = (PR + QX)L / 10U²', () => {
    // 2000 kW + 1000 kvar over 3 km of JKLYJ-240 at 10 kV: (2000·0.125 + 1000·0.308)·3/1000 = 1.674 %.
    expect(
      getVoltageDropPercent({ rOhmPerKm: 0.125, xOhmPerKm: 0.308 }, { loadKw: 2000, loadKvar: 1000, lengthKm: 3 }, 10),
    ).toBeCloseTo(1.674, 9)
  })
  it.each([
    ['overhead', 'air', 10, 195, 'JKLYJ-10-50'],
    ['cable', 'duct', 10, 116, 'YJV22-10-3x50'],
    ['cable', 'ground', 10, 520, 'YJV22-10-3x400'],
    ['cable', 'air', 0.38, 445, 'YJV22-0.4-240'],
    ['overhead', 'air', 0.38, 180, 'JKLY-0.4-50'],
  ] as const)('%s in %s at %d kV for %d A: %s', (laying, installation, kv, loadA, model) => {
    const rows = now.conductors.filter((row) => !row.model.startsWith('LGJ'))
    expect(getAccepted(chooseConductor({ kv, laying, installation, loadA }, rows)).model).toBe(model)
  })
  it('takes a larger section for the voltage drop', () => {
    const drop = { loadKw: 2000, loadKvar: 1000, lengthKm: 10, maxPercent: 7 }
    const rows = now.conductors.filter((row) => !row.model.startsWith('LGJ'))
    const chosen = getAccepted(
      chooseConductor({ kv: 10, laying: 'overhead', installation: 'air', loadA: 130, drop }, rows),
    )
    expect(chosen.model).toBe('JKLYJ-10-185')
  })
  it('refuses what no conductor carries', () => {
    expect(chooseConductor({ kv: 10, laying: 'cable', installation: 'duct', loadA: 2000 }, now.conductors).ok).toBe(
      false,
    )
  })
})

describe('installation (GB 50217)', () => {
  it('multiplies the factors and interpolates between rows', () => {
    expect(
      getAccepted(getInstallationFactor({ soilTemperatureC: 30, cablesSideBySide: 2 }, now.installationFactors)),
    ).toBeCloseTo(0.96 * 0.9, 9)
    expect(getAccepted(getInstallationFactor({ airTemperatureC: 37.5 }, now.installationFactors))).toBeCloseTo(1.025, 9)
    expect(getAccepted(getInstallationFactor({ airTemperatureC: 25 }, now.installationFactors))).toBe(1.14)
    expect(getAccepted(getInstallationFactor({}, now.installationFactors))).toBe(1)
  })
  it('agrees with √((90 − T)/(90 − T₀)) to a hundredth', () => {
    for (const { kind, value, factor } of now.installationFactors) {
      const reference = { 'air-temperature-90': 40, 'soil-temperature-90': 25 }[kind as string]
      if (reference !== undefined)
        expect(Math.abs(factor - Math.sqrt((90 - value) / (90 - reference)))).toBeLessThan(0.01)
    }
  })
  it('refuses what is outside the table', () => {
    const refused = getInstallationFactor({ soilTemperatureC: 50, soilResistivity: 9 }, now.installationFactors)
    expect(!refused.ok && refused.refusal.faults?.map((fault) => fault.path)).toEqual([
      'soilTemperatureC',
      'soilResistivity',
    ])
  })
  it('economic section is the nearest to current over density', () => {
    expect(getEconomicSection(200, 1.15, [50, 70, 95, 120, 150, 185, 240])).toBe(185)
  })
})

describe('standards', () => {
  it('holds the limits of domain facts 3.8', () => {
    expect(getParameter(now.parameters, 'voltage.maxDeviationUpTo20kvPercent')).toBe(7)
    expect(now.harmonicCurrentLimits.filter((row) => row.kv === 10).map((row) => row.limitA)).toEqual([
      26, 20, 13, 20, 8.5, 15, 6.4, 6.8, 5.1, 9.3, 4.3, 7.9,
    ])
    expect(now.supplyRadius.map((row) => row.maxM)).toEqual([150, 150, 250, 400, 500])
  })
  it('words the demarcation point with the pole filled in', () => {
    const worded = wordDemarcation('medium-voltage-public-overhead', { pole: '12号杆' }, now.demarcationPoints)
    expect(worded.textZh).toContain('12号杆柱上开关设备负荷侧与用户电缆连接点处')
  })
})
