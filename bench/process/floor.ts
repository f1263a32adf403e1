import type { PublishedStandards } from '#casefile'
import { appendStatement, writeArguments } from '#casefile/write/case-write-sql'
import type { CaseWrite } from '#casefile/write/index'
import type { Database } from '#platform/database/index'
import { benchCompanyId } from '../scratch-database.ts'
import { openPipeline, pipelineCase } from './bench-case.ts'
import { type CaseRun, moveCases, type Round } from './clients.ts'
import { recordingStore } from './stores.ts'

/** The writes of whole cases, made beforehand by the product's own pipeline: case by case, opening first. */
export async function recordCases(
  standards: PublishedStandards,
  prefix: string,
  cases: number,
  steps?: number,
): Promise<CaseWrite[][]> {
  const all: CaseWrite[][] = []
  for (let n = 0; n < cases; n += 1) {
    const writes: CaseWrite[] = []
    const run = pipelineCase(
      openPipeline(
        recordingStore((write) => writes.push(write)),
        standards,
      ),
      `${prefix}-${n}`,
      steps,
    )
    await run.open()
    for (const step of run.steps) await step()
    all.push(writes)
  }
  return all
}

/** Calls the one SQL function with arguments that are ready: same function, same tables, same bytes, nothing else. */
function callerOf(database: Database) {
  return async (values: readonly (string | null)[]) => {
    const { rows } = await database.pool.query<{ outcomes: unknown }>({ ...appendStatement, values: [...values] })
    if (rows[0]?.outcomes !== null) throw new Error(`the floor was not written: ${JSON.stringify(rows[0]?.outcomes)}`)
  }
}

/** Ungrouped: one call a transition. */
export async function floorRound(
  database: Database,
  clients: number,
  recorded: readonly CaseWrite[][],
): Promise<Round> {
  const call = callerOf(database)
  const ready = recorded.map((writes) => writes.map((write) => writeArguments(benchCompanyId, [write])))
  return await moveCases(clients, recorded.length, (n) => runOf(ready[n] ?? [], call))
}

/** Grouped: two calls on their way, each with the next transition of half the clients' cases. */
export async function groupedFloorRound(
  database: Database,
  clients: number,
  recorded: readonly CaseWrite[][],
): Promise<Round> {
  const call = callerOf(database)
  const half = clients / 2
  const groups = Array.from({ length: Math.floor(recorded.length / half) }, (_, g) =>
    recorded.slice(g * half, (g + 1) * half),
  )
  const ready = groups.map((cases) =>
    Array.from({ length: cases[0]?.length ?? 0 }, (_, step) =>
      writeArguments(
        benchCompanyId,
        cases.flatMap((writes) => writes[step] ?? []),
      ),
    ),
  )
  const { perSecond, ...latency } = await moveCases(2, groups.length, (n) => runOf(ready[n] ?? [], call))
  return { perSecond: perSecond * half, ...latency }
}

function runOf(
  calls: readonly (readonly (string | null)[])[],
  call: (values: readonly (string | null)[]) => Promise<void>,
): CaseRun {
  const [opening = [], ...steps] = calls
  return { open: () => call(opening), steps: steps.map((values) => () => call(values)) }
}
