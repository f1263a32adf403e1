import type { Database } from '#platform/database/index'

/**
 * Forgets answers remembered before an instant, in every company: nobody repeats a command after so long, and a command
 * id stays on its facts for ever. For the nightly work. Returns how many.
 */
export async function forgetAnswers(database: Database, before: Date): Promise<number> {
  let forgotten = 0
  for (const { companyId } of await database.listCompanies()) {
    const gone = await database.withCompany(companyId, (tx) =>
      tx
        .deleteFrom('command')
        .where('company_id', '=', companyId)
        .where('recorded_at', '<', before.toISOString())
        .executeTakeFirst(),
    )
    forgotten += Number(gone.numDeletedRows)
  }
  return forgotten
}
