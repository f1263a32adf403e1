import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { type BackgroundWork, type DueTimer, type Message, type NextTimer, startBackgroundWork } from './index.ts'

let database: TestDatabase
let companyId: string
let work: BackgroundWork
const delivered: Message[] = []
const fired: { timer: DueTimer; at: string }[] = []
const troubles: string[] = []
/** What is waited for after the timer of this id. */
const waitedForThen = new Map<string, NextTimer>()
let failuresLeft = 0

beforeAll(async () => {
  database = await createTestDatabase({ clock: 'test' })
  companyId = await database.addCompany()
  await database.testClock?.set(new Date('2026-03-02T01:00:00Z'))
  work = await startBackgroundWork({
    database,
    handlers: {
      mail: async (message) => {
        if (failuresLeft-- > 0) throw new Error('receiver down')
        delivered.push(message)
      },
    },
    onTimer: async (timer) => {
      if (timer.kind === 'broken') throw new Error('handler broken')
      fired.push({ timer, at: database.clock.now().toISOString() })
      if (timer.kind === 'chain') await setTimer('after-chain', '2026-03-06T01:00:00.000Z', 'plain')
      return waitedForThen.get(timer.timerId)
    },
    firstRetrySeconds: 1,
    trouble: (what) => void troubles.push(what),
  })
})
afterAll(async () => {
  await work?.stop()
  await database?.close()
})

const put = (outboxId: string, kind = 'mail') =>
  database.withCompany(companyId, (tx) =>
    tx
      .insertInto('outbox')
      .values({
        company_id: companyId,
        outbox_id: outboxId,
        case_id: 'c1',
        kind,
        body: '{"to":"a"}',
        recorded_at: '2026-03-02T01:00:00Z',
      })
      .execute(),
  )
const setTimer = (timer_id: string, due_at: string, kind: string) =>
  database.withCompany(companyId, (tx) =>
    tx
      .insertInto('timer')
      .values({ company_id: companyId, timer_id, case_id: 'c1', due_at, kind, body: '{"n":1}' })
      .execute(),
  )
const id = (n: number) => `00000000-0000-8000-8000-00000000000${n}`

describe('messages', () => {
  it('are delivered under the id of their outbox row, which is then gone', async () => {
    await put(id(1))
    work.wroteOutbox(companyId)
    await work.settle()
    expect(delivered).toEqual([{ messageId: id(1), companyId, caseId: 'c1', kind: 'mail', body: { to: 'a' } }])
    expect(await database.asSuperuser('select 1 from outbox')).toEqual([])
    const names = await database.asSuperuser('select distinct schemaname from pg_tables where tableowner = $1', [
      'tongdian_app',
    ])
    expect(names).toEqual([{ schemaname: 'job' }])
  })

  it('are not taken twice when the same row comes again, and wait when nobody handles their kind', async () => {
    await put(id(1))
    await put(id(2), 'fax')
    await work.settle(300)
    expect(delivered).toHaveLength(1)
    expect(await database.asSuperuser("select id::text, state::text from job.job where name = 'message-fax'")).toEqual([
      { id: id(2), state: 'created' },
    ])
    await database.asSuperuser("delete from job.job where name = 'message-fax'")
  })

  it('that fail are tried again under the same id', async () => {
    failuresLeft = 1
    await put(id(3))
    await work.settle(15_000)
    expect(troubles).toContain(`message ${id(3)} (mail)`)
    expect(delivered.map((message) => message.messageId)).toEqual([id(1), id(3)])
  }, 30_000)
})

describe('timers', () => {
  it('fire once, in order, each at its own time, with those set on the way', async () => {
    await setTimer('b', '2026-03-05T01:00:00.000Z', 'plain')
    await setTimer('a', '2026-03-04T01:00:00.000Z', 'chain')
    await setTimer('z', '2026-04-01T01:00:00.000Z', 'plain')
    expect(await work.advanceTestClock(new Date('2026-03-10T00:00:00Z'))).toBe(3)
    expect(fired.map(({ timer, at }) => [timer.timerId, at])).toEqual([
      ['a', '2026-03-04T01:00:00.000Z'],
      ['b', '2026-03-05T01:00:00.000Z'],
      ['after-chain', '2026-03-06T01:00:00.000Z'],
    ])
    expect(fired[0]?.timer).toMatchObject({ companyId, caseId: 'c1', kind: 'chain', body: { n: 1 } })
    expect(database.clock.now().toISOString()).toBe('2026-03-10T00:00:00.000Z')
    expect(await work.runDueTimers()).toBe(0)
  })

  it('leave the one that is waited for next, even where the handler wrote nothing', async () => {
    const next = { dueAt: '2026-03-10T03:00:00.000Z', kind: 'plain', body: '{"n":2}' }
    waitedForThen.set('lapsed', { timerId: 'moved', ...next })
    waitedForThen.set('stuck', { timerId: 'stuck', ...next })
    await setTimer('lapsed', '2026-03-10T01:00:00.000Z', 'plain')
    await setTimer('stuck', next.dueAt, 'plain')
    await work.advanceTestClock(new Date('2026-03-10T04:00:00Z'))
    const moved = fired.find(({ timer }) => timer.timerId === 'moved')
    expect(moved).toMatchObject({ at: next.dueAt, timer: { caseId: 'c1', body: { n: 2 } } })
    // A handler that fires and still waits for the same is no progress: tried again later, not over and over.
    expect(fired.filter(({ timer }) => timer.timerId === 'stuck')).toHaveLength(1)
    expect(troubles).toContain('timer stuck')
    expect(await database.asSuperuser("select timer_id from timer where due_at < '2026-03-11'")).toEqual([
      { timer_id: 'stuck' },
    ])
    await database.asSuperuser("delete from timer where timer_id = 'stuck'")
  })

  it('whose handler throws stay, are reported, and hold up nobody', async () => {
    await setTimer('broken', '2026-03-11T01:00:00.000Z', 'broken')
    await setTimer('fine', '2026-03-11T02:00:00.000Z', 'plain')
    await work.advanceTestClock(new Date('2026-03-12T00:00:00Z'))
    expect(fired.map(({ timer }) => timer.timerId)).toContain('fine')
    expect(troubles).toContain('timer broken')
    expect(await database.asSuperuser("select timer_id from timer where timer_id = 'broken'")).toHaveLength(1)
  })
})
