import pg from 'pg'
import { type FactRow, factRowOf, hashFact, noHash } from '#casefile/write/index'
import { copyFacts } from '../copy-rows.ts'
import { type County, countyDatabase } from '../county/open-county.ts'
import { say } from '../report.ts'

/** A case that was played through the engine, of which copies are told. */
interface Template {
  readonly caseId: string
  readonly caseNumber: string
  readonly address: string
  readonly facts: readonly FactRow[]
}

/** Copies of one case lie so many seconds apart, so that they are no batch of one second. */
const secondsApart = 11
const casesAtOnce = 500

/**
 * Tells every case of the company `copies` times more: other case id, number and place, all its facts chained anew and some
 * minutes later, loaded by COPY. Only the facts and the row of the case are written: no tasks, limits, letters or search.
 */
export async function multiplyCases({ scratch, database, running }: County, copies: number): Promise<number> {
  const companyId = running.tongdian.publicCompanyId
  const templates = await database.withCompany(companyId, async (tx) => {
    const cases = await tx.selectFrom('case_file').select(['case_id', 'case_number', 'address']).execute()
    const facts = Map.groupBy(
      await tx.selectFrom('fact').selectAll().orderBy('case_id').orderBy('seq').execute(),
      (row) => row.case_id,
    )
    return cases.map((row): Template => {
      const own = (facts.get(row.case_id) ?? []).map(factRowOf)
      return { caseId: row.case_id, caseNumber: row.case_number, address: row.address, facts: own }
    })
  })
  // As superuser, because COPY does not go through a wall.
  const client = new pg.Client(scratch.server.connect('postgres', countyDatabase))
  await client.connect()
  let copied = 0
  try {
    await client.query('set synchronous_commit = off')
    for (let copy = 1; copy <= copies; copy++) {
      for (let at = 0; at < templates.length; at += casesAtOnce) {
        await copyCases(client, companyId, templates.slice(at, at + casesAtOnce), copy)
      }
      copied += templates.length
      if (copy % 50 === 0) say(`insight-pages: ${copied} cases copied`)
    }
    // Also sums up what was written when: without it, what came since the last look is looked for everywhere.
    await client.query('vacuum analyze fact')
    await client.query('vacuum analyze case_file')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
  return copied
}

async function copyCases(
  client: pg.Client,
  companyId: string,
  templates: readonly Template[],
  copy: number,
): Promise<void> {
  await client.query('begin')
  const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
  const xid = rows[0]?.xid ?? '0'
  const told = templates.map((template) => ({
    caseId: copyOf(template.caseId, copy),
    facts: retold(template, companyId, copy),
  }))
  await copyFacts(client, companyId, told, xid)
  const other = columnsOfCase.filter((column) => !['case_id', 'case_number', 'address', 'head_hash'].includes(column))
  await client.query(
    `insert into case_file (case_id, case_number, address, head_hash, ${other.join(', ')})
     select case_id || $2, case_number || $2, address || $2,
       (select hash from fact f where f.company_id = c.company_id and f.case_id = c.case_id || $2 order by seq desc limit 1),
       ${other.join(', ')}
     from case_file c where company_id = $1 and case_id = any($3)`,
    [companyId, suffix(copy), templates.map(({ caseId }) => caseId)],
  )
  await client.query('commit')
}

const columnsOfCase = (
  'company_id case_id case_number version head_hash status kind variant process_name process_version stage unit_id ' +
  'voltage_class customer_name customer_key address capacity_kva account_manager flags tokens due_on opened_at changed_at search'
).split(' ')

const suffix = (copy: number): string => `-${String(copy).padStart(4, '0')}`
const copyOf = (name: string, copy: number): string => name + suffix(copy)

function retold({ caseId, caseNumber, address, facts }: Template, companyId: string, copy: number): readonly FactRow[] {
  const newId = copyOf(caseId, copy)
  const laterMs = copy * secondsApart * 1000
  const later = (instant: string) => new Date(Date.parse(instant) + laterMs).toISOString()
  let prevHash: string = noHash
  return facts.map((fact) => {
    const told = {
      ...fact,
      happenedAt: later(fact.happenedAt),
      recordedAt: later(fact.recordedAt),
      commandId: copyOf(fact.commandId, copy),
      body: fact.body
        .replaceAll(caseId, newId)
        .replaceAll(caseNumber, copyOf(caseNumber, copy))
        .replaceAll(address, copyOf(address, copy)),
      prevHash,
    }
    prevHash = hashFact(companyId, newId, told as FactRow)
    return { ...told, hash: prevHash } as FactRow
  })
}
