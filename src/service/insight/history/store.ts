import { sql } from 'kysely'
import { type Fact, factOf } from '#casefile'
import type { CompanyTransaction } from '#platform/database/index'

export interface MovedCases {
  readonly caseIds: readonly string[]
  /** Transactions below this number are covered: where the next look goes on. */
  readonly upTo: number
}

/** Cases with facts written in transaction `from` or later; all of them for 0. Needs a snapshot transaction. */
export async function listMovedCases(tx: CompanyTransaction, companyId: string, from: number): Promise<MovedCases> {
  const moment = await sql<{ up_to: number }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as up_to`.execute(tx)
  const upTo = Number(moment.rows[0]?.up_to ?? 0)
  // A database brought back from a dump counts its transactions anew: then everything is read again.
  const since = upTo < from ? 0 : from
  // Every case has a row: looking for them all through their facts would read the whole table.
  const listed =
    since === 0
      ? sql<{ case_id: string }>`select case_id from case_file where company_id = ${companyId} order by case_id`
      : sql<{ case_id: string }>`
          select distinct case_id from fact where company_id = ${companyId} and written_in >= ${since} order by case_id`
  const { rows } = await listed.execute(tx)
  return { caseIds: rows.map((row) => row.case_id), upTo }
}

/** All facts of these cases, by case and in order. */
export async function loadFactsOf(
  tx: CompanyTransaction,
  companyId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  // Not the links of the chain: verifying is another room's, and they are a third of what travels.
  const rows = await tx
    .selectFrom('fact')
    .select(['case_id', 'seq', 'type', 'happened_at', 'recorded_at', 'actor', 'command_id', 'body'])
    .where('company_id', '=', companyId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('seq')
    .execute()
  const facts = new Map<string, Fact[]>()
  for (const { case_id, seq, type, happened_at, recorded_at, actor, command_id, body } of rows) {
    const known = { seq, type, actor, body, happenedAt: happened_at, recordedAt: recorded_at, commandId: command_id }
    const ofCase = facts.get(case_id)
    if (ofCase) ofCase.push(factOf(known))
    else facts.set(case_id, [factOf(known)])
  }
  return facts
}
