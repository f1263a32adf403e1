import type { CompanyTransaction } from '#platform/database/index'
import type { StandardKind, StandardVersion } from './standard-version.ts'

export async function listVersions(tx: CompanyTransaction, companyId: string): Promise<readonly StandardVersion[]> {
  const rows = await tx
    .selectFrom('standard_version')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('kind')
    .orderBy('name')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as StandardKind,
    name: row.name,
    version: row.version,
    content: row.content,
    contentHash: row.content_hash,
    sourceNote: row.source_note,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    effectiveFrom: row.effective_from,
  }))
}

/** A small number that changes with every publication: how many versions there are. */
export async function countVersions(tx: CompanyTransaction, companyId: string): Promise<number> {
  const row = await tx
    .selectFrom('standard_version')
    .select(({ fn }) => fn.countAll<string>().as('versions'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return Number(row.versions)
}

export async function insertVersion(
  tx: CompanyTransaction,
  companyId: string,
  version: StandardVersion,
): Promise<void> {
  await tx
    .insertInto('standard_version')
    .values({
      company_id: companyId,
      kind: version.kind,
      name: version.name,
      version: version.version,
      content: version.content,
      content_hash: version.contentHash,
      source_note: version.sourceNote,
      published_at: version.publishedAt,
      published_by: version.publishedBy,
      effective_from: version.effectiveFrom,
    })
    .execute()
}
