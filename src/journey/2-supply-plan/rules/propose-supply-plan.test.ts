import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { refusalOf, staffActor, takeStep } from '../../../../tests/case-builder.ts'
import { acceptedCase, type SampleSite, surveyOfFactory } from '../../../../tests/sample-site.ts'
import { shippedStandards } from '../../../../tests/shipped-standards.ts'
import { surveySite } from '../survey-site.ts'
import { checkSupplyPlan, unmet } from './check-supply-plan.ts'
import { readPlanBasis } from './plan-basis.ts'
import { planRules, proposeSupplyPlan } from './propose-supply-plan.ts'
import { serviceCharges } from './service-charges.ts'

const standards = await shippedStandards()
const today = plainDate('2026-03-05')
const rules = planRules(standards, today)
const step = { actor: staffActor('account-manager'), at: '2026-03-04T10:00:00+08:00', standards }

function surveyed(survey: Record<string, unknown>, site: SampleSite = {}) {
  return takeStep(acceptedCase(site), surveySite, { ...surveyOfFactory, ...survey }, step)
}
const propose = (survey: Record<string, unknown>, site: SampleSite = {}) =>
  getAccepted(proposeSupplyPlan(surveyed(survey, site), standards, today))

function checksOf(file: ReturnType<typeof surveyed>, differs = {}) {
  const basis = getAccepted(readPlanBasis(file, rules.power))
  const plan = getAccepted(proposeSupplyPlan(file, standards, today))
  return unmet(checkSupplyPlan({ ...plan, ...differs }, basis, rules)).map((check) => [check.check, check.verdict])
}

describe('a high-voltage plan by hand', () => {
  // Rated current at 0.4 kV: S/(1.732·0.4) = 1.443·S; at 10 kV: S/17.32. CT primary: smallest standard ≥ 1.25 × that.
  it.each([
    // 99 → 100 kVA; 144 A at 0.4 kV, ×1.25 = 180 → 200/5; up to 100 kVA single-part; one unit below 315: low-side meter.
    [99, 100, 'hl', 'IV', '1', '200/5', undefined, 'commercial-single', 'pole'],
    [100, 100, 'hl', 'IV', '1', '200/5', undefined, 'commercial-single', 'pole'],
    // 315: 18.2 A at 10 kV, ×1.25 = 22.7 → 30/5; from 315 two-part and metered on the high side.
    [315, 315, 'hh', 'III', '0.5S', '30/5', '10/0.1', 'commercial-two-part', 'pole'],
    // 316 → 400 kVA: 23.1 A, ×1.25 = 28.9 → 30/5.
    [316, 400, 'hh', 'III', '0.5S', '30/5', '10/0.1', 'commercial-two-part', 'pole'],
    // 250: 361 A at 0.4 kV, ×1.25 = 451 → 500/5; between 100 and 315 the customer chooses.
    [250, 250, 'hl', 'IV', '1', '500/5', undefined, 'commercial-choice', 'pole'],
    // 800: 46.2 A, ×1.25 = 57.7 → 75/5; above the box's usual 630, so a room.
    [800, 800, 'hh', 'III', '0.5S', '75/5', '10/0.1', 'commercial-two-part', 'room'],
  ])('%d kVA', (asked, kva, mode, meteringClass, accuracy, ct, pt, tariff, mounting) => {
    const plan = propose({ approvedCapacityKva: asked })
    expect(plan).toMatchObject({
      approvedCapacityKva: kva,
      voltageKv: 10,
      phases: 'three-phase',
      transformers: [{ capacityKva: kva, count: 1, mounting }],
      dispatched: false,
    })
    expect(plan.metering).toHaveLength(1)
    const [row] = plan.metering
    expect(row).toMatchObject({ meteringMode: mode, meteringClass, accuracyClass: accuracy, ctRatio: ct })
    expect(row?.ptRatio).toBe(pt)
    expect(row?.tariffClass).toBe(tariff)
    expect(row?.addsTransformerLosses).toBe(mode === 'hl')
  })

  it('splits what is above the usual size of a room', () => {
    // 2000 kVA: a room takes 1250 at most, so 2 × 1000.
    expect(propose({ approvedCapacityKva: 2000 }).transformers).toEqual([
      { capacityKva: 1000, count: 2, mounting: 'room' },
    ])
  })

  it('compensates by the load of the list, else by the share of the rating', () => {
    // No list: 30 % of 630 = 189 kvar.
    expect(propose({}).compensationKvar).toBe(189)
    // Fans 2 × 50 kW: 80 kW, 60 kvar; furnace 50 kW: 40 kW, 13.15 kvar. P = 0.9·120 = 108, Q = 0.97·73.15 = 70.95.
    // tanφ of 0.90 is 0.4843: 70.95 − 108·0.4843 = 18.65 → 19 kvar.
    const equipment = [
      { name: '风机', category: 'fan-pump-compressor', count: 2, unitKw: 50, isThreePhase: true, isFireOnly: false },
      { name: '电炉', category: 'resistance-furnace', count: 1, unitKw: 50, isThreePhase: true, isFireOnly: false },
    ]
    expect(propose({ approvedCapacityKva: 200 }, { load: { equipment } }).compensationKvar).toBe(19)
    // √(108² + 70.95²) / 0.8 = 161.5 kVA needed: 160 is too small, 200 enough.
    const small = surveyed({ approvedCapacityKva: 160 }, { load: { equipment } })
    expect(checksOf(small)).toEqual([['capacity-covers-load', 'failed']])
  })

  it('counts a line of no known category in full', () => {
    const equipment = [{ name: '特种设备', count: 1, unitKw: 100, isThreePhase: true, isFireOnly: false }]
    const basis = getAccepted(readPlanBasis(surveyed({}, { load: { equipment } }), rules.power))
    expect(basis.load.countedInFull).toEqual(['特种设备'])
    expect(basis.load.loadKw).toBeCloseTo(90, 9)
  })
})

