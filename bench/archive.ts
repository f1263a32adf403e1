import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import pg from 'pg'
import type { Database } from '#platform/database/index'
import { type Latencies, measured, measureInTurn } from './archive/measure.ts'
import { benchStandards, openPipeline, pipelineCase } from './process/bench-case.ts'
import { databaseStore } from './process/stores.ts'
import { check, printReport, round, say } from './report.ts'
import { openScratchDatabase, type ScratchDatabase } from './scratch-database.ts'

const liveCases = 400

/**
 * A million archived cases (`--cases N`), bulk-loaded through the product's own fold and verified to the last link; then
 * what people wait for, beside the same on tables that hold only the open cases.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { cases: { type: 'string', default: '1000000' } } })
  const cases = Number(values.cases)
  if (!Number.isInteger(cases) || cases < 1_000) throw new Error('--cases: a whole number from 1000')
  const scratch = await openScratchDatabase(12)
  try {
    await scratch.addCompany()
    const live = await openLiveCases(scratch.database)
    const without = await scratch.openSecond()
    await openLiveCases(without)
    const load = await timed(() => loadArchive(scratch, cases))
    say(`archive: ${cases} cases loaded in ${load.seconds.toFixed(0)} s`)
    const verified = await timed(() => verifyAll(scratch, cases))
    say(
      `archive: ${verified.value.facts} facts verified in ${verified.seconds.toFixed(0)} s, ${verified.value.faults} faults`,
    )
    const bytes = await sizeOf(scratch)
    const pages = [...live, ...Array.from({ length: 10_000 }, (_, n) => archivedId(Math.floor((n * cases) / 10_000)))]
    await onDatabase(scratch, ['vacuum analyze'], 'bench_second')
    const [before, after] = await measureInTurn([
      { database: without, pages: live },
      { database: scratch.database, pages },
    ])
    if (!before || !after) throw new Error('nothing was measured')
    say(`archive: without archive ${describe(before)}`)
    say(`archive: with archive ${describe(after)}`)
    report(cases, before, after, load.seconds, verified, bytes)
  } finally {
    await scratch.close()
  }
}

const archivedId = (n: number) => `archived-${String(n).padStart(9, '0')}`

async function openLiveCases(database: Database): Promise<readonly string[]> {
  const pipeline = openPipeline(databaseStore(database), await benchStandards())
  const ids = Array.from({ length: liveCases }, (_, n) => `live-${n}`)
  for (const id of ids) {
    const run = pipelineCase(pipeline, id)
    await run.open()
    for (const step of run.steps.slice(0, Number(id.slice(5)) % 6)) await step()
  }
  return ids
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const from = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - from) / 1_000 }
}

async function loadArchive(scratch: ScratchDatabase, cases: number): Promise<void> {
  await onDatabase(scratch, ['drop index case_search_grams'])
  let loaded = 0
  const workers = cpus().length
  const superuser = scratch.server.connect('postgres', 'bench')
  await Promise.all(
    Array.from({ length: workers }, (_, n) => {
      const data = { superuser, from: Math.floor((n * cases) / workers), to: Math.floor(((n + 1) * cases) / workers) }
      return runWorker('load-worker.ts', data, () => {
        loaded += 2_000
        if (loaded % 100_000 < 2_000) say(`archive: ${loaded} cases after ${Math.round(performance.now() / 1_000)} s`)
      })
    }),
  )
  say(`archive: ${cases} cases copied`)
  await onDatabase(scratch, [
    // Search is filled from the rows, then indexed at one go.
    `insert into case_search select company_id, case_id, search from case_file f
     where not exists (select from case_search s where s.company_id = f.company_id and s.case_id = f.case_id)`,
    "set maintenance_work_mem = '256MB'",
    'create index case_search_grams on case_search using gin (platform.search_grams(text)) with (fastupdate = off)',
    'vacuum analyze',
    'checkpoint',
  ])
}

/** Each worker one stretch; together every case, live ones too. */
async function verifyAll(
  { server }: ScratchDatabase,
  cases: number,
): Promise<{ cases: number; facts: number; faults: number }> {
  const connections = { owner: server.connect('owner', 'bench'), app: server.connect('app', 'bench') }
  const workers = cpus().length
  const borders = Array.from({ length: workers - 1 }, (_, n) => archivedId(Math.floor(((n + 1) * cases) / workers)))
  const stretches = [...borders, undefined].map((last, n) => ({ connections, after: borders[n - 1] ?? '', last }))
  const sum = { cases: 0, facts: 0, faults: 0 }
  await Promise.all(
    stretches.map((data) =>
      runWorker('verify-worker.ts', data, (message) => {
        const part = message as typeof sum
        sum.cases += part.cases
        sum.facts += part.facts
        sum.faults += part.faults
      }),
    ),
  )
  return sum
}

function runWorker(file: string, workerData: object, onMessage: (message: unknown) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./archive/${file}`, import.meta.url), { workerData })
    worker.on('message', onMessage)
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}`))))
  })
}

async function onDatabase({ server }: ScratchDatabase, statements: readonly string[], name = 'bench'): Promise<void> {
  const client = new pg.Client(server.connect('postgres', name))
  await client.connect()
  for (const statement of statements) {
    const { seconds } = await timed(() => client.query(statement))
    if (seconds > 1) say(`archive: ${seconds.toFixed(0)} s for ${statement.slice(0, 40).replaceAll(/\s+/g, ' ')} …`)
  }
  await client.end()
}

async function sizeOf({ server }: ScratchDatabase): Promise<Readonly<Record<string, number>>> {
  const client = new pg.Client(server.connect('postgres', 'bench'))
  await client.connect()
  const { rows } = await client.query<{ name: string; bytes: string }>(
    "select relname as name, pg_total_relation_size(oid)::text as bytes from pg_class where relname in ('fact', 'case_file', 'command', 'case_search')",
  )
  await client.end()
  return Object.fromEntries(rows.map(({ name, bytes }) => [name, Number(bytes)]))
}

const describe = (latencies: Latencies) =>
  measured.map((name) => `${name} p99 ${latencies[name].p99Ms.toFixed(2)} ms`).join(', ')

function report(
  cases: number,
  before: Latencies,
  after: Latencies,
  loadSeconds: number,
  verified: { value: { cases: number; facts: number; faults: number }; seconds: number },
  bytes: Readonly<Record<string, number>>,
): void {
  const sum = Object.values(bytes).reduce((total, part) => total + part, 0)
  const figures = {
    cases,
    facts: verified.value.facts,
    loadSeconds: round(loadSeconds),
    verifySeconds: round(verified.seconds),
    bytesPerCase: Math.round(sum / cases),
    bytesPerCaseByTable: Object.fromEntries(
      Object.entries(bytes).map(([name, part]) => [name, Math.round(part / cases)]),
    ),
    withoutArchive: rounded(before),
    withArchive: rounded(after),
  }
  const checks = [
    check('cases verified over cases loaded', verified.value.cases / (cases + liveCases), '>=1'),
    check('chains with a fault', verified.value.faults, '<=0'),
    ...measured.map((name) =>
      check(`${name} p99 with over without archive`, after[name].p99Ms / before[name].p99Ms, '<=1.5'),
    ),
  ]
  printReport({ name: 'archive', figures, checks })
}

const rounded = (latencies: Latencies) =>
  Object.fromEntries(
    measured.map((name) => [name, { p50Ms: round(latencies[name].p50Ms), p99Ms: round(latencies[name].p99Ms) }]),
  )
