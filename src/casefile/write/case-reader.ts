import { type Selectable, sql } from 'kysely'
import { type CompanyTransaction, type Database, orAway, type Tables } from '#platform/database/index'
import type { VoltageClass } from '../actor.ts'
import type { CaseRow, FactRow } from './case-write.ts'

/** Reads cases as they are stored; each call is one round trip. Throws `DatabaseAway`. */
export class CaseReader {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Facts of a case in order, all or those after `afterSeq`; empty: no such case. */
  async loadFacts(companyId: string, caseId: string, afterSeq = 0): Promise<readonly FactRow[]> {
    const rows = await this.#call<Selectable<Tables['fact']>>('read_facts', [companyId, caseId, afterSeq])
    return rows.map(factRowOf)
  }

  async findCase(companyId: string, caseId: string): Promise<CaseRow | undefined> {
    const [row] = await this.#call<StoredCase>('read_case_file', [companyId, caseId])
    return row && caseRowOf(row)
  }

  /** What was answered to a command id before. */
  async findAnswer(companyId: string, commandId: string): Promise<CommandAnswer | undefined> {
    const [row] = await this.#call<Selectable<Tables['command']>>('read_command', [companyId, commandId])
    return row && { caseId: row.case_id, bodyHash: row.body_hash, answer: row.answer }
  }

  /**
   * Cases whose name, number or address holds every word of `text`, newest first. A number of one or two digits is meant
   * whole; other words of one character find nothing.
   */
  async searchCases(companyId: string, text: string, limit = 50): Promise<readonly CaseRow[]> {
    return await this.#database.withCompany(companyId, (tx) => searchCases(tx, companyId, text, limit))
  }

  #call<Row>(
    name: 'read_facts' | 'read_case_file' | 'read_command',
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const places = values.map((_, index) => `$${index + 1}`).join(', ')
    return orAway(async () => {
      const { rows } = await this.#database.pool.query({
        name,
        text: `select * from ${name}(${places})`,
        values: [...values],
      })
      return rows as readonly Row[]
    })
  }
}

export interface CommandAnswer {
  readonly caseId: string
  readonly bodyHash: string
  readonly answer: string
}

async function searchCases(tx: CompanyTransaction, companyId: string, text: string, limit: number) {
  const { rows } = await sql<StoredCase>`
    select f.* from search_cases(${companyId}, ${text}, ${limit}) as found(case_id)
    join case_file f on f.company_id = ${companyId} and f.case_id = found.case_id
    order by f.case_id desc`.execute(tx)
  return rows.map(caseRowOf)
}

type StoredCase = Selectable<Tables['case_file']>

export function factRowOf(row: Selectable<Tables['fact']>): FactRow {
  return {
    seq: row.seq,
    type: row.type,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
    actor: row.actor,
    commandId: row.command_id,
    body: row.body,
    prevHash: row.prev_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  }
}

export function caseRowOf(row: StoredCase): CaseRow {
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    version: row.version,
    headHash: row.head_hash.toString('hex'),
    status: row.status,
    kind: row.kind,
    variant: row.variant,
    processName: row.process_name,
    processVersion: row.process_version,
    stage: row.stage,
    unitId: row.unit_id,
    voltageClass: row.voltage_class as VoltageClass,
    customerName: row.customer_name,
    customerKey: row.customer_key,
    address: row.address,
    capacityKva: row.capacity_kva,
    accountManager: row.account_manager,
    flags: row.flags,
    tokens: row.tokens,
    dueOn: row.due_on,
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    search: row.search,
  }
}