describe('a plan with two sources by hand', () => {
  const site = { variables: { importance: 'first', sources: 2, ownGenerator: true }, load: { sources: 2 } } as const
  const hospital = {
    approvedCapacityKva: 1600,
    ownGenerator: true,
    ownGeneratorKw: 400,
    securityLoadKw: 300,
    customerWorks: true,
  }

  it('has two full sources, two equal units, a meter for each, and the dispatcher', () => {
    const plan = propose(hospital, site)
    expect(plan.transformers).toEqual([{ capacityKva: 800, count: 2, mounting: 'room' }])
    expect(plan.sources.map(({ role, capacityKva }) => [role, capacityKva])).toEqual([
      ['main', 1600],
      ['standby', 1600],
    ])
    // 1600/17.32 = 92.4 A, ×1.25 = 115.5 → 150/5.
    expect(plan.metering.map((row) => [row.sourceNumber, row.meteringMode, row.ctRatio])).toEqual([
      [1, 'hh', '150/5'],
      [2, 'hh', '150/5'],
    ])
    expect(plan).toMatchObject({ dispatched: true, ownGeneratorKw: 400, securityLoadKw: 300 })
  })

  it('pays the high-reliability charge on all circuits but the largest', () => {
    const plan = propose(hospital, site)
    const [first, second] = plan.sources
    if (!first || !second) throw new Error('two sources')
    // The standby at 1000 kVA by cable at 10 kV: 1000 · 126 yuan in the shipped example rates.
    const charges = getAccepted(serviceCharges({ ...plan, sources: [first, { ...second, capacityKva: 1000 }] }, rules))
    expect(charges).toMatchObject([{ quantityKva: 1000, unitPriceYuan: '126', amountFen: 12_600_000 }])
    // Equal ones: one of them, once.
    expect(getAccepted(serviceCharges(plan, rules))).toMatchObject([{ amountFen: 20_160_000 }])
    expect(getAccepted(serviceCharges({ ...plan, sources: [first] }, rules))).toEqual([])
  })

  it('refuses a charge the published table has no rate for, naming the circuit', () => {
    const plan = propose(hospital, site)
    const company = { province: '33', servicePhone: '95598', supervisionPhone: '12398' }
    const elsewhere = { ...rules, standards: { ...standards, library: () => company } }
    expect(refusalOf(serviceCharges(plan, elsewhere))).toEqual({
      code: 'charge-not-published',
      faults: ['sources.1: charge-not-published'],
    })
  })

  it('is checked for separate sources, security load and emergency source', () => {
    const file = surveyed({ ...hospital, ownGeneratorKw: 300 }, site)
    const plan = getAccepted(proposeSupplyPlan(file, standards, today))
    const place = { substation: '城东变', incomer: '甲线' }
    const same = plan.sources.map((source) => ({ ...source, ...place, busSection: 'Ⅰ段', capacityKva: 250 }))
    // 250 + 250 < 1600; without the largest 250 < 300 kW; 300 kW < 1.2 · 300 = 360 kW; one bus is no second source.
    expect(checksOf(file, { sources: same }).filter(([check]) => !check?.startsWith('metering'))).toEqual([
      ['sources-carry-capacity', 'failed'],
      ['sources-separate', 'failed'],
      ['emergency-source', 'failed'],
      ['sources-carry-security-load', 'failed'],
    ])
    const apart = plan.sources.map((source, index) => ({ ...source, substation: `变电站${index}`, busSection: 'Ⅰ段' }))
    expect(checksOf(file, { sources: apart })).toEqual([['emergency-source', 'failed']])
    expect(checksOf(file, { sources: apart.slice(0, 1) }).map(([check]) => check)).toContain('sources-enough')
  })

  it('proposes as many sources as the grade needs, whatever was asked', () => {
    expect(propose({}, { variables: { importance: 'special', sources: 1 } }).sources).toHaveLength(3)
  })
})

