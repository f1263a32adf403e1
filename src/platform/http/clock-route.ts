import { z } from 'zod'
import { accept, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/database'

/** The clock the server lives by; `setTestClock` is there only in a database made with a test clock. */
export interface ServerClock {
  now(): Date
  readonly kind: 'real' | 'test'
  setTestClock?(now: Date | null): Promise<void>
}

/** The server's clock out of a database's. */
export function readServerClock(database: Pick<Database, 'clock' | 'testClock'>): ServerClock {
  const { clock, testClock } = database
  if (testClock === undefined) return { kind: 'real', now: () => clock.now() }
  return { kind: 'test', now: () => testClock.now(), setTestClock: (now) => testClock.set(now) }
}

const body = z.strictObject({ now: z.iso.datetime({ offset: true }).nullable() })

/** POST /api/test/clock: `{ now: ISO time | null }`, null: it follows the real time again. `unknown-route` where there is no test clock. */
export async function moveTestClock(clock: ServerClock, input: unknown): Promise<Result<{ now: string }>> {
  if (clock.kind !== 'test' || clock.setTestClock === undefined) return refuse({ code: 'unknown-route' })
  const parsed = body.safeParse(input)
  if (!parsed.success) return refuse({ code: 'faulty-input', faults: [{ path: 'now', code: 'wrong-format' }] })
  await clock.setTestClock(parsed.data.now === null ? null : new Date(parsed.data.now))
  return accept({ now: clock.now().toISOString() })
}
