import { sql } from 'kysely'
import { type CompanyTransaction, type Database, DatabaseAway, orAway } from '#platform/database/index'
import type { CaseWrite, WriteOutcome } from './case-write.ts'
import { appendStatement, writeArguments } from './case-write-sql.ts'
import { checkCaseWrite } from './check-case-write.ts'
import { groupOutcomes, isNumberTaken, isOverlap, type UnwrittenJson } from './write-outcomes.ts'

/** A room's own rows of the same transaction; throwing undoes everything. */
export type AlsoWrite = (tx: CompanyTransaction) => Promise<void>

export interface CaseWriterOptions {
  /** Called after a write that put messages into the outbox, so that the relay need not wait for its next round. */
  readonly wroteOutbox?: (companyId: string) => void
}

interface Pending {
  readonly write: CaseWrite
  readonly resolve: (outcome: WriteOutcome) => void
  readonly reject: (error: unknown) => void
}

/** Waiting writes of one company. */
interface Lane {
  readonly waiting: Pending[]
  readonly busyCases: Set<string>
  inFlight: number
  isSending: boolean
}

const newLane = (): Lane => ({ waiting: [], busyCases: new Set(), inFlight: 0, isSending: false })

/** A statement costs as much as two or three writes in it, so fewer and fuller ones; two keep both sides at work. */
const mostInFlight = 2
const mostInGroup = 64
const leastShare = 4
const mostAttempts = 4

/**
 * The one write. Alone when the company is quiet; while two statements are on their way, the writes that come in wait
 * and go out together in the next one, each of another case, each with its own outcome.
 */
export class CaseWriter {
  readonly #database: Database
  readonly #wroteOutbox: (companyId: string) => void
  readonly #lanes = new Map<string, Lane>()

  constructor(database: Database, options: CaseWriterOptions = {}) {
    this.#database = database
    this.#wroteOutbox = options.wroteOutbox ?? (() => undefined)
  }

  /**
   * Writes all of it or nothing. Throws `DatabaseAway` when no answer came: then it may or may not have been written,
   * and the same command sent again finds out (`repeated` or `written`).
   */
  async append(write: CaseWrite, also?: AlsoWrite): Promise<WriteOutcome> {
    checkCaseWrite(write)
    const outcome = also ? await this.#appendWith(write, also) : await this.#enqueue(write)
    if (outcome.kind === 'written' && write.outbox.length > 0) this.#wroteOutbox(write.companyId)
    return outcome
  }

  #enqueue(write: CaseWrite): Promise<WriteOutcome> {
    const lane = this.#lanes.get(write.companyId) ?? newLane()
    this.#lanes.set(write.companyId, lane)
    return new Promise((resolve, reject) => {
      lane.waiting.push({ write, resolve, reject })
      this.#sendSoon(write.companyId, lane)
    })
  }

  /**
   * After everything that one answer of the database let go on has been decided: commands answered together write together
   * again, and are on their way before the next answer is looked at.
   */
  #sendSoon(companyId: string, lane: Lane): void {
    if (lane.isSending) return
    lane.isSending = true
    process.nextTick(() => {
      lane.isSending = false
      this.#send(companyId, lane)
    })
  }

  #send(companyId: string, lane: Lane): void {
    while (lane.inFlight < mostInFlight && lane.waiting.length > 0) {
      // What comes all at once is shared out: one half is decided on while the other is written.
      const share = Math.max(leastShare, Math.ceil(lane.waiting.length / (mostInFlight - lane.inFlight)))
      const group = takeGroup(lane, Math.min(share, mostInGroup))
      if (group.length === 0) return
      lane.inFlight += 1
      void this.#appendGroup(companyId, group).then(() => {
        lane.inFlight -= 1
        for (const { write } of group) lane.busyCases.delete(write.caseId)
        this.#sendSoon(companyId, lane)
      })
    }
  }

  async #appendGroup(companyId: string, group: readonly Pending[]): Promise<void> {
    try {
      const writes = group.map(({ write }) => write)
      const outcomes = groupOutcomes(writes, await this.#call(companyId, writes))
      for (const { write, resolve } of group) resolve(outcomes.get(write.caseId) ?? { kind: 'written' })
    } catch (error) {
      // One bad write must not fail its neighbours, so each is tried again alone; with the database away none is.
      if (error instanceof DatabaseAway) for (const { reject } of group) reject(error)
      else for (const one of group) await this.#appendAlone(companyId, one)
    }
  }

  async #appendAlone(companyId: string, { write, resolve, reject }: Pending): Promise<void> {
    try {
      resolve(await retryOverlap(() => this.#call(companyId, [write]), write))
    } catch (error) {
      reject(error)
    }
  }

  #call(companyId: string, writes: readonly CaseWrite[]): Promise<readonly UnwrittenJson[] | null> {
    return orAway(async () => {
      const { rows } = await this.#database.pool.query<{ outcomes: readonly UnwrittenJson[] | null }>({
        ...appendStatement,
        values: [...writeArguments(companyId, writes)],
      })
      return rows[0]?.outcomes ?? null
    })
  }

  #appendWith(write: CaseWrite, also: AlsoWrite): Promise<WriteOutcome> {
    const call = () =>
      this.#database.withCompany(write.companyId, async (tx) => {
        const [company, writes, tasks, timers, outbox] = writeArguments(write.companyId, [write])
        const { rows } = await sql<{ outcomes: readonly UnwrittenJson[] | null }>`
          select append_case_writes(${company}, ${writes}, ${tasks}, ${timers}, ${outbox}) as outcomes`.execute(tx)
        const outcomes = rows[0]?.outcomes ?? null
        if (outcomes === null) await also(tx)
        return outcomes
      })
    return retryOverlap(call, write)
  }
}

/** A new case and another write of it, or two statements in each other's way: the second look sees who was first. */
async function retryOverlap(
  call: () => Promise<readonly UnwrittenJson[] | null>,
  write: CaseWrite,
): Promise<WriteOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return groupOutcomes([write], await call()).get(write.caseId) ?? { kind: 'written' }
    } catch (error) {
      if (isNumberTaken(error)) return { kind: 'case-number-taken' }
      if (!isOverlap(error) || attempt === mostAttempts) throw error
    }
  }
}

/** The next writes in order of arrival: no case twice, none that is on its way, no command id twice. */
function takeGroup(lane: Lane, most: number): Pending[] {
  const group: Pending[] = []
  const commandIds = new Set<string>()
  for (let index = 0; index < lane.waiting.length && group.length < most; ) {
    const pending = lane.waiting[index]
    if (!pending) break
    const { caseId, commandId } = pending.write
    if (lane.busyCases.has(caseId) || commandIds.has(commandId)) {
      index += 1
      continue
    }
    lane.waiting.splice(index, 1)
    lane.busyCases.add(caseId)
    commandIds.add(commandId)
    group.push(pending)
  }
  return group
}
