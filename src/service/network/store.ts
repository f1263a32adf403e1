import { type PlainDate, plainDate } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import type { NetworkVersion } from './network-version.ts'

export interface NetworkVersionTable {
  company_id: string
  version: number
  content: string
  content_hash: string
  imported_at: string
  imported_by: string
  effective_from: string
}

const tableOf = (tx: CompanyTransaction) => tx.withTables<{ network_version: NetworkVersionTable }>()
const told = ['version', 'content_hash', 'imported_at', 'imported_by', 'effective_from'] as const

type Told = Pick<NetworkVersionTable, (typeof told)[number]>

const versionOf = (row: Told): NetworkVersion => ({
  version: row.version,
  contentHash: row.content_hash,
  importedAt: row.imported_at,
  importedBy: row.imported_by,
  effectiveFrom: plainDate(row.effective_from),
})

/** Oldest first. */
export async function listNetworkVersions(
  tx: CompanyTransaction,
  companyId: string,
): Promise<readonly NetworkVersion[]> {
  const rows = await tableOf(tx)
    .selectFrom('network_version')
    .select(told)
    .where('company_id', '=', companyId)
    .orderBy('version')
    .execute()
  return rows.map(versionOf)
}

/** The newest version in force on a day. */
export async function findNetworkVersion(
  tx: CompanyTransaction,
  companyId: string,
  onDate: PlainDate,
): Promise<NetworkVersion | undefined> {
  const row = await tableOf(tx)
    .selectFrom('network_version')
    .select(told)
    .where('company_id', '=', companyId)
    .where('effective_from', '<=', onDate)
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row && versionOf(row)
}

export async function readNetworkContent(tx: CompanyTransaction, companyId: string, version: number): Promise<string> {
  const row = await tableOf(tx)
    .selectFrom('network_version')
    .select('content')
    .where('company_id', '=', companyId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return row.content
}

/** False where somebody else took the version's number meanwhile. */
export async function insertNetworkVersion(
  tx: CompanyTransaction,
  companyId: string,
  version: NetworkVersion,
  content: string,
): Promise<boolean> {
  const inserted = await tableOf(tx)
    .insertInto('network_version')
    .values({
      company_id: companyId,
      version: version.version,
      content,
      content_hash: version.contentHash,
      imported_at: version.importedAt,
      imported_by: version.importedBy,
      effective_from: version.effectiveFrom,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
