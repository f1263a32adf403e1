import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { writeArguments } from '#casefile/write/case-write-sql'
import type { CaseWrite } from '#casefile/write/index'
import { benchCompanyId, type ScratchDatabase } from '../scratch-database.ts'

const clients = 16

/** Is PostgreSQL's own load driver on this machine? */
export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0
}

/**
 * PostgreSQL's own load driver calls the same function with the same bytes, 16 clients. Arguments lie ready in a table,
 * each client takes its own in order (the look-up by key is part of what it measures). Returns calls a second.
 */
export async function pgbenchRound(
  { server, database }: ScratchDatabase,
  recorded: readonly CaseWrite[][],
): Promise<number> {
  const perClient = Math.floor(recorded.length / clients)
  const rows = recorded
    .slice(0, perClient * clients)
    .flatMap((writes, n) =>
      writes.map((write, step) => [
        n % clients,
        Math.floor(n / clients) * writes.length + step,
        ...writeArguments(benchCompanyId, [write]),
      ]),
    )
  await fillCalls(server.connect('owner', 'bench'), rows)
  const calls = perClient * (recorded[0]?.length ?? 0)
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-pgbench-'))
  try {
    const script = join(folder, 'call.sql')
    writeFileSync(
      script,
      `\\set n :n + 1
select append_case_writes($company$${benchCompanyId}$company$, c.a1::jsonb, c.a2, c.a3, c.a4)
from platform.bench_call c where c.client = :client_id and c.n = :n;\n`,
    )
    const app = server.connect('app', 'bench')
    const args = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-t', `${calls}`, '-D', 'n=-1', '-f', script]
    const place = ['-h', app.host, '-p', `${app.port}`, '-U', app.user, app.database]
    const done = spawnSync('pgbench', [...args, ...place], {
      encoding: 'utf8',
      env: { ...process.env, PGPASSWORD: app.password },
    })
    const tps = /tps = ([\d.]+)/.exec(done.stdout)?.[1]
    const failed = /number of failed transactions: (\d+)/.exec(done.stdout)?.[1]
    if (done.status !== 0 || tps === undefined || failed !== '0')
      throw new Error(`pgbench: ${done.stderr}${done.stdout}`)
    await expectWritten(database, recorded, perClient)
    return Number(tps)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillCalls(owner: pg.ClientConfig, rows: readonly unknown[][]): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`
    drop table if exists platform.bench_call;
    create table platform.bench_call (
      client int, n int, a1 text, a2 json, a3 json, a4 json, primary key (client, n));
    grant select on platform.bench_call to tongdian_app`)
  for (let from = 0; from < rows.length; from += 200) {
    const part = rows.slice(from, from + 200).map(([clientId, n, , ...texts]) => ({
      client: clientId,
      n,
      ...Object.fromEntries(texts.map((text, index) => [`a${index + 1}`, index === 0 ? text : (text ?? null)])),
    }))
    await client.query(
      `insert into platform.bench_call
       select r.client, r.n, r.a1, r.a2::json, r.a3::json, r.a4::json
       from json_to_recordset($1) as r(client int, n int, a1 text, a2 text, a3 text, a4 text)`,
      [JSON.stringify(part)],
    )
  }
  await client.query('vacuum analyze platform.bench_call')
  await client.end()
}

/** A function that refuses is fast: every call must have been written. */
async function expectWritten(
  database: ScratchDatabase['database'],
  recorded: readonly CaseWrite[][],
  perClient: number,
): Promise<void> {
  const caseIds = recorded.slice(0, perClient * clients).map((writes) => writes[0]?.caseId ?? '')
  const versions = await database.withCompany(benchCompanyId, (tx) =>
    tx
      .selectFrom('case_file')
      .select('version')
      .where('company_id', '=', benchCompanyId)
      .where('case_id', 'in', caseIds)
      .execute(),
  )
  const wanted = recorded[0]?.at(-1)?.row.version
  if (versions.length !== caseIds.length || versions.some(({ version }) => version !== wanted))
    throw new Error('pgbench did not write every call')
}
