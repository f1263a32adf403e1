import { Worker } from 'node:worker_threads'
import { type Database, DatabaseAway } from '#platform/database/index'
import type { ReadingProgress } from '../history/resident-history.ts'
import type { Asked, AskedName, Question, ReportAnswer, ReportArguments, Said } from './questions.ts'

/** Most memory of the thread's own: a history that outgrows it ends the thread with an error, not the server. */
const heapMb = 3_072

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/**
 * Makes the reports in a thread of its own, which keeps the history in memory: whatever is counted there, the server goes
 * on answering. The thread starts with the first question; one that died starts anew with the next.
 */
export class ReportThread implements Asked {
  readonly #connections: Database['connections']
  readonly #waiting = new Map<number, Waiting>()
  readonly #reading = new Map<string, ReadingProgress>()
  #worker: Worker | undefined
  #asked = 0

  constructor({ connections }: Pick<Database, 'connections'>) {
    this.#connections = connections
  }

  scope = (...args: ReportArguments<'scope'>) => this.#ask('scope', args)
  processMap = (...args: ReportArguments<'processMap'>) => this.#ask('processMap', args)
  published = (...args: ReportArguments<'published'>) => this.#ask('published', args)
  variants = (...args: ReportArguments<'variants'>) => this.#ask('variants', args)
  cases = (...args: ReportArguments<'cases'>) => this.#ask('cases', args)
  findings = (...args: ReportArguments<'findings'>) => this.#ask('findings', args)
  clocks = (...args: ReportArguments<'clocks'>) => this.#ask('clocks', args)
  comparison = (...args: ReportArguments<'comparison'>) => this.#ask('comparison', args)
  indicatorTable = (...args: ReportArguments<'indicatorTable'>) => this.#ask('indicatorTable', args)
  moves = (...args: ReportArguments<'moves'>) => this.#ask('moves', args)
  whatIf = (...args: ReportArguments<'whatIf'>) => this.#ask('whatIf', args)
  ownLog = (...args: ReportArguments<'ownLog'>) => this.#ask('ownLog', args)
  indicators = (...args: ReportArguments<'indicators'>) => this.#ask('indicators', args)

  listLogs = (...args: ReportArguments<'listLogs'>) => this.#ask('listLogs', args)
  importLog = (...args: ReportArguments<'importLog'>) => this.#ask('importLog', args)
  removeLog = (...args: ReportArguments<'removeLog'>) => this.#ask('removeLog', args)
  figuresOfLog = (...args: ReportArguments<'figuresOfLog'>) => this.#ask('figuresOfLog', args)
  discoverModel = (...args: ReportArguments<'discoverModel'>) => this.#ask('discoverModel', args)
  checkModel = (...args: ReportArguments<'checkModel'>) => this.#ask('checkModel', args)
  exportLog = (...args: ReportArguments<'exportLog'>) => this.#ask('exportLog', args)

  /** How far the company's history has been read; undefined once it is, and before anybody asked. */
  progress(companyId: string): ReadingProgress | undefined {
    return this.#reading.get(companyId)
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  async #ask<Name extends AskedName>(name: Name, args: ReportArguments<Name>): Promise<ReportAnswer<Name>> {
    this.#worker ??= this.#start()
    const id = ++this.#asked
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    this.#waiting.set(id, { resolve, reject })
    this.#worker.postMessage({ id, name, args } satisfies Question)
    return (await promise) as ReportAnswer<Name>
  }

  #start(): Worker {
    const worker = new Worker(new URL('./answer-questions.ts', import.meta.url), {
      workerData: { connections: this.#connections },
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    })
    // A program that has nothing else to do may end; the server's socket keeps a serving one alive.
    worker.unref()
    worker.on('message', (said: Said) => this.#hear(said))
    worker.on('error', (error) => this.#lose(worker, error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.#lose(worker, new Error('the thread of the reports ended')))
    return worker
  }

  #hear(said: Said): void {
    if (said.kind === 'reading') {
      const { companyId, read, of } = said.progress
      if (read < of) this.#reading.set(companyId, said.progress)
      else this.#reading.delete(companyId)
      return
    }
    const waiting = this.#waiting.get(said.id)
    this.#waiting.delete(said.id)
    if (said.kind === 'answer') waiting?.resolve(said.answer)
    else waiting?.reject(said.away ? new DatabaseAway(said.message) : new Error(said.message))
  }

  /** Nobody waits for a thread that is gone; one that failed also ends, when the next may already be asked. */
  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
    this.#reading.clear()
  }
}
