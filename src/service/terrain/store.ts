import type { CompanyTransaction } from '#platform/database/index'
import type { GroundFormat } from '#power'
import type { TerrainVersion } from './terrain-version.ts'

interface TerrainVersionTable {
  company_id: string
  version: number
  file_name: string
  format: GroundFormat
  content: Uint8Array
  content_hash: string
  features: number
  imported_at: string
  imported_by: string
}

const tableOf = (tx: CompanyTransaction) => tx.withTables<{ terrain_version: TerrainVersionTable }>()

const told = ['version', 'file_name', 'format', 'content_hash', 'features', 'imported_at', 'imported_by'] as const

type Told = Pick<TerrainVersionTable, (typeof told)[number]>

const versionOf = (row: Told): TerrainVersion => ({
  version: row.version,
  fileName: row.file_name,
  format: row.format,
  contentHash: row.content_hash,
  features: row.features,
  importedAt: new Date(row.imported_at).toISOString(),
  importedBy: row.imported_by,
})

const versionsIn = (tx: CompanyTransaction, companyId: string) =>
  tableOf(tx).selectFrom('terrain_version').select(told).where('company_id', '=', companyId)

/** Every ground of a company without its content, oldest first. */
export async function listTerrainVersions(
  tx: CompanyTransaction,
  companyId: string,
): Promise<readonly TerrainVersion[]> {
  return (await versionsIn(tx, companyId).orderBy('version').execute()).map(versionOf)
}

/** The newest ground of a company, without its content. */
export async function findTerrainVersion(
  tx: CompanyTransaction,
  companyId: string,
): Promise<TerrainVersion | undefined> {
  const row = await versionsIn(tx, companyId).orderBy('version', 'desc').limit(1).executeTakeFirst()
  return row && versionOf(row)
}

export async function readTerrainContent(
  tx: CompanyTransaction,
  companyId: string,
  version: number,
): Promise<Uint8Array> {
  const row = await tableOf(tx)
    .selectFrom('terrain_version')
    .select('content')
    .where('company_id', '=', companyId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return row.content
}

/** False where somebody else took the version's number meanwhile. */
export async function insertTerrainVersion(
  tx: CompanyTransaction,
  companyId: string,
  version: TerrainVersion,
  content: Uint8Array,
): Promise<boolean> {
  const inserted = await tableOf(tx)
    .insertInto('terrain_version')
    .values({
      company_id: companyId,
      version: version.version,
      file_name: version.fileName,
      format: version.format,
      content: Buffer.from(content),
      content_hash: version.contentHash,
      features: version.features,
      imported_at: version.importedAt,
      imported_by: version.importedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}
