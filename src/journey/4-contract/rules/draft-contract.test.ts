import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { decide, readDecisions } from '#process'
import { readClauseLibrary } from './clause-library.ts'
import type { ContractValues } from './contract-values.ts'
import { type AnsweredClauseWish, type ContractDraft, type ContractFacts, draftContract } from './draft-contract.ts'
import { chineseNumber, printContract } from './print-contract.ts'

const library = (name: string) =>
  getAccepted(readClauseLibrary(JSON.parse(readFileSync(`standards/clauses/${name}.json`, 'utf8'))))
const supply = library('supply-contract')
const [terms] = getAccepted(await readDecisions(readFileSync('standards/decisions/contract-terms.dmn', 'utf8')))
const onDate = plainDate('2026-11-23')

/** The figures of the published table for a kind of contract. */
function figures(contractKind: string): ContractValues {
  if (terms === undefined) throw new Error('the table contract-terms is empty')
  const rows = getAccepted(decide(terms, { contractKind }, onDate))
  return Object.fromEntries(rows.map(({ outputs }) => [String(outputs.key), Number(outputs.value)]))
}

const caseValues: ContractValues = {
  supplierName: '澄溪县供电公司',
  servicePhone: '95598',
  supervisionPhone: '12398',
  customerName: '华创电子材料有限公司',
  customerNumber: '0312000457',
  customerIdNumber: '91330000MA27U00000',
  customerPhone: '139****1234',
  address: '澄溪县经开区纬三路 18 号',
  categoryName: { zh: '工商业用电', en: 'commercial and industrial use' },
  industryName: { zh: '电子专用材料制造', en: 'electronic materials' },
  loadNature: { zh: '连续生产', en: 'continuous production' },
  contractCapacityKva: 1250,
  transformersText: 'S22-1250/10 一台',
  voltageName: '10 kV',
  nominalVoltageV: 10_000,
  sourceCount: 2,
  sourcesText: '城东 926 线、滨河 112 线',
  operatingMode: { zh: '一主一备', en: 'one main, one standby' },
  securityLoadKw: 200,
  emergencyRatio: 1.2,
  meteringMode: { zh: '高供高计', en: 'metered at high voltage' },
  meteringText: 'CT 100/5 0.5S',
  tariffClassName: { zh: '工商业两部制', en: 'two-part' },
  capacityPriceMode: { zh: '容量', en: 'capacity' },
  meterReadingDay: 1,
  paymentDay: 15,
  paymentMethodName: { zh: '银行代扣', en: 'bank transfer' },
  serviceChargesText: '0 元',
  boundaryText: '环网柜出线电缆头',
  termFrom: '2026-12-01',
  courtName: '澄溪县人民法院',
  annexesText: '用电设备清单、单线图',
  temporaryMonths: 36,
  replacedContract: { zh: 'A-1号供用电合同', en: 'contract A-1' },
  dispatchName: '华创变',
  dispatchedEquipmentText: '进线 112 开关',
  dutyContactName: '李值班',
  dutyContactPhone: '13900001111',
  ownGeneratorText: '柴油机 300 kW 一台',
  ownGeneratorKw: 300,
  interlockName: { zh: '机械', en: 'mechanical' },
}
const conditionNames = [
  'dualSource',
  'important',
  'powerFactorAssessed',
  'meteredOnLowSide',
  'twoPart',
  'timeOfUse',
  'equipmentAnnex',
  'ownGenerator',
  'dispatched',
  'replacesContract',
]
const everyCondition = (value: boolean) => Object.fromEntries(conditionNames.map((name) => [name, value]))
const facts = (kind: string, more: Partial<ContractFacts> = {}): ContractFacts => ({
  kind,
  onDate,
  values: { ...caseValues, ...figures(kind) },
  conditions: everyCondition(true),
  ...more,
})
const clausesOf = (draft: ContractDraft) => draft.chapters.flatMap(({ clauses }) => clauses)
const wish = (more: Partial<AnsweredClauseWish>): AnsweredClauseWish => ({
  clauseId: 'payment',
  wish: '希望月底付款',
  granted: true,
  answer: '同意改为 25 日',
  agreedText: '用电人每月 25 日前付清电费。',
  ...more,
})
const codes = (result: ReturnType<typeof draftContract>) =>
  result.ok ? [] : (result.refusal.faults ?? []).map(({ path, code }) => `${path} ${code}`)

const contracts = [
  ...['resident', 'lv', 'hv', 'temporary'].map((kind) => [kind, supply] as const),
  ['dispatch', library('dispatch-agreement')] as const,
  ['own-generator', library('own-generator-agreement')] as const,
]

