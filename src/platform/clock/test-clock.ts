import type pg from 'pg'
import type { TestClock } from './clock.ts'

/** The clock of a database made with TONGDIAN_CLOCK=test. */
export async function openTestClock(pool: pg.Pool): Promise<TestClock> {
  let now = await readClock(pool)
  return {
    now: () => new Date(now),
    async set(instant) {
      await pool.query('update platform.mark set clock_at = $1', [instant.toISOString()])
      now = instant.getTime()
    },
    async refresh() {
      now = await readClock(pool)
    },
  }
}

async function readClock(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ ms: string }>(
    'select (extract(epoch from clock_at) * 1000)::int8::text as ms from platform.mark',
  )
  return Number(rows[0]?.ms)
}
