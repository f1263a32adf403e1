import { Worker } from 'node:worker_threads'
import type { WhatIfResult, WhatIfTask } from '#insight'
import { accept, type Refusal, type Result, refuse } from '#kernel'

export type RunSaid =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: Result<WhatIfResult> }

/** How a run stands. */
export type RunState =
  | { readonly status: 'running'; readonly share: number }
  | { readonly status: 'done'; readonly result: WhatIfResult; readonly seconds: number }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'cancelled' }
  /** The thread died: out of memory, or a fault of ours. */
  | { readonly status: 'failed' }

interface Run {
  state: RunState
  readonly staffId: string
  readonly worker: Worker
}

/** Who asks for a run, and alone sees it. */
interface Asker {
  readonly companyId: string
  readonly staffId: string
}

/** Bounds of one company: runs at the same time, and results kept while people look at them. */
const mostRunning = 2
const mostKept = 12
const heapMb = 1_024

/**
 * Runs of scenarios, each in a thread of its own, by company and the id its asker gave: the same id again is the same run.
 * A person sees only his own runs.
 */
export class WhatIfRuns {
  readonly #companies = new Map<string, Map<string, Run>>()

  /** Refused where the company already runs as many as it may; `task` is only asked for a new run. */
  async start(asker: Asker, runId: string, task: () => Promise<Result<WhatIfTask>>): Promise<Result<RunState>> {
    const known = this.show(asker, runId)
    if (known) return accept(known)
    const asked = await task()
    if (!asked.ok) return asked
    const meanwhile = this.show(asker, runId)
    if (meanwhile) return accept(meanwhile)
    const runs = this.#companies.get(asker.companyId) ?? new Map<string, Run>()
    this.#companies.set(asker.companyId, runs)
    // The id is somebody else's, whose run this person does not learn of.
    if (runs.has(runId)) return refuse({ code: 'run-unknown' })
    const running = [...runs.values()].filter(({ state }) => state.status === 'running').length
    if (running >= mostRunning) return refuse({ code: 'too-many-runs', data: { most: mostRunning } })
    runs.set(runId, this.#begin(asker.staffId, asked.value))
    forgetOldest(runs)
    return accept({ status: 'running', share: 0 })
  }

  show(asker: Asker, runId: string): RunState | undefined {
    return this.#find(asker, runId)?.state
  }

  /** Ends a run that is under way; one that is over stays as it is. Undefined: not known. */
  async cancel(asker: Asker, runId: string): Promise<RunState | undefined> {
    const run = this.#find(asker, runId)
    if (run?.state.status === 'running') {
      run.state = { status: 'cancelled' }
      await run.worker.terminate()
    }
    return run?.state
  }

  async close(): Promise<void> {
    const runs = [...this.#companies.values()].flatMap((each) => [...each.values()])
    this.#companies.clear()
    await Promise.all(runs.map(({ worker }) => worker.terminate()))
  }

  #find({ companyId, staffId }: Asker, runId: string): Run | undefined {
    const run = this.#companies.get(companyId)?.get(runId)
    return run?.staffId === staffId ? run : undefined
  }

  #begin(staffId: string, task: WhatIfTask): Run {
    const began = performance.now()
    const worker = new Worker(new URL('./run-in-thread.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    worker.unref()
    const run: Run = { state: { status: 'running', share: 0 }, staffId, worker }
    worker.on('message', (said: RunSaid) => {
      if (run.state.status !== 'running') return
      if (said.kind === 'progress') run.state = { status: 'running', share: said.share }
      else if (!said.result.ok) run.state = { status: 'refused', refusal: said.result.refusal }
      else run.state = { status: 'done', result: said.result.value, seconds: (performance.now() - began) / 1000 }
    })
    const lost = () => {
      if (run.state.status === 'running') run.state = { status: 'failed' }
    }
    worker.on('error', lost)
    worker.on('exit', lost)
    return run
  }
}

/** Results pushed out by newer ones, those asked first go first; runs under way stay. */
function forgetOldest(runs: Map<string, Run>): void {
  for (const [id, { state }] of [...runs]) {
    if (runs.size <= mostKept) return
    if (state.status !== 'running') runs.delete(id)
  }
}
