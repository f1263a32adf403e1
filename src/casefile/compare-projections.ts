import type { Database } from '#platform/database/index'
import { rebuildTokens } from './rebuild-tokens.ts'
import { factOf } from './rows-of-command.ts'
import type { PublishedStandards } from './standards.ts'
import { type CaseReader, canonicalJson } from './write/index.ts'

export interface ProjectionFinding {
  readonly caseId: string
  readonly detail: string
}

/**
 * Every night: the tokens of each running case played again from its facts and compared with its row. What differs is
 * reported, never mended by itself: the facts are right, and somebody must learn why the row is not.
 */
export async function compareProjections(
  database: Database,
  reader: CaseReader,
  shelf: { get(companyId: string): Promise<PublishedStandards> },
  report: (finding: ProjectionFinding) => void,
): Promise<void> {
  for (const { companyId } of await database.listCompanies()) {
    const standards = await shelf.get(companyId)
    const running = await database.withCompany(companyId, (tx) =>
      tx
        .selectFrom('case_file')
        .select(['case_id', 'tokens'])
        .where('company_id', '=', companyId)
        .where('status', 'in', ['open', 'suspended'])
        .execute(),
    )
    for (const { case_id: caseId, tokens } of running) {
      const detail = await difference(companyId, caseId, tokens, reader, standards)
      if (detail) report({ caseId, detail })
    }
  }
}

async function difference(
  companyId: string,
  caseId: string,
  tokens: string,
  reader: CaseReader,
  standards: PublishedStandards,
): Promise<string | undefined> {
  const facts = (await reader.loadFacts(companyId, caseId)).map(factOf)
  try {
    const rebuilt = rebuildTokens(facts, standards)
    return rebuilt && canonicalJson(rebuilt as never) === tokens ? undefined : 'tokens differ from the facts'
  } catch (error) {
    return String(error)
  }
}
