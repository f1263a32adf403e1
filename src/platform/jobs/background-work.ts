import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, isDatabaseAway } from '#platform/database/index'
import { advanceTestClock } from './advance-test-clock.ts'
import { TimerRunner } from './due-timers.ts'
import { openJobQueue } from './job-queue.ts'
import type { MessageHandler, TimerHandler, TroubleLog } from './message.ts'
import { relayOutbox } from './outbox-relay.ts'

export interface BackgroundWorkOptions {
  readonly database: Database
  /** Handlers of messages by kind; a kind without one waits in the queue until a release that has it. */
  readonly handlers: Readonly<Record<string, MessageHandler>>
  readonly onTimer: TimerHandler
  /** Every night at 02:00 in Asia/Shanghai, by name. */
  readonly nightly?: Readonly<Record<string, () => Promise<void>>>
  readonly trouble?: TroubleLog
  /** Pause before a failed message is tried again the first time; it doubles from then on. */
  readonly firstRetrySeconds?: number
}

/** What runs beside the requests: relay of the outbox, delivery of messages, timers of cases, nightly work. */
export interface BackgroundWork {
  /** New messages of this company wait in the outbox (give it to `CaseWriter` as `wroteOutbox`). */
  wroteOutbox(companyId: string): void
  /** Fires all timers due by the database's clock. Returns how many fired. */
  runDueTimers(): Promise<number>
  /**
   * Moves the test clock to `instant`, stopping at every timer on the way, so that each fires at its own time and in
   * order. Throws where the database runs on the real clock.
   */
  advanceTestClock(instant: Date): Promise<number>
  /** Waits until every message in outbox and queue that can be delivered now is delivered. */
  settle(patienceMs?: number): Promise<void>
  stop(): Promise<void>
}

const sweepMs = 1_000
const nightHour = 2

export async function startBackgroundWork(options: BackgroundWorkOptions): Promise<BackgroundWork> {
  const { database, handlers, onTimer, nightly = {} } = options
  const trouble: TroubleLog = options.trouble ?? ((what, error) => console.error(`background: ${what}`, error))
  const queue = await openJobQueue(database, handlers, trouble, options.firstRetrySeconds ?? 5)
  for (const [name, work] of Object.entries(nightly)) await queue.everyNight(`nightly-${name}`, nightHour, work)
  const timers = new TimerRunner(database, onTimer, trouble)
  const waiting = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  let stopped = false

  /** One thing at a time, so that timers fire in order and a company's messages keep theirs. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => undefined)
    return next
  }
  const relay = async (companyId: string) => {
    waiting.delete(companyId)
    let relayed = 0
    for (let count = 1; count > 0; relayed += count) count = await relayOutbox(database, companyId, queue.handOver)
    return relayed
  }
  const eachCompany = async (work: (companyId: string) => Promise<number>) => {
    let sum = 0
    for (const { companyId } of await database.listCompanies()) sum += await work(companyId)
    return sum
  }
  const runDueTimers = () => eachCompany((companyId) => timers.run(companyId, database.clock.now()))
  const sweep = async () => {
    await database.testClock?.refresh()
    await runDueTimers()
    await eachCompany(relay)
  }
  const quietly = (error: unknown) => {
    // With the database away there is nothing to do but wait; requests say so to their callers.
    if (!stopped && !isDatabaseAway(error)) trouble('sweep', error)
  }
  const loop = (async () => {
    while (!stopped) {
      await inTurn(sweep).catch(quietly)
      await sleep(sweepMs, undefined, { ref: false })
    }
  })()

  return {
    wroteOutbox(companyId) {
      if (waiting.has(companyId) || stopped) return
      waiting.add(companyId)
      inTurn(() => relay(companyId)).catch(quietly)
    },
    runDueTimers: () => inTurn(runDueTimers),
    advanceTestClock: (instant) => inTurn(() => advanceTestClock(database, timers, instant)),
    async settle(patienceMs = 10_000) {
      await inTurn(() => eachCompany(relay))
      for (const deadline = Date.now() + patienceMs; (await queue.countOpen()) > 0 && Date.now() < deadline; )
        await sleep(20)
    },
    async stop() {
      stopped = true
      await Promise.race([loop, turn])
      await queue.stop()
    },
  }
}
