import type { Database } from '#platform/database/index'
import { factRowOf } from '../write/case-reader.ts'
import type { CheckpointFolder } from './checkpoint-folder.ts'
import type { CompanyEvidence } from './verify-audit.ts'
import type { CaseEvidence } from './verify-chain.ts'

const casesAtOnce = 400

/** The evidence as the database and the checkpoint folder hold it. A company with checkpoints that is gone is there too, empty. */
export async function* databaseEvidence(database: Database, folder: CheckpointFolder): AsyncGenerator<CompanyEvidence> {
  const companies = await database.listCompanies()
  const companyIds = new Set([...companies.map(({ companyId }) => companyId), ...folder.listCompanyIds()])
  for (const companyId of companyIds) {
    // Before the cases: what is written in between only makes them longer.
    const checkpoints = folder.readLines(companyId)
    yield { companyId, checkpoints, publicKey: folder.findPublicKey(), cases: readCases(database, companyId) }
  }
}

/**
 * Case by case, in stretches of case ids from `after` (not with it) to `until` (with it; undefined: to the end). Facts
 * without a row come with the stretch their id falls into.
 */
export async function* readCases(
  database: Database,
  companyId: string,
  after = '',
  until?: string,
): AsyncGenerator<CaseEvidence> {
  for (let from: string | undefined = after; from !== undefined; ) {
    const stretch: Stretch = await readStretch(database, companyId, from, until)
    yield* stretch.cases
    from = stretch.last
  }
}

interface Stretch {
  readonly cases: readonly CaseEvidence[]
  /** Undefined: there is no more. */
  readonly last: string | undefined
}

async function readStretch(
  database: Database,
  companyId: string,
  after: string,
  until: string | undefined,
): Promise<Stretch> {
  return await database.withCompany(
    companyId,
    async (tx) => {
      const heads = tx
        .selectFrom('case_file')
        .select(['case_id', 'version', 'head_hash'])
        .where('company_id', '=', companyId)
        .where('case_id', '>', after)
        .orderBy('case_id')
        .limit(casesAtOnce)
      const rows = await (until === undefined ? heads : heads.where('case_id', '<=', until)).execute()
      const last = rows.length < casesAtOnce ? undefined : rows.at(-1)?.case_id
      const all = tx.selectFrom('fact').selectAll().where('company_id', '=', companyId).where('case_id', '>', after)
      const end = last ?? until
      const within = end === undefined ? all : all.where('case_id', '<=', end)
      const facts = await within.orderBy('case_id').orderBy('seq').execute()
      const factsOf = Map.groupBy(facts, (fact) => fact.case_id)
      const rowOf = new Map(
        rows.map((row) => [row.case_id, { version: row.version, headHash: row.head_hash.toString('hex') }]),
      )
      const caseIds = new Set([...factsOf.keys(), ...rowOf.keys()])
      const cases = [...caseIds].map((caseId) => ({
        caseId,
        facts: (factsOf.get(caseId) ?? []).map(factRowOf),
        row: rowOf.get(caseId),
      }))
      return { cases, last }
    },
    { snapshot: true },
  )
}
