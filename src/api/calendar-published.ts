import { type Actor, type CaseFiles, decideCalendar } from '#casefile'
import type { Database } from '#platform/database/index'

/** Tells every running case that waited for a year's calendar that it is out; each is a command of its own. */
export async function tellCalendar(
  { database, caseFiles }: { readonly database: Database; readonly caseFiles: CaseFiles },
  companyId: string,
  year: number,
  commandId: string,
): Promise<void> {
  const waiting = await database.withCompany(companyId, (tx) =>
    tx
      .selectFrom('case_file')
      .select('case_id')
      .where('company_id', '=', companyId)
      .where('status', 'in', ['open', 'suspended'])
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('fact')
            .whereRef('fact.company_id', '=', 'case_file.company_id')
            .whereRef('fact.case_id', '=', 'case_file.case_id')
            .where('fact.type', '=', 'limit-undetermined'),
        ),
      )
      .execute(),
  )
  const actor: Actor = { kind: 'system', companyId, name: 'calendar' }
  for (const { case_id: caseId } of waiting) {
    const command = { actor, commandId: `${commandId}/${caseId}`, form: { year } }
    await caseFiles.record(caseId, 'calendar-published', command, (file) => decideCalendar(file, year))
  }
}
