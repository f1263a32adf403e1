import { expect, it } from 'vitest'
import type { FactView } from '#casefile/views/staff-view'
import { makeWorkingCalendar } from '#kernel'
import { bandsOf, entriesOf } from './timeline-entries.ts'

const calendar = makeWorkingCalendar([{ year: 2026, holidays: [], makeUpDays: [], source: '', confidence: 'F' }])
const dayOf = (instant: string) => instant.slice(0, 10)

let seq = 0
const fact = (day: string, type: string, body: Record<string, unknown> = {}): FactView => ({
  seq: ++seq,
  type,
  happenedAt: `${day}T02:00:00Z`,
  recordedAt: `${day}T02:00:00Z`,
  by: 'staff:a',
  byName: '',
  body,
  stands: true,
})
const opened = (day: string, taskId: string, clockOwner: string) => fact(day, 'task-opened', { taskId, clockOwner })
const completed = (day: string, taskId: string) => fact(day, 'task-completed', { taskId })

it('joins limits passed one after another, and only those', () => {
  const facts = [
    fact('2026-03-02', 'case-opened'),
    fact('2026-03-05', 'limit-breached', { ruleSet: 'promise' }),
    fact('2026-03-09', 'limit-breached', { ruleSet: 'law' }),
    fact('2026-03-10', 'task-claimed'),
    fact('2026-03-11', 'limit-breached', { ruleSet: 'regulator' }),
  ]
  const shown = entriesOf(facts, []).map((entry) => (entry.kind === 'breaches' ? entry.facts.length : entry.kind))
  expect(shown).toEqual([1, 'fact', 2, 'fact'])
})

it('gives the days to the company while a step of its own is open, else to the customer', () => {
  const facts = [
    opened('2026-03-02', 'a', 'company'),
    completed('2026-03-05', 'a'),
    opened('2026-03-05', 'b', 'customer'),
    completed('2026-03-10', 'b'),
    opened('2026-03-10', 'c', 'company'),
  ]
  expect(bandsOf(facts, calendar, dayOf).map((band) => [band.owner, band.days])).toEqual([
    ['company', 3],
    ['customer', 3],
    ['company', 0],
  ])
})

it('gives stopped days to the party the stop names, and runs on afterwards', () => {
  const facts = [
    opened('2026-03-02', 'a', 'company'),
    fact('2026-03-03', 'clock-paused', { owner: 'government' }),
    fact('2026-03-06', 'clock-resumed'),
    completed('2026-03-09', 'a'),
    fact('2026-03-09', 'case-closed'),
  ]
  expect(bandsOf(facts, calendar, dayOf).map((band) => [band.owner, band.days])).toEqual([
    ['company', 1],
    ['government', 3],
    ['company', 1],
  ])
})

it('puts newest first and a band under the fact that ended it', () => {
  const facts = [
    opened('2026-03-02', 'a', 'company'),
    completed('2026-03-05', 'a'),
    opened('2026-03-05', 'b', 'customer'),
  ]
  const kinds = entriesOf(facts, bandsOf(facts, calendar, dayOf)).map((entry) =>
    entry.kind === 'band' ? `${entry.band.owner} ${entry.band.days}` : entry.kind === 'fact' ? entry.fact.type : '',
  )
  expect(kinds).toEqual(['task-opened', 'task-completed', 'company 3', 'task-opened'])
})
