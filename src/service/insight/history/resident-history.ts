import type { Database } from '#platform/database/index'
import type { CaseHistory } from './case-history.ts'
import { readHistory } from './read-history.ts'
import { listMovedCases, loadFactsOf } from './store.ts'
import { TextPool } from './text-pool.ts'

interface Resident {
  readonly cases: Map<string, CaseHistory>
  upTo: number
  /** The same array until a case moves, so that what is made of it can be kept as long. */
  list: readonly CaseHistory[]
  facts: number
  readonly texts: TextPool
}

/** How far a company's cases have been read. */
export interface ReadingProgress {
  readonly companyId: string
  readonly read: number
  readonly of: number
}

/** Cases read at once: what their facts take while they are folded stays small enough to be swept up young. */
const casesAtOnce = 40
/** Facts of all companies together whose histories stay in memory; the company asked longest ago goes first. */
const usuallyMostFacts = 8_000_000

/**
 * The history of each company, kept in memory and brought up to date before each answer: only cases with facts written
 * since the last look are read again.
 */
export class ResidentHistory {
  readonly #database: Database
  readonly #companies = new Map<string, Resident>()
  readonly #updates = new Map<string, Promise<unknown>>()

  readonly #tell: (progress: ReadingProgress) => void
  readonly #mostFacts: number

  constructor(
    database: Database,
    tell: (progress: ReadingProgress) => void = () => undefined,
    { mostFacts = usuallyMostFacts } = {},
  ) {
    this.#database = database
    this.#tell = tell
    this.#mostFacts = mostFacts
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
    const resident = this.#companies.get(companyId) ?? newResident()
    // Put last: the order of the map is the order in which companies were asked.
    this.#companies.delete(companyId)
    const { moved, upTo } = await this.#read(companyId, resident)
    for (const history of moved) {
      resident.facts += history.factCount - (resident.cases.get(history.caseId)?.factCount ?? 0)
      resident.cases.set(history.caseId, history)
    }
    resident.upTo = upTo
    if (moved.length > 0) {
      resident.list = [...resident.cases.values()].sort((a, b) => (a.caseId < b.caseId ? -1 : 1))
    }
    this.#companies.set(companyId, resident)
    this.#forgetOldest()
    return resident.list
  }

  /** The company just asked stays, however large. */
  #forgetOldest(): void {
    let facts = [...this.#companies.values()].reduce((sum, each) => sum + each.facts, 0)
    for (const [companyId, resident] of [...this.#companies].slice(0, -1)) {
      if (facts <= this.#mostFacts) return
      this.#companies.delete(companyId)
      facts -= resident.facts
    }
  }

  async #read(companyId: string, { upTo: from, texts }: Resident) {
    return await this.#database.withCompany(
      companyId,
      async (tx) => {
        const { caseIds, upTo } = await listMovedCases(tx, companyId, from)
        const moved: CaseHistory[] = []
        for (let start = 0; start < caseIds.length; start += casesAtOnce) {
          const facts = await loadFactsOf(tx, companyId, caseIds.slice(start, start + casesAtOnce))
          for (const [caseId, ofCase] of facts) {
            const history = readHistory(caseId, ofCase, texts)
            if (history) moved.push(history)
          }
          if (caseIds.length > casesAtOnce) {
            this.#tell({ companyId, read: Math.min(start + casesAtOnce, caseIds.length), of: caseIds.length })
          }
        }
        return { moved, upTo }
      },
      { snapshot: true },
    )
  }
}

const newResident = (): Resident => ({ cases: new Map(), upTo: 0, list: [], facts: 0, texts: new TextPool() })
