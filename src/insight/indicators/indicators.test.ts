import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel'
import { comingLate, daysByReason } from './clocks.ts'
import type { IndicatorCase } from './indicator-case.ts'
import { indicators, indicatorsBy } from './indicators.ts'

const five = ['plan', 'design', 'interim', 'completion', 'energise']
const base: IndicatorCase = {
  caseId: '1',
  unit: 'north',
  connectionClass: 'hv-single',
  rateGroup: 'hv',
  archivedMonth: '2026-10',
  nodes: five.map((node) => ({ node, usedDays: 2, limitDays: 3 })),
  connectionDays: 20,
  stages: 4,
  counterVisits: 0,
  appliedOnline: true,
  completeAtOnce: true,
  days: [{ owner: 'company', reason: 'work', days: 12 }],
}
const each = (caseId: string, change: Partial<IndicatorCase>): IndicatorCase => ({ ...base, caseId, ...change })
const late = five.map((node, i) => ({ node, usedDays: i === 3 ? 4 : 2, limitDays: 3 }))

describe('indicators', () => {
  // Counted by hand.
  const cases = [
    each('1', {}),
    each('2', { nodes: late, connectionDays: 30, planPassedFirst: false, counterVisits: 2 }),
    each('3', { nodes: [{ node: 'plan', usedDays: 3, limitDays: 3 }], planPassedFirst: true, satisfaction: 5 }),
    each('4', { rateGroup: 'lv', connectionClass: 'resident', connectionDays: 4, nodes: [], appliedOnline: false }),
    each('5', {
      rateGroup: 'lv',
      connectionClass: 'resident',
      connectionDays: 6,
      unit: 'south',
      satisfaction: 4,
      days: [{ owner: 'customer', reason: 'papers', days: 3 }],
    }),
  ]
  const found = indicators(cases, { hv: 0.6, lv: 0.3, generation: 0.1 })

  it('pass a case only if all its nodes do, and count no node it does not have', () => {
    expect(found.onTimeByGroup).toEqual({
      hv: { rate: 2 / 3, of: 3, failed: ['2'] },
      lv: { rate: 1, of: 1, failed: [] },
    })
  })

  it('weight the groups that have cases', () => {
    expect(found.onTimeRate).toBeCloseTo((0.6 * (2 / 3) + 0.3) / 0.9, 12)
    expect(indicators([], { hv: 1 }).onTimeRate).toBeUndefined()
  })

  it('average by class and take shares only of those asked', () => {
    expect(found.meanConnectionDays).toEqual({ 'hv-single': (20 + 30 + 20) / 3, resident: 5 })
    expect(found.planFirstPass).toEqual({ rate: 0.5, of: 2, failed: ['2'] })
    expect(found.inspectionFirstPass).toEqual({ rate: undefined, of: 0, failed: [] })
    expect(found.onlineShare.rate).toBe(0.8)
    expect(found.meanSatisfaction).toBe(4.5)
    expect(found.daysOf).toEqual({ company: 48, customer: 3, government: 0, weather: 0 })
  })

  it('divide by unit', () => {
    const byUnit = indicatorsBy(cases, ({ unit }) => unit, { hv: 1, lv: 1 })
    expect([...byUnit].map(([unit, { cases: count }]) => [unit, count])).toEqual([
      ['north', 4],
      ['south', 1],
    ])
  })

  it('sum days by owner and reason', () => {
    expect(daysByReason(cases)).toEqual([
      { owner: 'company', reason: 'work', days: 48, cases: 4 },
      { owner: 'customer', reason: 'papers', days: 3, cases: 1 },
    ])
  })
})

describe('what will be late', () => {
  it('is judged by the tightest limit, with those of the other rule sets beside it', () => {
    const limit = (caseId: string, ruleSet: string, dueOn: string, node = 'whole') => ({
      ...{ caseId, node, ruleSet },
      dueOn: plainDate(dueOn),
    })
    const limits = [
      limit('a', 'law', '2026-11-30'),
      limit('a', 'promise', '2026-11-27'),
      limit('a', 'promise', '2026-11-28', 'connect'),
      limit('a', 'regulator', '2026-12-10'),
      limit('b', 'promise', '2026-11-20', 'connect'),
      limit('d', 'law', '2026-12-31'),
    ]
    expect(comingLate(limits, plainDate('2026-11-23'), plainDate('2026-11-30'))).toEqual([
      {
        ...{ caseId: 'b', node: 'connect', dueOn: '2026-11-20', ruleSet: 'promise', overdue: true },
        byRuleSet: [{ ruleSet: 'promise', dueOn: '2026-11-20' }],
      },
      {
        ...{ caseId: 'a', node: 'whole', dueOn: '2026-11-27', ruleSet: 'promise', overdue: false },
        byRuleSet: [
          { ruleSet: 'promise', dueOn: '2026-11-27' },
          { ruleSet: 'law', dueOn: '2026-11-30' },
        ],
      },
    ])
  })
})
