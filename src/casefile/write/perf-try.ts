import { openDatabase } from '#platform/database/index'
import { sampleWrite } from '../../../tests/sample-write.ts'
import { CaseWriter } from './case-writer.ts'
import { appendStatement, writeArguments } from './case-write-sql.ts'
const db = await openDatabase({ dataFolder: '/tmp/tdtry', clock: 'test', poolSize: 20 })
const companyId = '00000000-0000-4000-8000-000000000001'
await db.withCompany(companyId, async tx => tx.insertInto('company').values({company_id:companyId,name:'示范',code:'demo'}).onConflict(c=>c.doNothing()).execute())
const writer = new CaseWriter(db)
const stamp = Date.now().toString(36)
async function run(mode: string, clients: number, ms: number) {
  let n = 0; const end = Date.now() + ms; const lat: number[] = []
  const cpu = process.cpuUsage()
  await Promise.all(Array.from({ length: clients }, async (_, c) => {
    for (let k = 0; Date.now() < end; k++) {
      let head = { version: 0, hash: '0'.repeat(64) }
      for (let s = 0; s < 6 && Date.now() < end; s++) {
        const w = sampleWrite({ companyId, caseId: `${stamp}${mode}${clients}-${c}-${k}`, commandId: `${stamp}${mode}${clients}-${c}-${k}-${s}`, head })
        const t = performance.now()
        if (mode === 'writer') { const o = await writer.append(w); if (o.kind !== 'written') throw new Error(o.kind) }
        else await db.pool.query({ ...appendStatement, values: writeArguments(companyId, [w]) })
        lat.push(performance.now() - t)
        head = { version: w.row.version, hash: w.row.headHash }; n++
      }
    }
  }))
  const u = process.cpuUsage(cpu)
  lat.sort((a, b) => a - b)
  console.log(mode, clients, Math.round(n * 1000 / ms), '/s p50', lat[lat.length >> 1]?.toFixed(2), 'p99', lat[Math.floor(lat.length * .99)]?.toFixed(2), 'node cpu us/w', Math.round((u.user + u.system) / n))
}
for (const [m, c] of [['call', 1], ['call', 16], ['writer', 1], ['writer', 16], ['writer', 128]] as const) await run(m, c, 4000)
await db.close()
