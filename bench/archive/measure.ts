import type { StaffActor } from '#casefile'
import { listInbox } from '#casefile/views/inbox'
import { CaseReader } from '#casefile/write/index'
import { plainDate } from '#kernel'
import type { Database } from '#platform/database/index'
import { benchActor, benchStandards, openPipeline, pipelineCase } from '../process/bench-case.ts'
import { moveCases } from '../process/clients.ts'
import { databaseStore } from '../process/stores.ts'
import { median, percentile } from '../report.ts'
import { benchCompanyId } from '../scratch-database.ts'
import { nameOf, roadOf } from './archived-case.ts'

export interface Latency {
  readonly p50Ms: number
  readonly p99Ms: number
}

export const measured = ['transition', 'inbox', 'case page', 'search'] as const
export type Measured = (typeof measured)[number]

const repeats = 5
const clients = 4
let serial = 0
const nextSerial = () => {
  serial += 1
  return serial
}

/** What people wait for, four at a time; the median of five repeats each. `pages`: ids of the cases whose pages are opened. */
export async function measureAll(database: Database, pages: readonly string[]): Promise<Record<Measured, Latency>> {
  const reader = new CaseReader(database)
  const standards = await benchStandards()
  const today = plainDate('2026-03-02')
  const asks: Record<Exclude<Measured, 'transition'>, (n: number) => Promise<unknown>> = {
    inbox: () =>
      database.withCompany(benchCompanyId, (tx) =>
        listInbox(tx, benchActor satisfies StaffActor, { queue: 'claimable', limit: 50 }, today, today),
      ),
    'case page': async (n) => {
      const caseId = pages[(n * 7_919) % pages.length] ?? ''
      const [row, facts] = await Promise.all([
        reader.findCase(benchCompanyId, caseId),
        reader.loadFacts(benchCompanyId, caseId),
      ])
      if (!row || facts.length === 0) throw new Error(`no case ${caseId}`)
    },
    search: (n) => {
      const words = [
        nameOf(n * 37),
        `${String(n * 131).padStart(6, '0')}`,
        `${roadOf(n * 53)} ${1 + (n % 300)} 号`,
        '张三丰',
      ]
      return reader.searchCases(benchCompanyId, words[n % words.length] ?? '', 20)
    },
  }
  const transitions = async () => {
    const pipeline = openPipeline(databaseStore(database), standards)
    const round = await moveCases(clients, 60, () => pipelineCase(pipeline, `measured-${nextSerial()}`))
    return { p50Ms: round.p50Ms, p99Ms: round.p99Ms }
  }
  return {
    transition: await repeat(transitions),
    inbox: await repeat(() => ask(400, asks.inbox)),
    'case page': await repeat(() => ask(800, asks['case page'])),
    search: await repeat(() => ask(400, asks.search)),
  }
}

async function ask(count: number, one: (n: number) => Promise<unknown>): Promise<Latency> {
  const latencies: number[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (next < count) {
        const n = next++
        const started = performance.now()
        await one(n)
        latencies.push(performance.now() - started)
      }
    }),
  )
  return { p50Ms: percentile(latencies, 0.5), p99Ms: percentile(latencies, 0.99) }
}

/** One warm-up, then the median of the repeats. */
async function repeat(round: () => Promise<Latency>): Promise<Latency> {
  await round()
  const rounds: Latency[] = []
  for (let n = 0; n < repeats; n += 1) rounds.push(await round())
  return { p50Ms: median(rounds.map((r) => r.p50Ms)), p99Ms: median(rounds.map((r) => r.p99Ms)) }
}
