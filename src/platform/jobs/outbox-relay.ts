import { CompiledQuery } from 'kysely'
import type { JsonObject } from '#kernel'
import type { CompanyTransaction, Database } from '#platform/database/index'
import type { Message } from './message.ts'

/** Takes messages into the queue, in the caller's transaction. */
export type HandOver = (messages: readonly Message[], execute: ExecuteSql) => Promise<void>

/** Runs a statement of the job library inside our transaction. */
export type ExecuteSql = (text: string, values?: readonly unknown[]) => Promise<{ rows: unknown[] }>

const mostAtOnce = 200

/**
 * Hands waiting messages of one company to the job queue and takes them out of the outbox, both in one transaction:
 * a crash leaves a message either here or there. Returns how many.
 */
export async function relayOutbox(database: Database, companyId: string, handOver: HandOver): Promise<number> {
  return await database.withCompany(companyId, async (tx) => {
    const rows = await tx
      .selectFrom('outbox')
      .selectAll()
      .where('company_id', '=', companyId)
      .orderBy('recorded_at')
      .orderBy('outbox_id')
      .limit(mostAtOnce)
      .forUpdate()
      .skipLocked()
      .execute()
    if (rows.length === 0) return 0
    const messages = rows.map((row) => ({
      messageId: row.outbox_id,
      companyId,
      caseId: row.case_id,
      kind: row.kind,
      body: JSON.parse(row.body) as JsonObject,
    }))
    await handOver(messages, executeIn(tx))
    const ids = rows.map((row) => row.outbox_id)
    await tx.deleteFrom('outbox').where('company_id', '=', companyId).where('outbox_id', 'in', ids).execute()
    return rows.length
  })
}

const executeIn =
  (tx: CompanyTransaction): ExecuteSql =>
  async (text, values = []) => ({ rows: (await tx.executeQuery(CompiledQuery.raw(text, [...values]))).rows })
