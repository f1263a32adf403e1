import { type Selectable, sql } from 'kysely'
import { type Fact, factOf } from '#casefile'
import type { CompanyTransaction, Tables } from '#platform/database/index'
import { factRowOf } from '../../../casefile/write/index.ts'

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
  const { rows } = await sql<{ case_id: string }>`
    select distinct case_id from fact where company_id = ${companyId} and written_in >= ${since} order by case_id`.execute(
    tx,
  )
  return { caseIds: rows.map((row) => row.case_id), upTo }
}

/** All facts of these cases, by case and in order. */
export async function loadFactsOf(
  tx: CompanyTransaction,
  companyId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Fact[]>> {
  const rows: Selectable<Tables['fact']>[] = await tx
    .selectFrom('fact')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('case_id')
    .orderBy('seq')
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.case_id)].map(([caseId, group]) => [
      caseId,
      group.map((row) => factOf(factRowOf(row))),
    ]),
  )
}
