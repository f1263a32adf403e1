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

export type Latencies = Record<Measured, Latency>

/** A database and the cases whose pages are opened in it. */
export interface MeasuredDatabase {
  readonly database: Database
  readonly pages: readonly string[]
}

/**
 * What people wait for, four at a time, in turn on each of the databases, so that what else the machine does falls on
 * all of them; medians of the repeats.
 */
export async function measureInTurn(on: readonly MeasuredDatabase[]): Promise<readonly Latencies[]> {
  const asks = await Promise.all(on.map(asksOf))
  const rounds = on.map(
    () => Object.fromEntries(measured.map((name) => [name, [] as Latency[]])) as Record<Measured, Latency[]>,
  )
  for (const name of measured) {
    for (let n = 0; n <= repeats; n += 1) {
      for (const [index, ask] of asks.entries()) {
        const latency = await ask[name]()
        if (n > 0) rounds[index]?.[name].push(latency) // The first warms up.
      }
    }
  }
  return rounds.map((of) => Object.fromEntries(measured.map((name) => [name, medians(of[name])])) as Latencies)
}

async function asksOf({ database, pages }: MeasuredDatabase): Promise<Record<Measured, () => Promise<Latency>>> {
  const reader = new CaseReader(database)
  const standards = await benchStandards()
  const today = plainDate('2026-03-02')
  const inbox = () =>
    database.withCompany(benchCompanyId, (tx) =>
      listInbox(tx, benchActor satisfies StaffActor, { queue: 'claimable', limit: 50 }, today, today),
    )
  const page = async (n: number) => {
    const caseId = pages[(n * 7_919) % pages.length] ?? ''
    const found = [reader.findCase(benchCompanyId, caseId), reader.loadFacts(benchCompanyId, caseId)] as const
    const [row, facts] = await Promise.all(found)
    if (!row || facts.length === 0) throw new Error(`no case ${caseId}`)
  }
  const search = (n: number) => {
    const words = [nameOf(n * 37), String(n * 131).padStart(6, '0'), `${roadOf(n * 53)} ${1 + (n % 300)} 号`, '张三丰']
    return reader.searchCases(benchCompanyId, words[n % words.length] ?? '', 20)
  }
  return {
    async transition() {
      const pipeline = openPipeline(databaseStore(database), standards)
      return await moveCases(clients, 60, () => pipelineCase(pipeline, `measured-${nextSerial()}`))
    },
    inbox: () => ask(400, inbox),
    'case page': () => ask(800, page),
    search: () => ask(400, search),
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

const medians = (rounds: readonly Latency[]): Latency => ({
  p50Ms: median(rounds.map((round) => round.p50Ms)),
  p99Ms: median(rounds.map((round) => round.p99Ms)),
})
