import { percentile } from '../report.ts'

/** What a round of clients came to. */
export interface Round {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** One case: what it takes to open it, and its transitions in order. */
export interface CaseRun {
  open(): Promise<void>
  readonly steps: readonly (() => Promise<void>)[]
}

/**
 * Moves `cases` cases from start to end with so many clients, each with one case at a time. Counts and times transitions;
 * opening takes part in the time and is not counted.
 */
export async function moveCases(clients: number, cases: number, caseRun: (n: number) => CaseRun): Promise<Round> {
  const latencies: number[] = []
  let next = 0
  const from = performance.now()
  const client = async () => {
    while (next < cases) {
      const run = caseRun(next++)
      await run.open()
      for (const step of run.steps) {
        const started = performance.now()
        await step()
        latencies.push(performance.now() - started)
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - from) / 1_000
  return {
    perSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  }
}
