import type { CompanyTransaction } from '#platform/database/index'

type WhatIfTables = {
  what_if_saved: {
    company_id: string
    saved_id: string
    name: string
    staff_id: string
    saved_at: Date
    content: string
  }
}

export interface SavedWhatIf {
  readonly savedId: string
  readonly name: string
  readonly staffId: string
  /** ISO time. */
  readonly savedAt: string
}

/** Saved once however often it is sent: the id is the asker's. */
export async function saveWhatIf(
  tx: CompanyTransaction,
  companyId: string,
  { savedId, name, staffId, savedAt, content }: SavedWhatIf & { readonly content: unknown },
): Promise<void> {
  await tx
    .withTables<WhatIfTables>()
    .insertInto('what_if_saved')
    .values({
      company_id: companyId,
      saved_id: savedId,
      name,
      staff_id: staffId,
      saved_at: new Date(savedAt),
      content: JSON.stringify(content),
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'saved_id']).doNothing())
    .execute()
}

const mostListed = 50

/** The newest first; what a person saved is his own, as his rights decide which cases it counts. */
export async function listSaved(tx: CompanyTransaction, companyId: string, staffId: string) {
  const rows = await tx
    .withTables<WhatIfTables>()
    .selectFrom('what_if_saved')
    .select(['saved_id', 'name', 'staff_id', 'saved_at'])
    .where('company_id', '=', companyId)
    .where('staff_id', '=', staffId)
    .orderBy('saved_at', 'desc')
    .limit(mostListed)
    .execute()
  return rows.map((row) => ({
    savedId: row.saved_id,
    name: row.name,
    staffId: row.staff_id,
    savedAt: new Date(row.saved_at).toISOString(),
  }))
}

/** What was saved, as it was; undefined where the person has none of the id. */
export async function loadSaved(tx: CompanyTransaction, companyId: string, staffId: string, savedId: string) {
  const row = await tx
    .withTables<WhatIfTables>()
    .selectFrom('what_if_saved')
    .select(['name', 'saved_at', 'content'])
    .where('company_id', '=', companyId)
    .where('staff_id', '=', staffId)
    .where('saved_id', '=', savedId)
    .executeTakeFirst()
  return row && { name: row.name, savedAt: new Date(row.saved_at).toISOString(), content: row.content as unknown }
}
