import type { Database } from '#platform/database/index'
import type { CaseHistory } from './case-history.ts'
import { readHistory } from './read-history.ts'
import { listMovedCases, loadFactsOf } from './store.ts'

interface Resident {
  readonly cases: Map<string, CaseHistory>
  upTo: number
  /** The same array until a case moves, so that what is made of it can be kept as long. */
  list: readonly CaseHistory[]
}

/** Cases read at once: bounds the memory their facts take while they are folded. */
const casesAtOnce = 200

/**
 * The history of each company, kept in memory and brought up to date before each answer: only cases with facts written
 * since the last look are read again.
 */
export class ResidentHistory {
  readonly #database: Database
  readonly #companies = new Map<string, Resident>()
  readonly #updates = new Map<string, Promise<unknown>>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Every case of the company as it stands now, in order of case id. Throws `DatabaseAway`. */
  async cases(companyId: string): Promise<readonly CaseHistory[]> {
    // One update at a time for a company; who asks meanwhile waits for it and then looks for what came since.
    const before = this.#updates.get(companyId)
    const update = (before ?? Promise.resolve()).catch(() => undefined).then(() => this.#update(companyId))
    this.#updates.set(companyId, update)
    return await update
  }

  async #update(companyId: string): Promise<readonly CaseHistory[]> {
    const resident = this.#companies.get(companyId) ?? { cases: new Map(), upTo: 0, list: [] }
    const { moved, upTo } = await this.#read(companyId, resident.upTo)
    for (const history of moved) resident.cases.set(history.caseId, history)
    resident.upTo = upTo
    if (moved.length > 0) {
      resident.list = [...resident.cases.values()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
    }
    this.#companies.set(companyId, resident)
    return resident.list
  }

  async #read(companyId: string, from: number) {
    return await this.#database.withCompany(
      companyId,
      async (tx) => {
        const { caseIds, upTo } = await listMovedCases(tx, companyId, from)
        const moved: CaseHistory[] = []
        for (let start = 0; start < caseIds.length; start += casesAtOnce) {
          const facts = await loadFactsOf(tx, companyId, caseIds.slice(start, start + casesAtOnce))
          for (const [caseId, ofCase] of facts) {
            const history = readHistory(caseId, ofCase)
            if (history) moved.push(history)
          }
        }
        return { moved, upTo }
      },
      { snapshot: true },
    )
  }
}
