import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadPowerStandards } from '#command-line/power-standards'
import { getAccepted, type Json } from '#kernel'
import { getTariffClass, standardsOn } from '#power'
import { type DecisionTable, decide, readDecisions } from '#process'

const folder = 'standards/decisions'
const files = readdirSync(folder).filter((name) => name.endsWith('.dmn'))
const tables = new Map<string, DecisionTable>()
for (const file of files) {
  for (const table of getAccepted(await readDecisions(readFileSync(`${folder}/${file}`, 'utf8'))))
    tables.set(table.id, table)
}

function columnsIn(cell = ''): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), (match) => match[1] ?? '')
}

type Inputs = Readonly<Record<string, Json>>
function ask(id: string, inputs: Inputs, onDate = '2026-03-02') {
  const table = tables.get(id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return getAccepted(decide(table, inputs, onDate)).map((row) => row.outputs)
}

/** Every combination of some values, one after the other. */
function* combine(values: Readonly<Record<string, readonly Json[]>>): Generator<Inputs> {
  const [first, ...rest] = Object.entries(values)
  if (first === undefined) return yield {}
  for (const value of first[1]) {
    for (const inner of combine(Object.fromEntries(rest))) yield { [first[0]]: value, ...inner }
  }
}

describe('every shipped table', () => {
  it.each(files)('%s reads without a fault, is named as its file, and each row says where it comes from', (file) => {
    const table = tables.get(file.replace('.dmn', ''))
    expect(table, file).toBeDefined()
    expect(table?.rows.length).toBeGreaterThan(0)
    for (const row of table?.rows ?? []) {
      expect(row.source, row.row).toBeTruthy()
      expect(row.confidence, row.row).toMatch(/^(F|M\+|M~|M\?)$/)
    }
  })
})

describe('the list of tables', () => {
  const listed = new Map(
    readFileSync('standards/README.md', 'utf8')
      .split('\n')
      .map((line) => /^\| `([a-z-]+)` \| [UFC] \| (.*) \| (.*) \| .+ \|$/.exec(line))
      .flatMap((match) =>
        match === null ? [] : [[match[1] ?? '', [columnsIn(match[2]), columnsIn(match[3])]] as const],
      ),
  )

  it.each([...tables.values()].map((table) => [table.id, table] as const))('names the columns of %s', (id, table) => {
    expect(listed.get(id), `row of ${id} in standards/README.md`).toEqual([
      table.inputs.map(({ text }) => text),
      table.outputs,
    ])
  })

  it('names no table that is not there', () => {
    expect([...listed.keys()].filter((id) => !tables.has(id))).toEqual([])
  })
})

describe('choose-variant', () => {
  const every = [
    ...combine({
      kind: ['new', 'temporary'],
      voltageLevel: ['lv', 'hv'],
      category: ['resident', 'non-resident'],
      importance: ['none', 'suspected', 'special', 'first', 'second', 'temporary'],
      residentialCompound: [true, false],
      standardsConfirmed: [true, false],
      wantsShort: [true, false],
    }),
  ]

  it('answers every question with exactly one row of the asked voltage', () => {
    expect(every).toHaveLength(384)
    for (const inputs of every) {
      const rows = ask('choose-variant', inputs)
      expect(rows, JSON.stringify(inputs)).toHaveLength(1)
      expect(String(rows[0]?.variant).startsWith(String(inputs.voltageLevel))).toBe(true)
      expect(String(rows[0]?.variant).endsWith('temporary')).toBe(inputs.kind === 'temporary')
    }
  })

  it('grants the short process only to ordinary customers who asked, and says why not otherwise', () => {
    for (const inputs of every.filter(({ kind }) => kind !== 'temporary')) {
      const [row] = ask('choose-variant', inputs)
      const short = String(row?.variant).endsWith('short')
      const ordinary = inputs.importance === 'none' && inputs.residentialCompound === false
      const told = inputs.voltageLevel === 'hv' || inputs.standardsConfirmed === true
      expect(short, JSON.stringify(inputs)).toBe(inputs.wantsShort === true && ordinary && told)
      const reasonGiven = row?.refusedRule !== '' || row?.waitsFor !== ''
      expect(reasonGiven, JSON.stringify(inputs)).toBe(inputs.wantsShort === true && !short)
    }
  })

  it('waits where a grade is only suspected', () => {
    const inputs = {
      kind: 'new',
      voltageLevel: 'hv',
      category: 'non-resident',
      importance: 'suspected',
      residentialCompound: false,
    }
    expect(ask('choose-variant', { ...inputs, standardsConfirmed: true, wantsShort: true })).toEqual([
      { variant: 'hv-standard', refusedRule: '', refusedRuleEn: '', waitsFor: 'importance-confirmation' },
    ])
  })
})

describe('limits', () => {
  const classes = ['resident', 'lv-zero', 'lv-other', 'hv-single', 'hv-dual', 'pv-lv', 'pv-hv']
  const nodes = ['acceptance', 'survey', 'supply-plan', 'design-review', 'interim-inspection', 'completion-inspection']
  const allNodes = [...nodes, 'connect', 'grid-works', 'archive', 'return-visit', 'whole']
  const days = (limitClass: string, node: string, onDate?: string, greenChannel = false) =>
    Object.fromEntries(
      ask('limits', { limitClass, node, greenChannel }, onDate).map((row) => [row.ruleSet, row.workingDays]),
    )

  it('have at most one row per rule set, on any day, with and without the green channel', () => {
    for (const onDate of [
      '2015-06-01',
      '2018-06-01',
      '2021-06-01',
      '2023-06-01',
      '2024-05-31',
      '2024-06-01',
      '2026-11-23',
    ]) {
      for (const inputs of combine({ limitClass: classes, node: allNodes, greenChannel: [true, false] })) {
        const sets = ask('limits', inputs, onDate).map((row) => row.ruleSet)
        expect(new Set(sets).size, `${onDate} ${JSON.stringify(inputs)}`).toBe(sets.length)
      }
    }
  })

  // Article 11 of the Supervision Measures as posted by a utility (domain-facts §1.1, mark F), class by class.
  it.each([
    ['supply-plan', { resident: 3, 'lv-zero': 8, 'lv-other': 8, 'hv-single': 20, 'hv-dual': 45 }],
    ['design-review', { resident: 8, 'lv-zero': 8, 'lv-other': 8, 'hv-single': 20, 'hv-dual': 20 }],
    ['interim-inspection', { resident: 3, 'lv-zero': 3, 'lv-other': 3, 'hv-single': 5, 'hv-dual': 5 }],
    ['completion-inspection', { resident: 5, 'lv-zero': 5, 'lv-other': 5, 'hv-single': 7, 'hv-dual': 7 }],
    ['connect', { resident: 3, 'lv-zero': 5, 'lv-other': 5, 'hv-single': 7, 'hv-dual': 7 }],
  ])('of the Supervision Measures for %s', (node, wanted) => {
    const mains = ['resident', 'lv-zero', 'lv-other', 'hv-single', 'hv-dual']
    const found = mains.map((name) => [name, days(name, node).regulator]).filter(([, limit]) => limit !== undefined)
    expect(Object.fromEntries(found)).toEqual(wanted)
  })

  it('of the whole process are those of no. 1479', () => {
    const whole = ['resident', 'lv-zero', 'lv-other', 'hv-single', 'hv-dual'].map(
      (name) => days(name, 'whole').regulator,
    )
    expect(whole).toEqual([5, 15, 6, 22, 32])
  })

  it('of the company add up to the whole for high voltage', () => {
    for (const [limitClass, total] of [
      ['hv-single', 22],
      ['hv-dual', 32],
    ] as const) {
      const parts = [
        'acceptance',
        'supply-plan',
        'design-review',
        'interim-inspection',
        'completion-inspection',
        'connect',
      ]
      expect(parts.reduce((sum, node) => sum + Number(days(limitClass, node).promise), 0)).toBe(total)
    }
  })

  it('change with the dates of the rules', () => {
    expect(days('hv-single', 'supply-plan', '2015-06-01')).toEqual({ regulator: 20, promise: 15 })
    expect(days('hv-single', 'supply-plan', '2024-05-31')).toEqual({ regulator: 20, promise: 10 })
    expect(days('hv-single', 'supply-plan', '2024-06-01')).toEqual({ law: 10, regulator: 20, promise: 10 })
    expect(days('hv-dual', 'supply-plan', '2026-03-02', true)).toEqual({ law: 20, regulator: 45, promise: 14 })
  })

  it('are never looser under the green channel', () => {
    for (const inputs of combine({ limitClass: classes, node: allNodes })) {
      const [limitClass, node] = [String(inputs.limitClass), String(inputs.node)]
      const usual = days(limitClass, node).promise ?? Number.POSITIVE_INFINITY
      expect(
        Number(days(limitClass, node, '2026-03-02', true).promise ?? Number.POSITIVE_INFINITY),
      ).toBeLessThanOrEqual(Number(usual))
    }
  })
})

describe('tariff', () => {
  it.each([
    [99, 'commercial-single'],
    [100, 'commercial-single'],
    [101, 'commercial-choice'],
    [314.9, 'commercial-choice'],
    [315, 'commercial-two-part'],
    [316, 'commercial-two-part'],
  ])('at %d kVA is %s under both cycles', (capacityKva, tariffClass) => {
    for (const onDate of ['2026-07-31', '2026-08-01']) {
      expect(ask('tariff', { category: 'non-resident', voltageKv: 10, capacityKva }, onDate)).toMatchObject([
        { tariffClass },
      ])
    }
  })

  it('names the cycle in force on the day', () => {
    const table = tables.get('tariff')
    const sourceOn = (day: string) =>
      table && getAccepted(decide(table, { category: 'non-resident', voltageKv: 10, capacityKva: 400 }, day))[0]?.source
    expect(sourceOn('2026-07-31')).toContain('526号')
    expect(sourceOn('2026-08-01')).toContain('1077号')
  })
})

describe('documents', () => {
  const ordinary = { category: 'non-resident', voltageLevel: 'lv', importance: 'none', ownGenerator: false }
  it('let every applicant of every kind come with one proof and ask for nothing twice', () => {
    const kinds = { kind: ['new', 'increase', 'temporary', 'pv', 'charging-pile'], voltageLevel: ['lv', 'hv'] }
    const applicants = ['owner', 'tenant', 'agent', 'sole-trader', 'passport-holder', 'enterprise']
    for (const inputs of combine({ ...kinds, category: ['resident', 'non-resident'], applicantKind: applicants })) {
      const rows = ask('documents', { ...ordinary, ...inputs })
      const keys = rows.map((row) => row.document)
      expect(
        rows.some((row) => row.proof === true),
        JSON.stringify(inputs),
      ).toBe(true)
      expect(new Set(keys).size, JSON.stringify(inputs)).toBe(keys.length)
      for (const row of rows) expect(row.neededBy).toMatch(/^(acceptance|supply-plan|works|contract|energise)$/)
    }
  })

  it('ask important customers and owners of generators for more', () => {
    const hospital = {
      ...ordinary,
      voltageLevel: 'hv',
      importance: 'first',
      ownGenerator: true,
      kind: 'new',
      applicantKind: 'enterprise',
    }
    const keys = ask('documents', hospital).map((row) => row.document)
    expect(keys).toEqual(expect.arrayContaining(['importance-confirmation', 'emergency-plan', 'interlock-drawing']))
  })
})

describe('charges', () => {
  it('ask nothing for a temporary connection, and nothing where no province rate is published', () => {
    const at = { voltageKv: 10, lineKind: 'cable' }
    expect(ask('charges', { chargeKind: 'temporary-connection', province: 'any', ...at })).toMatchObject([
      { yuanPerKva: '0' },
    ])
    expect(ask('charges', { chargeKind: 'high-reliability', province: 'any', ...at })).toEqual([])
    expect(ask('charges', { chargeKind: 'high-reliability', province: 'demo', ...at })).toHaveLength(1)
  })
})

describe('settings, inspections and contract figures', () => {
  it('have one value per key', () => {
    expect(ask('notice-settings', { key: 'plan-validity-months-hv' })).toMatchObject([{ value: 12 }])
    expect(ask('notice-settings', { key: 'plan-validity-months-lv' })).toMatchObject([{ value: 3 }])
    for (const contractKind of ['resident', 'lv', 'hv', 'temporary', 'dispatch', 'own-generator']) {
      const keys = ask('contract-terms', { contractKind }).map((row) => row.key)
      expect(keys).toContain('termYears')
      expect(new Set(keys).size, contractKind).toBe(keys.length)
    }
  })

  it('always give an inspection something that protects life', () => {
    const questions = combine({ inspection: ['design-review', 'interim', 'completion'], voltageLevel: ['lv', 'hv'] })
    for (const inputs of questions) {
      for (const more of combine({
        category: ['resident', 'non-resident'],
        ownGenerator: [true, false],
        dualSource: [true, false],
      })) {
        const rows = ask('inspection-items', { ...inputs, ...more })
        expect(rows.some((row) => row.safetyCritical === true)).toBe(true)
        expect(new Set(rows.map((row) => row.item)).size).toBe(rows.length)
        for (const { min, max } of rows) if (min !== null && max !== null) expect(Number(min)).toBeLessThan(Number(max))
      }
    }
  })

  it('grade importance as the standard does', () => {
    const sources = ['special', 'first', 'second', 'temporary', 'none'].map(
      (grade) => ask('importance', { importance: grade })[0]?.minSources,
    )
    expect(sources).toEqual([3, 2, 2, 2, 1])
    expect(ask('importance-by-industry', { industry: 'hospital-tertiary' })).toMatchObject([
      { suspectedGrade: 'first' },
    ])
    expect(ask('importance-by-industry', { industry: 'bakery' })).toMatchObject([{ suspectedGrade: 'none' }])
  })

  it('leave suspending to proof and a second person', () => {
    const reasons = tables.get('pause-reasons')?.rows.length ?? 0
    expect(reasons).toBeGreaterThan(5)
    expect(ask('pause-reasons', { reason: 'force-majeure' })).toMatchObject([
      { clockOwner: 'weather', approverRole: 'manager' },
    ])
  })
})

describe('two tables on one subject', () => {
  const power = getAccepted(loadPowerStandards())
  const classes = { single: 'commercial-single', choice: 'commercial-choice', 'two-part': 'commercial-two-part' }
  const days = ['2023-06-01', '2026-07-31', '2026-08-01', '2026-11-25']

  it.each(days)('the tariff class of a plan and of a contract are the same on %s', (date) => {
    for (const capacityKva of [1, 99, 100, 100.1, 101, 200, 314, 314.9, 315, 316, 20_000]) {
      const [row] = ask('tariff', { category: 'non-resident', voltageKv: 10, capacityKva }, date)
      const drafted = getTariffClass(capacityKva, standardsOn(power, date).tariffClasses)
      expect(row?.tariffClass, `${capacityKva} kVA`).toBe(classes[drafted.class as keyof typeof classes])
    }
  })

  it('the sources an important customer needs are the same in both', () => {
    const grades = standardsOn(power, '2026-11-25').importanceGrades
    expect(grades.map((row) => row.grade).sort()).toEqual(['first', 'ordinary', 'second', 'special', 'temporary'])
    for (const { grade, minSources } of grades) {
      const [row] = ask('importance', { importance: grade === 'ordinary' ? 'none' : grade }, '2026-11-25')
      expect(row?.minSources, grade).toBe(minSources)
    }
  })
})
