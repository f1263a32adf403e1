// peers: bench/peers/package.json

import { connectionUrl } from '#platform/database/index'
import { openBpmnEngine, openDbos, openPgBoss, type Peer } from './peers/engines.ts'
import { benchStandards, openPipeline, pipelineCase } from './process/bench-case.ts'
import { moveCases, type Round } from './process/clients.ts'
import { floorRound, groupedFloorRound, recordCases } from './process/floor.ts'
import { hasPgbench, pgbenchRound } from './process/pgbench.ts'
import { databaseStore } from './process/stores.ts'
import { type Check, check, median, printReport, round, say } from './report.ts'
import { benchCompanyId, openScratchDatabase, type ScratchDatabase } from './scratch-database.ts'

/** Cases moved in one round of each kind, six transitions each: enough for a second or two. */
const cases = { one: 60, sixteen: 480, many: 1_536, peer: 48 }

/**
 * Durable human-task transitions: the product's pipeline beside the one SQL function called bare, PostgreSQL's own load
 * driver calling it, HTTP in front of it, and other engines. Rounds are interleaved, medians taken, so that what else
 * the machine does falls on all of them. `--quick`: two rounds instead of five.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const rounds = args.includes('--quick') ? 2 : 5
  const leftOut: string[] = []
  const scratch = await openScratchDatabase(20)
  try {
    await scratch.addCompany()
    const results = await playRounds(scratch, rounds, leftOut)
    const http = await import('./process/http.ts')
      .then(({ measureHttp }) => measureHttp(rounds))
      .catch((error: unknown) => {
        leftOut.push(`over HTTP: ${error instanceof Error ? error.message : String(error)}`)
        return undefined
      })
    if (http) {
      results.set('in process, same verb, 16 clients', http.inProcess)
      results.set('over HTTP, same verb, 16 clients', http.overHttp)
    }
    report(results, leftOut)
  } finally {
    await scratch.close()
  }
}

type Results = Map<string, Round[]>

async function playRounds(scratch: ScratchDatabase, rounds: number, leftOut: string[]): Promise<Results> {
  const { database, server } = scratch
  const standards = await benchStandards()
  const owner = server.connect('owner', 'bench')
  const peers: readonly Peer[] = [
    await openPgBoss(owner),
    await openBpmnEngine(owner),
    await openDbos(connectionUrl(owner)),
  ]
  const results: Results = new Map()
  const keep = (name: string, result: Round) => {
    results.set(name, [...(results.get(name) ?? []), result])
    say(
      `process: ${name}: ${Math.round(result.perSecond)}/s, p50 ${result.p50Ms.toFixed(2)} ms, p99 ${result.p99Ms.toFixed(2)} ms`,
    )
  }
  const ours = async (name: string, clients: number, count: number) => {
    const pipeline = openPipeline(databaseStore(database), standards)
    keep(
      name,
      await moveCases(clients, count, (n) => pipelineCase(pipeline, `${name}-${results.get(name)?.length ?? 0}-${n}`)),
    )
  }
  await warmUp(scratch, standards)
  if (!hasPgbench()) leftOut.push('pgbench: not on this machine')
  for (let n = 0; n < rounds; n += 1) {
    say(`process: round ${n + 1} of ${rounds}`)
    await ours('ours, 1 client', 1, cases.one)
    keep('floor, 1 client', await floorRound(database, 1, await recordCases(standards, `f1-${n}`, cases.one)))
    await ours('ours, 16 clients', 16, cases.sixteen)
    keep('floor, 16 clients', await floorRound(database, 16, await recordCases(standards, `f16-${n}`, cases.sixteen)))
    if (hasPgbench()) {
      const perSecond = await pgbenchRound(scratch, await recordCases(standards, `pg-${n}`, cases.sixteen))
      keep('pgbench, 16 clients, calls', { perSecond, p50Ms: Number.NaN, p99Ms: Number.NaN })
    }
    await ours('ours, 128 clients', 128, cases.many)
    keep(
      'grouped floor, 128 clients',
      await groupedFloorRound(database, 128, await recordCases(standards, `g-${n}`, cases.many)),
    )
    for (const peer of peers) keep(`${peer.name}, 16 clients`, await peer.round(cases.peer))
    await database.withCompany(benchCompanyId, (tx) => tx.deleteFrom('outbox').execute())
  }
  for (const peer of peers) await peer.close()
  return results
}

async function warmUp(
  { database }: ScratchDatabase,
  standards: Awaited<ReturnType<typeof benchStandards>>,
): Promise<void> {
  const pipeline = openPipeline(databaseStore(database), standards)
  await moveCases(16, 160, (n) => pipelineCase(pipeline, `warm-${n}`))
  await floorRound(database, 16, await recordCases(standards, 'warm-floor', 160))
}

function report(results: Results, leftOut: readonly string[]): void {
  const of = (name: string, figure: keyof Round) => median((results.get(name) ?? []).map((result) => result[figure]))
  const figures = Object.fromEntries(
    [...results].map(([name, list]) => [
      name,
      {
        perSecond: round(of(name, 'perSecond')),
        range: [Math.min(...list.map((r) => r.perSecond)), Math.max(...list.map((r) => r.perSecond))].map(round),
        ...(Number.isNaN(of(name, 'p50Ms'))
          ? {}
          : { p50Ms: round(of(name, 'p50Ms')), p99Ms: round(of(name, 'p99Ms')) }),
      },
    ]),
  )
  const rate = (name: string) => of(name, 'perSecond')
  const ratio = (name: string, a: string, b: string, wanted: Check['wanted']) =>
    results.has(a) && results.has(b) ? [check(name, rate(a) / rate(b), wanted as `>=${number}`)] : []
  // pgbench counts every call, openings too; the floor's transitions are six of every seven calls.
  const floorCalls = (rate('floor, 16 clients') * 7) / 6
  const checks = [
    ...ratio('16 clients over the floor', 'ours, 16 clients', 'floor, 16 clients', '>=0.7'),
    check(
      'p99 at 16 clients over the floor p99',
      of('ours, 16 clients', 'p99Ms') / of('floor, 16 clients', 'p99Ms'),
      '<=2',
    ),
    ...ratio('128 clients over the grouped floor', 'ours, 128 clients', 'grouped floor, 128 clients', '>=0.7'),
    ...(results.has('pgbench, 16 clients, calls')
      ? [check('floor over pgbench', floorCalls / rate('pgbench, 16 clients, calls'), '>=0.8')]
      : []),
    ...ratio(
      'over HTTP over in process',
      'over HTTP, same verb, 16 clients',
      'in process, same verb, 16 clients',
      '>=0.6',
    ),
    ...ratio('over DBOS send and receive', 'ours, 16 clients', 'DBOS, 16 clients', '>=8'),
    ...ratio('over pg-boss', 'ours, 16 clients', 'pg-boss, 16 clients', '>=3'),
    ...ratio('over bpmn-engine with saved state', 'ours, 16 clients', 'bpmn-engine, 16 clients', '>=12'),
  ]
  printReport({ name: 'process', figures, checks, leftOut })
}
