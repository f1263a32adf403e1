import { describe, expect, it } from 'vitest'
import { getAccepted, makeWorkingCalendar, plainDate } from '#kernel'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { directlyFollows } from '../process-map/directly-follows.ts'
import { throughput } from '../process-map/throughput.ts'
import { workingHoursOver } from '../time/working-days.ts'
import { batches } from './batching.ts'
import { bottlenecks } from './bottlenecks.ts'
import { handovers } from './handover.ts'
import { rework } from './rework.ts'

const minute = 60_000

function sampleLog() {
  const builder = new EventLogBuilder()
  const add = (caseId: string, activity: string, atMin: number, resource: string, startMin?: number): void =>
    builder.add(caseId, activity, atMin * minute, {
      resource,
      startMs: startMin === undefined ? undefined : startMin * minute,
    })
  add('1', 'accept', 0, 'wang')
  add('1', 'plan', 100, 'li', 60)
  add('1', 'check', 101, 'li', 100.5)
  add('1', 'plan', 200, 'li', 190)
  add('2', 'accept', 1, 'wang')
  add('2', 'plan', 50, 'zhao', 45)
  add('3', 'accept', 1.5, 'wang')
  return builder.build('by-time')
}

describe('work', () => {
  it('handovers from person to person', () => {
    expect(handovers(sampleLog())).toEqual([
      { from: 'wang', to: 'li', count: 1 },
      { from: 'wang', to: 'zhao', count: 1 },
    ])
    expect(handovers(sampleLog(), true)[0]).toEqual({ from: 'li', to: 'li', count: 2 })
  })

  it('waiting against service', () => {
    const [plan, check] = bottlenecks(sampleLog())
    // plan waits 60, 89 and 44 minutes and takes 40, 10 and 5.
    expect(plan).toMatchObject({
      activity: 'plan',
      events: 3,
      totalWaitingSeconds: 193 * 60,
      medianWaitingSeconds: 3600,
    })
    expect(plan?.meanServiceSeconds).toBeCloseTo((55 / 3) * 60, 9)
    expect(check).toMatchObject({ activity: 'check', totalWaitingSeconds: 30, meanServiceSeconds: 30 })
  })

  it('rework', () => {
    expect(rework(sampleLog())).toEqual([{ activity: 'plan', cases: 1, share: 0.5, repeats: 1 }])
  })

  it('batches', () => {
    expect(batches(sampleLog(), 2 * minute, 3)).toEqual([
      { activity: 'accept', resource: 'wang', fromMs: 0, toMs: 1.5 * minute, cases: [0, 1, 2] },
    ])
    expect(batches(sampleLog(), 0.6 * minute, 3)).toEqual([])
  })
})

describe('working time', () => {
  const year = {
    year: 2026,
    holidays: [plainDate('2026-01-01'), plainDate('2026-01-02')],
    makeUpDays: [plainDate('2026-01-04')],
    source: 'test',
    confidence: 'test',
  }
  const calendar = makeWorkingCalendar([year])

  it('counts only open hours: a holiday and a worked Sunday', () => {
    const hours = getAccepted(
      workingHoursOver(calendar, plainDate('2026-01-01'), plainDate('2026-01-09'), [
        ['08:00', '12:00'],
        ['14:00', '18:00'],
      ]),
    )
    const builder = new EventLogBuilder()
    // Thursday, a holiday, 10:00 to Monday 09:00, Shanghai time: Sunday's eight hours and one of Monday.
    builder.add('1', 'apply', Date.parse('2026-01-01T10:00:00+08:00'))
    builder.add('1', 'accept', Date.parse('2026-01-05T09:00:00+08:00'))
    const log = builder.build('by-time')
    const elapsedMs = (from: number, to: number): number => hours.elapsed(from, to)
    expect(throughput(log, [], { elapsedMs }).meanSeconds).toBe(9 * 3600)
    expect(directlyFollows(log, { elapsedMs, medians: true }).medianSeconds[0]).toBe(9 * 3600)
    expect(bottlenecks(log, elapsedMs)[0]).toMatchObject({ activity: 'accept', totalWaitingSeconds: 9 * 3600 })
  })

  it('guesses no year', () => {
    expect(
      workingHoursOver(calendar, plainDate('2026-12-30'), plainDate('2027-01-02'), [['08:00', '12:00']]),
    ).toMatchObject({
      ok: false,
      refusal: { faults: [{ path: 'year 2027', code: 'calendar-missing' }] },
    })
  })
})
