import type { Database } from '#platform/database/index'
import { listDueTimers, type TimerRunner } from './due-timers.ts'

/** Moves the test clock to `instant` from timer to timer. Returns how many fired. Moving it back fires nothing. */
export async function advanceTestClock(database: Database, timers: TimerRunner, instant: Date): Promise<number> {
  const { testClock } = database
  if (!testClock) throw new Error('this database runs on the real clock')
  const companies = await database.listCompanies()
  let fired = 0
  for (;;) {
    const next = await findNextDue(database, timers, instant)
    if (!next) break
    if (next > testClock.now()) await testClock.set(next)
    for (const { companyId } of companies) fired += await timers.run(companyId, testClock.now())
  }
  await testClock.set(instant)
  return fired
}

/** The earliest timer of any company; one that failed a moment ago does not hold up the clock. */
async function findNextDue(database: Database, timers: TimerRunner, until: Date): Promise<Date | undefined> {
  const earliest: string[] = []
  for (const { companyId } of await database.listCompanies()) {
    const [timer] = await listDueTimers(database, companyId, until, timers.resting(companyId))
    if (timer) earliest.push(timer.dueAt)
  }
  const first = earliest.sort()[0]
  return first === undefined ? undefined : new Date(first)
}
