import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getAccepted, type JsonObject, makeWorkingCalendar, readCalendarYear } from '#kernel'
import { appendFacts, openedCase } from '../../tests/case-builder.ts'
import { type CaseFile, projectCase } from './index.ts'
import { decideTimer } from './limit-watch.ts'

const calendar = makeWorkingCalendar(
  ['2025', '2026'].map((year) =>
    getAccepted(readCalendarYear(JSON.parse(readFileSync(`standards/calendar/${year}.json`, 'utf8')))),
  ),
)
const projecting = { calendar, watch: { warnDays: [2, 1], escalateDays: [1, 3] } }
const system = { kind: 'system', companyId: 'test', name: 'limit-watch' } as const

/** A case with one step on the company's clock, under two rule sets that fall due on the same day and a later one. */
function runningCase(): CaseFile {
  const limit = { basis: '', covers: 'utility' }
  const limits = [
    { ...limit, ruleSet: 'law', workingDays: 5 },
    { ...limit, ruleSet: 'promise', workingDays: 5 },
    { ...limit, ruleSet: 'regulator', workingDays: 10 },
  ]
  const node = 'supply-plan'
  return appendFacts(
    openedCase(),
    [
      { type: 'clock-started', body: { clock: `${node}#1`, node, limits } },
      {
        type: 'task-opened',
        body: { taskId: 'survey#1', elementId: 'survey', clockOwner: 'company', node } as JsonObject,
      },
    ],
    system,
    '2026-03-02T10:00:00+08:00',
  )
}

const decide = (file: CaseFile, kind: string, body: JsonObject) =>
  getAccepted(decideTimer(file, kind, body, calendar)).facts

describe('the timer of a case', () => {
  it('is one, and goes from round to round until everything has been said once, in order', () => {
    let file = runningCase()
    const said: string[] = []
    const times: string[] = []
    for (;;) {
      const { timers } = projectCase(file, projecting)
      const [timer] = timers
      if (!timer) break
      expect(timers).toHaveLength(1)
      const facts = decide(file, timer.kind, JSON.parse(timer.body))
      // A timer that is waited for always has something to say: else the case would be left without the next one.
      expect(facts).toHaveLength(1)
      file = appendFacts(file, facts, system, timer.dueAt)
      said.push(facts.map(({ type, body }) => `${body.ruleSet} ${type} ${body.round}`).join())
      times.push(timer.dueAt)
      if (said.length > 30) throw new Error('it never ends')
    }
    const rounds = ['limit-warned 1', 'limit-warned 2', 'limit-breached 1', 'limit-escalated 1', 'limit-escalated 2']
    const all = ['law', 'promise', 'regulator'].flatMap((ruleSet) => rounds.map((round) => `${ruleSet} ${round}`))
    expect([...said].sort()).toEqual([...all].sort())
    expect(times).toEqual([...times].sort())
    expect(said.slice(0, 2)).toEqual(['law limit-warned 1', 'promise limit-warned 1'])
  })

  it('says nothing of a date that no longer counts, nor when the clock stands still', () => {
    const file = runningCase()
    const [timer] = projectCase(file, projecting).timers
    if (!timer) throw new Error('no timer')
    const body = JSON.parse(timer.body) as JsonObject
    expect(decide(file, timer.kind, body)).toHaveLength(1)
    expect(decide(file, timer.kind, { ...body, dueOn: '2026-03-20' })).toEqual([])
    const pause = { type: 'clock-paused', body: { owner: 'customer', reason: 'wish' } }
    const paused = appendFacts(file, [pause], system, '2026-03-03T10:00:00+08:00')
    expect(projectCase(paused, projecting).timers).toEqual([])
    expect(decide(paused, timer.kind, body)).toEqual([])
  })

  it('is the same object as long as nothing about it changed, so that no command writes it again', () => {
    const file = runningCase()
    const before = projectCase(file, projecting)
    const urged = appendFacts(file, [{ type: 'task-urged', body: { taskId: 'survey#1' } }], system)
    expect(projectCase(urged, projecting, before).timers).toBe(before.timers)
  })
})