describe('the shipped libraries', () => {
  it.each(contracts)(
    'draft a %s contract with no gap, whatever the conditions, from the published figures',
    (kind, clauses) => {
      // Each clause hangs on one condition at most, so all, none and each alone meet every clause with and without the others.
      const single = conditionNames.map((name) => ({ ...everyCondition(false), [name]: true }))
      for (const conditions of [everyCondition(true), everyCondition(false), ...single]) {
        const drafted = clausesOf(getAccepted(draftContract(clauses, facts(kind, { conditions }))))
        expect(drafted.map(({ number }) => number)).toEqual(drafted.map((_, index) => index + 1))
        for (const clause of drafted) {
          for (const text of [clause.text, clause.plain].flatMap(({ zh, en }) => [zh, en])) {
            expect(text, `${kind} ${clause.id}`).not.toMatch(/[{}]|undefined|NaN/)
          }
        }
      }
    },
  )

  it.each(['resident', 'lv', 'hv', 'temporary'])('hold all that Article 33 demands for %s', (kind) => {
    const ids = clausesOf(getAccepted(draftContract(supply, facts(kind, { conditions: everyCondition(false) }))))
      .filter(({ mandatory }) => mandatory)
      .map(({ id }) => id)
    // (1) way, quality and time of supply (2) capacity, address, nature (3) metering, price, payment (4) maintenance (5) term (6) breach (7) others
    const demanded = [
      'sources',
      'voltage-quality',
      'supply-time',
      'capacity',
      'use',
      'metering',
      'tariff',
      'payment',
      'boundary',
      kind === 'temporary' ? 'term-temporary' : 'term',
      'supplier-outage',
      'extra-capacity',
      'disputes',
    ]
    expect(ids).toEqual(expect.arrayContaining(demanded))
  })

  it('put conditions to work', () => {
    const ids = (conditions: Record<string, boolean>) =>
      clausesOf(
        getAccepted(draftContract(supply, facts('hv', { conditions: { ...everyCondition(false), ...conditions } }))),
      ).map(({ id }) => id)
    expect(ids({})).toContain('extra-capacity')
    expect(ids({})).not.toContain('extra-capacity-two-part')
    expect(ids({ twoPart: true })).not.toContain('extra-capacity')
    expect(ids({ twoPart: true })).toEqual(expect.arrayContaining(['extra-capacity-two-part', 'capacity-price']))
    expect(ids({ dualSource: true, important: true })).toEqual(
      expect.arrayContaining(['operating-mode', 'security-load']),
    )
  })
})

describe("the customer's own numbers", () => {
  const plain = (kind: string, id: string, language: 'zh' | 'en' = 'zh') =>
    clausesOf(getAccepted(draftContract(supply, facts(kind)))).find((clause) => clause.id === id)?.plain[language]

  it('are worked out by hand to the same', () => {
    expect(plain('hv', 'voltage-quality')).toContain('9.3 kV到10.7 kV') // 10 kV ± 7 %
    expect(plain('hv', 'security-load')).toContain('至少240 kW') // 200 kW × 1.2
    expect(plain('hv', 'backfeed')).toContain('5000元') // 10 kW × 500 yuan
    expect(plain('lv', 'late-fee-business')).toContain('加收2元，跨年后每天3元') // 1000 yuan × 2 ‰, 3 ‰
    expect(plain('hv', 'supplier-outage', 'en')).toContain('400 yuan') // 100 yuan × 4
    expect(plain('hv', 'term')).toContain('2031-11-30') // five years from 2026-12-01
  })

  it('of a household allow 198 V to 235.4 V', () => {
    const values = { ...caseValues, ...figures('resident'), nominalVoltageV: 220, voltageName: '220 V' }
    const draft = getAccepted(draftContract(supply, facts('resident', { values, conditions: everyCondition(false) })))
    expect(clausesOf(draft).find(({ id }) => id === 'voltage-quality')?.plain.zh).toContain('198 V到235.4 V')
  })
})

describe('what is missing', () => {
  it('is named all at once, with the clauses that need it', () => {
    const { paymentDay: _, boundaryText: __, customerName: ___, ...rest } = caseValues
    const result = draftContract(
      supply,
      facts('hv', { values: { ...rest, ...figures('hv') }, conditions: { dualSource: false } }),
    )
    const found = codes(result)
    expect(found).toEqual(
      expect.arrayContaining([
        'values.paymentDay value-missing',
        'values.boundaryText value-missing',
        'values.customerName value-missing',
      ]),
    )
    expect(found).toEqual(
      expect.arrayContaining(['conditions.twoPart condition-missing', 'conditions.ownGenerator condition-missing']),
    )
    expect(result.ok ? [] : result.refusal.faults?.find(({ path }) => path === 'values.customerName')?.data).toEqual({
      clauses: ['parties'],
    })
  })

  it('includes an empty text and an unknown kind', () => {
    expect(
      codes(draftContract(supply, facts('hv', { values: { ...caseValues, ...figures('hv'), boundaryText: ' ' } }))),
    ).toEqual(['values.boundaryText value-missing'])
    expect(draftContract(supply, facts('wholesale'))).toMatchObject({
      ok: false,
      refusal: { code: 'contract-kind-unknown' },
    })
  })

  it('is not asked before a clause is in force', () => {
    const before = clausesOf(getAccepted(draftContract(supply, facts('hv', { onDate: plainDate('2026-07-31') })))).map(
      ({ id }) => id,
    )
    expect(before).not.toContain('capacity-price')
    expect(
      clausesOf(getAccepted(draftContract(supply, facts('hv', { onDate: plainDate('2026-08-01') })))).map(
        ({ id }) => id,
      ),
    ).toContain('capacity-price')
  })
})

