import { expect, it } from 'vitest'
import type { CaseClock } from '#casefile'
import { shippedStandards } from '../../../../tests/shipped-standards.ts'
import type { CaseHistory } from '../history/case-history.ts'
import { clockReport } from './clock-report.ts'

const standards = await shippedStandards()
/** A Wednesday; the outlook of the shipped standards is seven days. */
const now = new Date('2026-11-25T02:00:00Z')

type Segment = CaseClock['segments'][number]
const segment = (owner: Segment['owner'], from: string, to?: string): Segment => ({
  ...{ owner, reason: owner === 'company' ? 'survey-site' : 'build-customer-works' },
  from: `${from}T01:00:00Z`,
  ...(to !== undefined && { to: `${to}T01:00:00Z` }),
})
const limit = (ruleSet: string, workingDays: number) =>
  ({ ruleSet, workingDays, covers: 'utility', basis: '' }) as const

function openCase(
  caseId: string,
  segments: readonly Segment[],
  change: Partial<CaseHistory> = {},
  promisedDays = 5,
): CaseHistory {
  const clock = {
    ...{ clock: 'whole#1', node: 'whole', startedAt: segments[0]?.from ?? '', segments },
    limits: [limit('law', 10), limit('promise', promisedDays)],
  } as unknown as CaseClock
  return { caseId, status: 'open', clocks: [clock], ...change } as unknown as CaseHistory
}

it('lists what is late and what will be within the outlook, by the rule that is tightest', () => {
  const cases = [
    // Five working days from Friday the 20th end on Friday the 27th, ten on 4 December.
    openCase('coming', [segment('company', '2026-11-20')]),
    // Five from the 16th ended on Monday the 23rd, ten will on the 30th.
    openCase('late', [segment('company', '2026-11-16')]),
    // Begun today and due on 2 December, the last day looked at; begun with eight days, not due by then.
    openCase('new', [segment('company', '2026-11-25')]),
    openCase('calm', [segment('company', '2026-11-25')], {}, 8),
    // Four used; the customer has it now, and no day of the company's passes.
    openCase('waiting', [segment('company', '2026-11-16', '2026-11-20'), segment('customer', '2026-11-20')]),
    // Six of five used before the customer got it: late it stays.
    openCase('late-and-waiting', [segment('company', '2026-11-12', '2026-11-20'), segment('customer', '2026-11-20')]),
    openCase('suspended', [segment('company', '2026-11-02')], { status: 'suspended' }),
    openCase('done', [segment('company', '2026-11-02')], { status: 'closed' }),
  ]
  const { late, until } = clockReport(cases, standards, now)
  expect(until).toBe('2026-12-02')
  expect(late.map(({ caseId, dueOn, ruleSet, overdue }) => [caseId, dueOn, ruleSet, overdue])).toEqual([
    ['late-and-waiting', '2026-11-19', 'promise', true],
    ['late', '2026-11-23', 'promise', true],
    ['coming', '2026-11-27', 'promise', false],
    ['new', '2026-12-02', 'promise', false],
  ])
  expect(late[1]?.byRuleSet).toEqual([
    { ruleSet: 'promise', dueOn: '2026-11-23' },
    { ruleSet: 'law', dueOn: '2026-11-30' },
  ])
})

it("tells the company's days from the customer's, and leaves out what no calendar is published for", () => {
  const cases = [
    openCase('a', [segment('company', '2026-11-16', '2026-11-18'), segment('customer', '2026-11-18', '2026-11-20')]),
    openCase('b', [segment('company', '2027-02-01', '2027-02-03')]),
  ]
  const { byReason, undetermined } = clockReport(cases, standards, now)
  expect(byReason).toEqual([
    { owner: 'company', reason: 'survey-site', days: 2, cases: 1 },
    { owner: 'customer', reason: 'build-customer-works', days: 2, cases: 1 },
  ])
  expect(undetermined).toEqual(['b'])
})
