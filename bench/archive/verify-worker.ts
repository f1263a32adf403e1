import { parentPort, workerData } from 'node:worker_threads'
import { readCases, verifyCase } from '#casefile/audit/index'
import { type ConnectionSettings, connectDatabase } from '#platform/database/index'
import { benchCompanyId } from '../scratch-database.ts'

// Verifies every chain of one stretch of case ids, as `tongdian verify audit` does.

const { connections, after, last } = workerData as {
  connections: { owner: ConnectionSettings; app: ConnectionSettings }
  after: string
  last: string | undefined
}
const database = await connectDatabase(connections, { clock: 'as-marked', poolSize: 1 })
const sum = { cases: 0, facts: 0, faults: 0 }
for await (const evidence of readCases(database, benchCompanyId, after, last)) {
  sum.cases += 1
  sum.facts += evidence.facts.length
  sum.faults += verifyCase(benchCompanyId, evidence, undefined).length
}
await database.close()
parentPort?.postMessage(sum)
