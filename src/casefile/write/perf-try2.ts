import { startEmbeddedServer, openPool } from '#platform/database/index'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { appendStatement, writeArguments } from './case-write-sql.ts'
import { readFileSync } from 'node:fs'
const server = await startEmbeddedServer('/tmp/tdtry')
const pool = openPool(server.connect('postgres', 'tongdian'), 1, 'x')
const companyId = '00000000-0000-4000-8000-000000000001'
const stamp = Date.now().toString(36)
let head = { version: 0, hash: '0'.repeat(64) }
const args: (string | null)[][] = []
for (let s = 0; s < 400; s++) {
  const w = sampleWrite({ companyId, caseId: stamp, commandId: `${stamp}-${s}`, head })
  head = { version: w.row.version, hash: w.row.headHash }
  args.push(writeArguments(companyId, [w]))
}
if (process.argv[3]) await pool.query(process.argv[3]); await pool.query('set synchronous_commit=off')
await pool.query('set role tongdian_app')
for (const a of args.slice(0, 200)) await pool.query({ ...appendStatement, values: a })
let t = performance.now()
for (const a of args.slice(200, 390)) await pool.query({ ...appendStatement, values: a })
console.log('ms per call, async commit', (performance.now() - t) / 190)
await pool.query('reset role')
if (process.argv[2]) {
  await pool.query("load 'auto_explain'"); 
  await pool.query("set auto_explain.log_min_duration=0; set auto_explain.log_analyze=off; set auto_explain.log_nested_statements=on; set auto_explain.log_timing=off; set auto_explain.log_verbose=off")
  await pool.query('set role tongdian_app')
  for (const a of args.slice(390, 392)) await pool.query({ ...appendStatement, values: a })
  const log = readFileSync('/tmp/tdtry/postgres/postgres.log', 'utf8')
  console.log(log.slice(-40000).split('\n').filter(l => /duration/.test(l) || /Query Text/.test(l) || /Insert|Update|Delete|Index|Scan/.test(l)).join('\n'))
}
await pool.end(); await server.stop()
