import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { copyFacts, copyLine, copyRows } from '../copy-rows.ts'
import { benchCompanyId } from '../scratch-database.ts'
import { type ArchivedCase, archivedCaseMaker } from './archived-case.ts'

// Makes and loads one stretch of archived cases; as superuser, because COPY does not go through a wall.

const { superuser, from, to } = workerData as { superuser: pg.ClientConfig; from: number; to: number }
const casesAtOnce = 2_000
const make = await archivedCaseMaker()
const client = new pg.Client(superuser)
await client.connect()
await client.query('set synchronous_commit = off')

for (let start = from; start < to; start += casesAtOnce) {
  const cases: ArchivedCase[] = []
  for (let n = start; n < Math.min(start + casesAtOnce, to); n += 1) cases.push(make(n))
  await client.query('begin')
  const { rows } = await client.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
  await copyCases(cases, rows[0]?.xid ?? '0')
  await client.query('commit')
  parentPort?.postMessage({ loaded: cases.length })
}
await client.end()

async function copyCases(cases: readonly ArchivedCase[], xid: string): Promise<void> {
  const told = cases.map(({ row, facts }) => ({ caseId: row.caseId, facts }))
  await copyFacts(client, benchCompanyId, told, xid)
  const rows = cases.map(({ row }) =>
    copyLine([
      benchCompanyId,
      row.caseId,
      row.caseNumber,
      row.version,
      `\\x${row.headHash}`,
      row.status,
      row.kind,
      row.variant,
      row.processName,
      row.processVersion,
      row.stage,
      row.unitId,
      row.voltageClass,
      row.customerName,
      row.customerKey,
      row.address,
      row.capacityKva,
      row.accountManager,
      row.flags,
      row.tokens,
      row.dueOn,
      row.openedAt,
      row.changedAt,
      row.search,
    ]),
  )
  const rowColumns =
    'company_id case_id case_number version head_hash status kind variant process_name process_version stage unit_id ' +
    'voltage_class customer_name customer_key address capacity_kva account_manager flags tokens due_on opened_at changed_at search'
  await copyRows(client, 'case_file', rowColumns.split(' '), rows.join(''))
  const commands = cases.flatMap(({ row, commands }) =>
    commands.map(({ commandId, bodyHash, answer }) =>
      copyLine([benchCompanyId, commandId, row.caseId, bodyHash, answer, row.changedAt]),
    ),
  )
  await copyRows(
    client,
    'command',
    ['company_id', 'command_id', 'case_id', 'body_hash', 'answer', 'recorded_at'],
    commands.join(''),
  )
}
