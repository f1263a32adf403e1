import pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'

export type ClockKind = 'real' | 'test'

/** A test clock lives only in a database made with one, and such a database runs on no other. */
export class ClockMismatch extends Error {
  constructor(marked: ClockKind) {
    super(
      marked === 'test'
        ? 'this database was made with TONGDIAN_CLOCK=test and runs only with it'
        : 'this database runs on the real clock: TONGDIAN_CLOCK=test needs a database of its own',
    )
    this.name = 'ClockMismatch'
  }
}

/** Marks a new database with its clock (`as-marked`: with the real one); refuses one that is marked otherwise. Returns its clock. */
export async function markDatabase(owner: ConnectionSettings, wanted: ClockKind | 'as-marked'): Promise<ClockKind> {
  const clock = wanted === 'as-marked' ? 'real' : wanted
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(
      "insert into platform.mark (clock, clock_at) values ($1, case when $1 = 'test' then now() end) on conflict do nothing",
      [clock],
    )
    const { rows } = await client.query<{ clock: ClockKind }>('select clock from platform.mark')
    const marked = rows[0]?.clock ?? clock
    if (wanted !== 'as-marked' && marked !== wanted) throw new ClockMismatch(marked)
    return marked
  } finally {
    await client.end()
  }
}