describe("the customer's wishes", () => {
  it('change a clause and leave the standard beside it', () => {
    const clause = clausesOf(getAccepted(draftContract(supply, facts('hv'), [wish({})]))).find(
      ({ id }) => id === 'payment',
    )
    expect(clause?.text.zh).toBe('用电人每月 25 日前付清电费。')
    expect(clause?.changed?.standardText.zh).toContain('用电人每月15日前')
    expect(clause?.plain.zh).toContain('同意改为 25 日')
  })

  it('add a term, word for word', () => {
    const agreedText = '供电人每季度派人讲解一次用电安全 {不填}。'
    const draft = getAccepted(
      draftContract(supply, facts('hv'), [
        wish({ clauseId: 'new', agreedText }),
        wish({ clauseId: 'new', agreedText }),
      ]),
    )
    const special = draft.chapters.find(({ id }) => id === 'special')
    expect(special?.clauses.map(({ id, text }) => [id, text.zh])).toEqual([
      ['special-1', agreedText],
      ['special-2', agreedText],
    ])
  })

  it('that were not granted are kept apart and change nothing', () => {
    const declined = wish({ granted: false, clauseId: 'late-fee-business', escalatedTo: '韩立' })
    const draft = getAccepted(draftContract(supply, facts('hv'), [declined]))
    expect(draft.declined).toEqual([declined])
    expect(clausesOf(draft).every(({ changed }) => changed === undefined)).toBe(true)
  })

  it('are refused together where they cannot stand', () => {
    const wishes = [
      wish({ clauseId: 'late-fee-business' }),
      wish({ clauseId: 'nowhere' }),
      wish({ agreedText: ' ' }),
      wish({ clauseId: 'renewal' }),
      wish({ clauseId: 'renewal' }),
    ]
    expect(codes(draftContract(supply, facts('hv'), wishes))).toEqual([
      'wishes.late-fee-business clause-fixed-by-law',
      'wishes.nowhere clause-unknown',
      'wishes.payment agreed-text-missing',
      'wishes.renewal clause-wished-twice',
    ])
  })
})

describe('a printed contract', () => {
  it('numbers chapters and clauses and marks departures', () => {
    const draft = getAccepted(draftContract(supply, facts('hv'), [wish({})]))
    const zh = printContract(draft, 'zh')
    expect(zh[0]?.title).toBe('第一章　用电人和用电')
    expect(zh[0]?.items[0]?.number).toBe('第一条')
    expect(zh.flatMap(({ items }) => items).filter(({ plain }) => plain?.includes('与标准文本不同'))).toHaveLength(1)
    expect(printContract(draft, 'en')[0]?.items[1]?.number).toBe('Article 2')
  })

  it('counts as Chinese does', () => {
    const pairs = [
      [1, '一'],
      [10, '十'],
      [11, '十一'],
      [20, '二十'],
      [58, '五十八'],
      [100, '一百'],
      [103, '一百零三'],
      [110, '一百一十'],
      [999, '九百九十九'],
    ] as const
    for (const [value, text] of pairs) expect(chineseNumber(value)).toBe(text)
    expect(() => chineseNumber(0)).toThrow(RangeError)
  })
})

describe('a faulty library', () => {
  it('is refused with every fault', () => {
    const [first] = supply.clauses
    const result = readClauseLibrary(
      JSON.parse(
        JSON.stringify({
          ...supply,
          name: '',
          chapters: supply.chapters.filter(({ id }) => id !== 'special'),
          clauses: [first, first, { ...first, id: 'x', kinds: ['moon'], when: 'a b', basis: '', title: { zh: '题' } }],
        }),
      ),
    )
    expect(result.ok ? [] : result.refusal.faults?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'name required',
      'chapters special-chapter-missing',
      'clauses[1] id-twice',
      'clauses[2] kind-unknown',
      'clauses[2] both-languages-needed',
      'clauses[2] basis-missing',
      'clauses[2] condition-shape',
    ])
    expect(readClauseLibrary(null).ok).toBe(false)
  })
})
