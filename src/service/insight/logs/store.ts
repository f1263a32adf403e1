import type { CompanyTransaction } from '#platform/database/index'
import type { ImportedLog, LogGuide } from './imported-log.ts'

interface ImportedLogTable {
  company_id: string
  log_id: string
  file_name: string
  content: Uint8Array
  content_hash: string
  guide: string
  events: number
  cases: number
  imported_at: string
  imported_by: string
}

const tableOf = (tx: CompanyTransaction) => tx.withTables<{ imported_log: ImportedLogTable }>()
const shown = ['log_id', 'file_name', 'events', 'cases', 'imported_at', 'imported_by'] as const

function logOfRow(row: Pick<ImportedLogTable, (typeof shown)[number]>): ImportedLog {
  return {
    logId: row.log_id,
    fileName: row.file_name,
    events: row.events,
    cases: row.cases,
    importedAt: new Date(row.imported_at).toISOString(),
    importedBy: row.imported_by,
  }
}

/** Newest first. */
export async function listImportedLogs(tx: CompanyTransaction, companyId: string): Promise<readonly ImportedLog[]> {
  const rows = await tableOf(tx)
    .selectFrom('imported_log')
    .select(shown)
    .where('company_id', '=', companyId)
    .orderBy('imported_at', 'desc')
    .execute()
  return rows.map(logOfRow)
}

/** The same file read the same way is the log that stands already. */
export async function insertImportedLog(
  tx: CompanyTransaction,
  companyId: string,
  log: ImportedLog,
  file: { readonly bytes: Uint8Array; readonly contentHash: string; readonly guide: LogGuide },
): Promise<ImportedLog> {
  await tableOf(tx)
    .insertInto('imported_log')
    .values({
      ...{ company_id: companyId, log_id: log.logId, file_name: log.fileName },
      ...{ content: file.bytes, content_hash: file.contentHash, guide: JSON.stringify(file.guide) },
      ...{ events: log.events, cases: log.cases, imported_at: log.importedAt, imported_by: log.importedBy },
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'content_hash']).doNothing())
    .execute()
  const row = await tableOf(tx)
    .selectFrom('imported_log')
    .select(shown)
    .where('company_id', '=', companyId)
    .where('content_hash', '=', file.contentHash)
    .executeTakeFirstOrThrow()
  return logOfRow(row)
}

export async function loadImportedLog(
  tx: CompanyTransaction,
  companyId: string,
  logId: string,
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array; readonly guide: LogGuide } | undefined> {
  const row = await tableOf(tx)
    .selectFrom('imported_log')
    .select(['file_name', 'content', 'guide'])
    .where('company_id', '=', companyId)
    .where('log_id', '=', logId)
    .executeTakeFirst()
  return row && { fileName: row.file_name, bytes: row.content, guide: JSON.parse(row.guide) as LogGuide }
}

export async function deleteImportedLog(tx: CompanyTransaction, companyId: string, logId: string): Promise<void> {
  await tableOf(tx).deleteFrom('imported_log').where('company_id', '=', companyId).where('log_id', '=', logId).execute()
}