describe('a low-voltage plan by hand', () => {
  const resident: SampleSite = {
    profile: { voltageClass: 'lv', category: 'resident', capacityKva: null },
    variables: { loadKw: 8, limitClass: 'resident' },
    load: { requestedKw: 8 },
  }
  const shop: SampleSite = { profile: { voltageClass: 'lv' }, variables: { loadKw: 45 }, load: { requestedKw: 45 } }

  it('8 kW at home: 220 V, direct meter of class 2, residential', () => {
    const plan = propose({ approvedLoadKw: 8, phases: 'single-phase', lineDistanceM: 30 }, resident)
    expect(plan).toMatchObject({ approvedCapacityKva: 8, voltageKv: 0.22, phases: 'single-phase', transformers: [] })
    // 8/0.22 = 36 A, below 60 A: no current transformer.
    expect(plan.metering).toMatchObject([{ meteringMode: 'll', meteringClass: 'V', accuracyClass: '2' }])
    expect(plan.metering[0]).not.toHaveProperty('ctRatio')
    expect(plan.metering[0]?.tariffClass).toBe('residential')
    expect(plan.compensationKvar).toBe(0)
    expect(plan.sources[0]?.conductor).toBe('YJV22-0.4-16')
  })

  it('45 kW in a shop: 380 V through 100/5', () => {
    const plan = propose({ approvedLoadKw: 45, lineDistanceM: 60 }, shop)
    // 45/(1.732·0.38) = 68.4 A, above 60 A; ×1.25 = 85.5 → 100/5.
    expect(plan).toMatchObject({ voltageKv: 0.38, phases: 'three-phase' })
    expect(plan.metering).toMatchObject([{ meteringMode: 'll', ctRatio: '100/5', tariffClass: 'commercial-single' }])
  })

  it('refuses low voltage above its limit', () => {
    expect(refusalOf(proposeSupplyPlan(surveyed({ approvedLoadKw: 161 }, shop), standards, today))?.code).toBe(
      'voltage.noLevel',
    )
  })
})

describe('checks of a plan', () => {
  it.each([30, 50, 99, 100, 315, 316, 630, 1000, 2000, 5000])('are all met by the proposal of %d kVA', (kva) => {
    // 30 kVA is below what the voltage table gives 10 kV.
    if (kva < 50) {
      expect(refusalOf(proposeSupplyPlan(surveyed({ approvedCapacityKva: kva }), standards, today))?.code).toBe(
        'voltage.noLevel',
      )
      return
    }
    expect(checksOf(surveyed({ approvedCapacityKva: kva }))).toEqual([])
  })

  it('are met by the proposal for any capacity of 10 kV, one source or two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 20_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.constantFrom(1, 2),
        (approvedCapacityKva, lineDistanceM, sources) => {
          const site = { variables: { sources }, load: { sources } }
          expect(checksOf(surveyed({ approvedCapacityKva, lineDistanceM }, site))).toEqual([])
        },
      ),
    )
  })

  it('lay lines side by side where one is not enough', () => {
    // 20 MVA: 1155 A. The largest cable carries 520 A in the ground: two are too few; three at 385 A each take 240 mm² (395 A).
    expect(propose({ approvedCapacityKva: 20_000 }).sources[0]).toMatchObject({
      circuits: 3,
      conductor: 'YJV22-10-3x240',
    })
  })

  it('name each departure once', () => {
    const file = surveyed({})
    const plan = getAccepted(proposeSupplyPlan(file, standards, today))
    const [source] = plan.sources
    const [metering] = plan.metering
    if (!source || !metering) throw new Error('one source')
    expect(
      checksOf(file, {
        compensationKvar: 100,
        gridWorks: true,
        sources: [{ ...source, conductor: 'LGJ-1000' }],
        metering: [{ ...metering, ctRatio: '100/5' }],
        transformers: [{ capacityKva: 640, count: 1, mounting: 'pole' }],
      }),
    ).toEqual([
      ['transformer-total', 'departs'],
      ['transformer.1.size', 'failed'],
      ['transformer.1.standard-size', 'departs'],
      // 20 % of 640 = 128 kvar is the least.
      ['compensation', 'failed'],
      ['source.1.conductor', 'unknown'],
      ['metering.1.ctRatio', 'departs'],
      ['grid-works', 'departs'],
    ])
  })

  it('judge ampacity and voltage drop of the line', () => {
    const file = surveyed({ approvedCapacityKva: 5000 })
    const plan = getAccepted(proposeSupplyPlan(file, standards, today))
    // 5000/17.32 = 289 A: more than 120 A of 35 mm² in the ground.
    const thin = plan.sources.map((source) => ({ ...source, conductor: 'YJV22-10-3x35' }))
    expect(checksOf(file, { sources: thin })).toEqual([['source.1.ampacity', 'failed']])
    const far = plan.sources.map((source) => ({ ...source, lengthM: 100_000 }))
    expect(checksOf(file, { sources: far })).toEqual([['source.1.voltage-drop', 'failed']])
  })
})
