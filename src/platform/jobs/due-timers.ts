import type { JsonObject } from '#kernel'
import type { Database } from '#platform/database/index'
import type { DueTimer, NextTimer, TimerHandler, TroubleLog } from './message.ts'

const mostAtOnce = 100

/** Timers of a company due at `now`, the earliest first; timers named in `except` are left out. */
export async function listDueTimers(
  database: Database,
  companyId: string,
  now: Date,
  except: readonly string[] = [],
): Promise<readonly DueTimer[]> {
  const rows = await database.withCompany(companyId, (tx) => {
    const due = tx
      .selectFrom('timer')
      .selectAll()
      .where('company_id', '=', companyId)
      .where('due_at', '<=', now.toISOString())
    return (except.length > 0 ? due.where('timer_id', 'not in', except) : due)
      .orderBy('due_at')
      .orderBy('timer_id')
      .limit(mostAtOnce)
      .execute()
  })
  return rows.map((row) => ({
    companyId,
    caseId: row.case_id,
    timerId: row.timer_id,
    dueAt: row.due_at,
    kind: row.kind,
    body: JSON.parse(row.body) as JsonObject,
  }))
}

/** Fires timers, and takes each away once its handler is done; one whose handler threw stays and is tried again later. */
export class TimerRunner {
  readonly #database: Database
  readonly #onTimer: TimerHandler
  readonly #trouble: TroubleLog
  /** When a timer that failed may be tried again (machine time, ms) and how often it failed. */
  readonly #failed = new Map<string, { readonly retryAtMs: number; readonly times: number }>()

  constructor(database: Database, onTimer: TimerHandler, trouble: TroubleLog) {
    this.#database = database
    this.#onTimer = onTimer
    this.#trouble = trouble
  }

  /** Fires everything of one company that is due at `now`, also what that sets anew. Returns how many fired. */
  async run(companyId: string, now: Date): Promise<number> {
    let fired = 0
    for (;;) {
      const timers = await listDueTimers(this.#database, companyId, now, this.resting(companyId))
      if (timers.length === 0) return fired
      for (const timer of timers) if (await this.#fire(timer)) fired += 1
    }
  }

  async #fire(timer: DueTimer): Promise<boolean> {
    const key = `${timer.companyId} ${timer.timerId}`
    try {
      await this.#takeAway(timer, await this.#onTimer(timer))
      this.#failed.delete(key)
      return true
    } catch (error) {
      const times = (this.#failed.get(key)?.times ?? 0) + 1
      const pauseMs = Math.min(1_000 * 2 ** times, 3_600_000)
      this.#failed.set(key, { retryAtMs: Date.now() + pauseMs, times })
      this.#trouble(`timer ${timer.timerId}`, error)
      return false
    }
  }

  /** Ids of timers that failed and are not tried again yet. */
  resting(companyId: string): readonly string[] {
    const prefix = `${companyId} `
    return [...this.#failed]
      .filter(([key, { retryAtMs }]) => key.startsWith(prefix) && retryAtMs > Date.now())
      .map(([key]) => key.slice(prefix.length))
  }

  /**
   * The handler's command took its timer away and set the next one with what it wrote. One that had nothing to write, because
   * the timer was of a time that no longer counts, leaves both to us, so that no case is left without its timer.
   */
  async #takeAway({ companyId, caseId, timerId, dueAt }: DueTimer, next: NextTimer | undefined): Promise<void> {
    if (next?.timerId === timerId && next.dueAt === dueAt) throw new Error('it is still waited for')
    await this.#database.withCompany(companyId, async (tx) => {
      await tx
        .deleteFrom('timer')
        .where('company_id', '=', companyId)
        .where('timer_id', '=', timerId)
        .where('due_at', '=', dueAt)
        .execute()
      if (!next) return
      const set = { due_at: next.dueAt, kind: next.kind, body: next.body }
      await tx
        .insertInto('timer')
        .values({ company_id: companyId, case_id: caseId, timer_id: next.timerId, ...set })
        .onConflict((taken) => taken.columns(['company_id', 'timer_id']).doUpdateSet(set))
        .execute()
    })
  }
}
