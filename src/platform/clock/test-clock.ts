import type pg from 'pg'
import type { TestClock } from './clock.ts'

/** The clock of a database made with TONGDIAN_CLOCK=test. */
export async function openTestClock(pool: pg.Pool): Promise<TestClock> {
  let nowMs = await readClock(pool)
  return {
    now: () => new Date(nowMs ?? Date.now()),
    async set(instant) {
      await pool.query('update platform.mark set clock_at = $1', [instant?.toISOString() ?? 'infinity'])
      nowMs = instant?.getTime()
    },
    async refresh() {
      nowMs = await readClock(pool)
    },
  }
}

/** Undefined: the clock was let go and follows the real time. */
async function readClock(pool: pg.Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ ms: string | null }>(
    `select case when isfinite(clock_at) then (extract(epoch from clock_at) * 1000)::int8::text end as ms
       from platform.mark`,
  )
  const ms = rows[0]?.ms
  return ms === null || ms === undefined ? undefined : Number(ms)
}
