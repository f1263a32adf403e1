import { createHash } from 'node:crypto'
import { actorRef, type StaffActor } from '#casefile'
import { type EventLog, toOcel, writeLogAsXes } from '#insight'
import { accept, newId, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { LatelyAsked } from '../history/lately-asked.ts'
import type { ImportedLog, LogGuide } from './imported-log.ts'
import {
  checkModel,
  type DiscoveredModel,
  discoverModel,
  type Fitness,
  type LogFigures,
  logFigures,
} from './log-report.ts'
import { readLogFile } from './read-log-file.ts'
import { deleteImportedLog, insertImportedLog, listImportedLogs, loadImportedLog } from './store.ts'

const shanghaiMinutes = 480
const logsKept = 3
type LogExport = 'xes' | 'ocel'

/** A log that was brought in, by its id, or a log itself: the company's own, which the reports keep. */
export type AskedLog = string | EventLog

/** Event logs: brought in, told in figures, models found and compared. */
export class ImportedLogs {
  readonly #database: Database
  readonly #read = new LatelyAsked<Promise<Result<EventLog>>>(logsKept)

  constructor(database: Database) {
    this.#database = database
  }

  async listLogs(actor: StaffActor): Promise<readonly ImportedLog[]> {
    return await this.#database.withCompany(actor.companyId, (tx) => listImportedLogs(tx, actor.companyId))
  }

  /** 导入日志: whole, or refused with every faulty row. The same file read the same way is the same log. */
  async importLog(
    actor: StaffActor,
    file: string,
    bytes: Uint8Array,
    guide: LogGuide,
    now: Date,
  ): Promise<Result<ImportedLog & { readonly warnings: number }>> {
    const read = await readLogFile(file, bytes, guide)
    if (!read.ok) return read
    const { log, warnings } = read.value
    const contentHash = createHash('sha256').update(bytes).update(JSON.stringify(guide)).digest('hex')
    const imported: ImportedLog = {
      logId: newId(now.getTime()),
      fileName: file,
      events: log.eventCount,
      cases: log.caseCount,
      importedAt: now.toISOString(),
      importedBy: actorRef(actor),
    }
    const kept = await this.#database.withCompany(actor.companyId, (tx) =>
      insertImportedLog(tx, actor.companyId, imported, { bytes, contentHash, guide }),
    )
    return accept({ ...kept, warnings: warnings.length })
  }

  async removeLog(actor: StaffActor, logId: string): Promise<void> {
    await this.#database.withCompany(actor.companyId, (tx) => deleteImportedLog(tx, actor.companyId, logId))
    this.#read.forget(`${actor.companyId} ${logId}`)
  }

  async figuresOfLog(actor: StaffActor, asked: AskedLog): Promise<Result<LogFigures>> {
    return await this.#withLog(actor, asked, (log) => accept(logFigures(log)))
  }

  async discoverModel(actor: StaffActor, asked: AskedLog, noise: number): Promise<Result<DiscoveredModel>> {
    return await this.#withLog(actor, asked, (log) => discoverModel(log, noise))
  }

  async checkModel(actor: StaffActor, asked: AskedLog, file: string, text: string): Promise<Result<Fitness>> {
    return await this.#withLog(actor, asked, (log) => checkModel(log, file, text))
  }

  /** The log as a file: XES (IEEE 1849), or OCEL 2.0 as JSON. */
  async exportLog(actor: StaffActor, asked: AskedLog, kind: LogExport): Promise<Result<string>> {
    return await this.#withLog(actor, asked, (log) =>
      accept(kind === 'ocel' ? JSON.stringify(toOcel(log)) : [...writeLogAsXes(log, shanghaiMinutes)].join('')),
    )
  }

  async #withLog<Answer>(
    actor: StaffActor,
    asked: AskedLog,
    report: (log: EventLog) => Result<Answer>,
  ): Promise<Result<Answer>> {
    const log = typeof asked === 'string' ? await this.#imported(actor, asked) : accept(asked)
    if (!log.ok) return log
    return log.value.eventCount === 0 ? refuse({ code: 'empty-log' }) : report(log.value)
  }

  async #imported(actor: StaffActor, logId: string): Promise<Result<EventLog>> {
    const question = `${actor.companyId} ${logId}`
    try {
      return await this.#read.get(question, [], () => this.#load(actor.companyId, logId))
    } catch (error) {
      // The database was away; the next who asks tries anew.
      this.#read.forget(question)
      throw error
    }
  }

  async #load(companyId: string, logId: string): Promise<Result<EventLog>> {
    const file = await this.#database.withCompany(companyId, (tx) => loadImportedLog(tx, companyId, logId))
    if (!file) return refuse({ code: 'not-found' })
    const read = await readLogFile(file.fileName, file.bytes, file.guide)
    return read.ok ? accept(read.value.log) : read
  }
}
