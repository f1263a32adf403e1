import { openDatabase } from '#platform/database/index'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { appendStatement, writeArguments } from './case-write-sql.ts'
import { spawn } from 'node:child_process'
const db = await openDatabase({ dataFolder: '/tmp/tdtry', clock: 'test', poolSize: 1 })
const companyId = '00000000-0000-4000-8000-000000000001'
const stamp = Date.now().toString(36)
await db.pool.query('set synchronous_commit=off')
const pid = (await db.pool.query('select pg_backend_pid() as pid')).rows[0].pid
let args: (string | null)[][] = []
for (let c = 0; c < 1200; c++) {
  let head = { version: 0, hash: '0'.repeat(64) }
  for (let s = 0; s < 6; s++) {
    const w = sampleWrite({ companyId, caseId: `${stamp}-${c}`, commandId: `${stamp}-${c}-${s}`, head })
    head = { version: w.row.version, hash: w.row.headHash }
    args.push(writeArguments(companyId, [w]))
  }
}
for (const a of args.slice(0, 600)) await db.pool.query({ ...appendStatement, values: a })
const p = process.argv[2] ? spawn('perf', ['record', '-F', '2000', '-g', '-p', pid, '-o', '/tmp/perf/data'], { stdio: 'ignore' }) : undefined
await new Promise(r => setTimeout(r, 500))
const t = performance.now()
for (const a of args.slice(600)) await db.pool.query({ ...appendStatement, values: a })
console.log('ms per call', (performance.now() - t) / (args.length - 600))
p?.kill('SIGINT'); await new Promise(r => setTimeout(r, 1000))
await db.close()
