import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CheckpointFolder, databaseEvidence, verifyAudit } from '../../src/casefile/audit/index.ts'
import { type Database, openDatabase } from '../../src/platform/database/index.ts'

const companyId = '00000000-0000-4000-8000-00000000000c'
const kills = Number(process.env.TONGDIAN_KILLS ?? 5)
let dataFolder: string

beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-kill-'))
  chmodSync(dataFolder, 0o711)
})
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

interface Acknowledged {
  readonly kind: 'ready' | 'acknowledged'
  readonly commandId: string
  readonly caseId: string
  readonly version: number
  readonly outcome: string
}

const acknowledged = new Map<string, Acknowledged>()
let acknowledgedInRun = 0
const complaints: string[] = []

async function startLoad(run: number): Promise<ChildProcess> {
  acknowledgedInRun = 0
  const script = join(import.meta.dirname, 'write-under-load.ts')
  const child = fork(script, [dataFolder, companyId, String(run)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  child.stderr?.on('data', (text) => complaints.push(String(text)))
  child.on('message', (message: Acknowledged) => {
    if (message.kind !== 'acknowledged') return
    acknowledged.set(message.commandId, message)
    acknowledgedInRun += 1
  })
  await once(child, 'message')
  return child
}

const serverPid = () => Number(readFileSync(join(dataFolder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

/** Children of the server that serve a client: one of those killed makes PostgreSQL restart all. */
function backendPids(): readonly number[] {
  const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(serverPid())], { encoding: 'utf8' }).split(
    '\n',
  )
  return lines.filter((line) => line.includes('tongdian_app')).map((line) => Number.parseInt(line, 10))
}

/** Waits until the load goes on after a kill. */
async function untilItGoesOn(since: number): Promise<void> {
  const deadline = Date.now() + 60_000
  while (acknowledgedInRun <= since + 20) {
    if (Date.now() > deadline) throw new Error(`the load did not go on; ${complaints.slice(-3).join('')}`)
    await sleep(10)
  }
}

it(`loses and doubles nothing over ${kills} kill -9 of server process, database and backends under load`, async () => {
  let run = 0
  let child = await startLoad(run)
  for (let kill = 0; kill < kills; kill += 1) {
    await untilItGoesOn(acknowledgedInRun)
    await sleep(100 + ((kill * 137) % 300))
    if (kill % 3 === 0) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      run += 1
      child = await startLoad(run)
    } else {
      const [backend] = backendPids()
      process.kill(kill % 3 === 1 ? serverPid() : (backend ?? serverPid()), 'SIGKILL')
    }
  }
  await untilItGoesOn(acknowledgedInRun)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
  expect(complaints).toEqual([])

  const database = await openDatabase({ dataFolder, clock: 'real' })
  try {
    await expectNothingLostOrDoubled(database)
  } finally {
    await database.close()
  }
}, 600_000)

async function expectNothingLostOrDoubled(database: Database): Promise<void> {
  const { rows } = await database.pool.query(
    "select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages",
  )
  expect(rows).toEqual([{ fsync: 'on', pages: 'on' }])
  const facts = await database.withCompany(companyId, (tx) =>
    tx
      .selectFrom('fact')
      .select([
        'case_id',
        'command_id',
        (eb) => eb.fn.countAll<number>().as('count'),
        (eb) => eb.fn.max('seq').as('version'),
      ])
      .groupBy(['case_id', 'command_id'])
      .execute(),
  )
  const written = new Map(facts.map((row) => [row.command_id, row]))
  const lost = [...acknowledged.values()].filter((ack) => {
    const row = written.get(ack.commandId)
    return row?.case_id !== ack.caseId || row.version !== ack.version
  })
  expect(lost).toEqual([])
  expect(facts.filter((row) => row.count !== 2)).toEqual([])
  const tasks = await database.withCompany(companyId, (tx) =>
    tx.selectFrom('task').select(['case_id', 'task_id']).execute(),
  )
  expect(tasks.length).toBe(new Set(tasks.map((task) => task.case_id)).size)
  const report = await verifyAudit(databaseEvidence(database, new CheckpointFolder(join(dataFolder, 'none'))))
  expect(report.faults).toEqual([])
  console.log(
    `${kills} kills, ${acknowledged.size} acknowledged, ${written.size} written, ${[...acknowledged.values()].filter((ack) => ack.outcome === 'repeated').length} answered on repetition`,
  )
}
