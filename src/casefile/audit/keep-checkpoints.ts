import type { KeyObject } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Database, isDatabaseAway } from '#platform/database/index'
import { canonicalJson } from '../write/canonical-json.ts'
import { type CaseHead, type Checkpoint, hashLine, noLine, signCheckpoint } from './checkpoint.ts'
import type { CheckpointFolder } from './checkpoint-folder.ts'

export interface CheckpointKeeper {
  /** Writes what moved since the last checkpoint, now. Returns how many cases moved. */
  write(): Promise<number>
  /** Writes once more and ends. */
  stop(): Promise<void>
}

const mostHeadsInLine = 2_000
const defaultEveryMs = 30_000

/** Writes checkpoints of every company, at most a minute apart (half of one, so that a slow disk has room). */
export function keepCheckpoints(
  database: Database,
  folder: CheckpointFolder,
  trouble: (what: string, error: unknown) => void,
  everyMs = defaultEveryMs,
): CheckpointKeeper {
  const key = folder.openKey()
  const stopping = new AbortController()
  let turn: Promise<unknown> = Promise.resolve()
  const write = () => {
    const next = turn.then(() => writeAll(database, folder, key))
    turn = next.catch(() => undefined)
    return next
  }
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      await write().catch((error: unknown) => {
        if (!isDatabaseAway(error)) trouble('checkpoint', error)
      })
      await sleep(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  })()
  return {
    write,
    async stop() {
      stopping.abort()
      await loop
      // What cannot be written now (disk full, database away) must not keep the rest from ending well.
      await write().catch((error: unknown) => trouble('last checkpoint', error))
    },
  }
}

async function writeAll(database: Database, folder: CheckpointFolder, key: KeyObject): Promise<number> {
  let moved = 0
  for (const { companyId } of await database.listCompanies()) moved += await writeOne(database, folder, key, companyId)
  return moved
}

async function writeOne(
  database: Database,
  folder: CheckpointFolder,
  key: KeyObject,
  companyId: string,
): Promise<number> {
  return await database.withCompany(companyId, async (tx) => {
    // Two processes with one folder must not write the same line number.
    await sql`select pg_advisory_xact_lock(hashtext(${`checkpoint ${companyId}`}))`.execute(tx)
    let last = folder.findLast(companyId)
    const from = last?.checkpoint.upTo ?? 0
    const { rows } = await sql<MovedCase>`
      with moment as materialized (
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as up_to
      ), moved as materialized (
        select f.case_id, max(f.seq) as seq from fact f
        where f.company_id = ${companyId}
          -- A database brought back from a dump counts its transactions anew: then everything is looked at again.
          and f.written_in >= (select case when moment.up_to < ${from} then 0 else ${from} end from moment)
        group by f.case_id
      )
      select h.case_id, h.seq, h.hash, moment.up_to from moment, moved m
      join fact h on h.company_id = ${companyId} and h.case_id = m.case_id and h.seq = m.seq
      order by h.case_id`.execute(tx)
    const upTo = rows[0]?.up_to ?? 0
    const heads = rows.map((row): CaseHead => [row.case_id, row.seq, row.hash.toString('hex')])
    for (let start = 0; start < heads.length; start += mostHeadsInLine) {
      const part = heads.slice(start, start + mostHeadsInLine)
      const done = start + mostHeadsInLine >= heads.length
      const checkpoint = nextCheckpoint(companyId, part, done ? upTo : from, last, key)
      const line = canonicalJson({ ...checkpoint })
      folder.append(companyId, line)
      last = { checkpoint, line }
    }
    return heads.length
  })
}

interface MovedCase {
  readonly case_id: string
  readonly seq: number
  readonly hash: Buffer
  readonly up_to: number
}

function nextCheckpoint(
  companyId: string,
  heads: readonly CaseHead[],
  upTo: number,
  last: { readonly checkpoint: Checkpoint; readonly line: string } | undefined,
  key: KeyObject,
): Checkpoint {
  const prev = last ? hashLine(last.line) : noLine
  return signCheckpoint(
    { n: (last?.checkpoint.n ?? 0) + 1, at: new Date().toISOString(), companyId, heads, prev, upTo },
    key,
  )
}
