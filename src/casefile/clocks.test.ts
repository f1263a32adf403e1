import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getAccepted, type JsonObject, makeWorkingCalendar, readCalendarYear } from '#kernel'
import type { Fact } from './fact.ts'
import { foldClocksOn, noClocks } from './fold-clocks.ts'
import { readClock } from './read-clock.ts'

const calendar = makeWorkingCalendar(
  ['2025', '2026'].map((year) =>
    getAccepted(readCalendarYear(JSON.parse(readFileSync(`standards/calendar/${year}.json`, 'utf8')))),
  ),
)

/** Facts from `[time, type, body]`; each line is a command of its own. */
function log(...lines: readonly (readonly [string, string, JsonObject])[]): Fact[] {
  return lines.map(([time, type, body], index) => {
    const recordedAt = new Date(`${time.replace(' ', 'T')}:00+08:00`).toISOString()
    return {
      seq: index + 1,
      type,
      happenedAt: recordedAt,
      recordedAt,
      actor: 'system:test',
      commandId: `c${index}`,
      body,
    }
  })
}

const limits = [{ ruleSet: 'law', workingDays: 10, basis: '', covers: 'utility' }]
const start = (node: string, days = 10): JsonObject => ({
  clock: `${node}#1`,
  node,
  limits: [{ ...limits[0], workingDays: days } as JsonObject],
})
const task = (taskId: string, clockOwner: string, node?: string): JsonObject => ({
  taskId,
  elementId: taskId,
  clockOwner,
  ...(node ? { node } : {}),
})

function read(facts: readonly Fact[], clock: string, at: string) {
  const found = foldClocksOn(noClocks, facts).clocks.find((candidate) => candidate.clock === clock)
  if (!found) throw new Error(`no clock ${clock}`)
  return readClock(found, calendar, new Date(`${at.replace(' ', 'T')}:00+08:00`), 2)
}

describe('a clock of one step', () => {
  it('counts from the day after it started, over weekends and the make-up Saturday', () => {
    // Friday 2026-05-08; Saturday 05-09 is worked (调休), Sunday is not.
    const facts = log(
      ['2026-05-08 17:59', 'clock-started', start('supply-plan')],
      ['2026-05-08 17:59', 'task-opened', task('survey', 'company', 'supply-plan')],
    )
    expect(read(facts, 'supply-plan#1', '2026-05-08 18:00').usedDays).toBe(0)
    expect(read(facts, 'supply-plan#1', '2026-05-09 12:00').usedDays).toBe(1)
    expect(read(facts, 'supply-plan#1', '2026-05-11 12:00').usedDays).toBe(2)
    expect(read(facts, 'supply-plan#1', '2026-05-11 12:00').limits[0]?.dueOn).toBe('2026-05-21')
  })

  it('is on time on its last day and late the day after', () => {
    const facts = log(
      ['2026-03-02 09:00', 'clock-started', start('connect', 3)],
      ['2026-03-02 09:00', 'task-opened', task('install', 'company', 'connect')],
    )
    expect(read(facts, 'connect#1', '2026-03-05 23:59').limits[0]).toMatchObject({
      standing: 'today',
      usedDays: 3,
      breached: false,
    })
    expect(read(facts, 'connect#1', '2026-03-06 00:01').limits[0]).toMatchObject({
      standing: 'late',
      usedDays: 4,
      breached: true,
      dueOn: '2026-03-05',
    })
  })

  it('stops for an approved pause and counts again from the day after it was resumed', () => {
    const facts = log(
      ['2026-03-02 09:00', 'clock-started', start('supply-plan')],
      ['2026-03-02 09:00', 'task-opened', task('survey', 'company', 'supply-plan')],
      ['2026-03-04 10:00', 'clock-paused', { owner: 'government', reasonCode: 'government-road' }],
      ['2026-03-11 10:00', 'clock-resumed', { reason: '' }],
    )
    const reading = read(facts, 'supply-plan#1', '2026-03-13 10:00')
    expect(reading.daysByOwner).toMatchObject({ company: 4, government: 5 })
    expect(reading.limits[0]?.dueOn).toBe('2026-03-23')
  })

  it('says that it cannot be determined where it runs into a year without a calendar', () => {
    const facts = log(
      ['2026-12-28 09:00', 'clock-started', start('supply-plan')],
      ['2026-12-28 09:00', 'task-opened', task('survey', 'company', 'supply-plan')],
    )
    const reading = read(facts, 'supply-plan#1', '2026-12-30 09:00')
    expect(reading.usedDays).toBe(2)
    expect(reading.limits[0]).toMatchObject({ dueOn: 'undetermined', standing: 'undetermined' })
  })

  it('stays visible beside the new one that a changed plan opens', () => {
    const facts = log(
      ['2026-03-02 09:00', 'clock-started', start('supply-plan')],
      ['2026-03-02 09:00', 'task-opened', task('draft', 'company', 'supply-plan')],
      ['2026-03-05 09:00', 'clock-ended', { clock: 'supply-plan#1' }],
      ['2026-03-10 09:00', 'clock-started', { ...start('supply-plan'), clock: 'supply-plan#2', because: '客户改容量' }],
    )
    const clocks = foldClocksOn(noClocks, facts).clocks
    expect(clocks.map((clock) => clock.clock)).toEqual(['supply-plan#1', 'supply-plan#2'])
    expect(clocks[1]?.because).toBe('客户改容量')
    expect(read(facts, 'supply-plan#1', '2026-03-20 09:00').usedDays).toBe(3)
  })
})

describe('the whole-process clock', () => {
  const whole = (covers: string): JsonObject => ({
    clock: 'whole#1',
    node: 'whole',
    limits: [{ ruleSet: 'regulator', workingDays: 22, basis: '', covers }],
  })
  const gridWorks: JsonObject = { ...task('grid', 'company', 'grid-works'), ownClock: true }

  it('does not run on grid works where only the utility stages count, and does where the whole process counts', () => {
    const facts = (covers: string) =>
      log(
        ['2026-03-02 09:00', 'clock-started', whole(covers)],
        ['2026-03-02 09:00', 'task-opened', gridWorks],
        ['2026-03-02 09:00', 'task-opened', task('works', 'customer')],
      )
    expect(read(facts('utility'), 'whole#1', '2026-03-06 09:00').daysByOwner).toMatchObject({ company: 0, customer: 4 })
    expect(read(facts('all'), 'whole#1', '2026-03-06 09:00').daysByOwner).toMatchObject({ company: 4, customer: 0 })
  })

  it('belongs to nobody twice: each working day has one owner', () => {
    const facts = log(
      ['2026-03-02 09:00', 'clock-started', whole('utility')],
      ['2026-03-02 09:00', 'task-opened', task('survey', 'company', 'supply-plan')],
      ['2026-03-04 09:00', 'task-completed', { taskId: 'survey' }],
      ['2026-03-04 09:00', 'task-opened', task('answer', 'customer')],
      ['2026-03-10 09:00', 'case-suspended', { owner: 'weather', reasonCode: 'force-majeure' }],
      ['2026-03-12 09:00', 'case-resumed', { reason: '' }],
    )
    const { daysByOwner } = read(facts, 'whole#1', '2026-03-16 09:00')
    expect(daysByOwner).toEqual({ company: 2, customer: 6, government: 0, weather: 2 })
    expect(calendar.workingDaysIn('2026-03-02' as never, '2026-03-16' as never)).toBe(10)
  })
})
