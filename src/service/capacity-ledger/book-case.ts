import { type AlsoWrite, type CaseWrite, RowsRefused } from '#casefile/write/index'
import { dateInShanghai } from '#kernel'
import type { CompanyTransaction, Database } from '#platform/database/index'
import type { LedgerFact, Network, Reservation } from '#power'
import { doLedgerCommand, type LedgerGround } from './capacity-ledger.ts'
import { type BookedFact, bookedFacts, commandsOfFact } from './commands-of-case.ts'
import {
  type LedgerEntry,
  ledgerActor,
  listEntries,
  listOfCase,
  listReservations,
  listWaiting,
  readTaken,
} from './store.ts'

/** The network in force and what it leaves open. */
export interface NetworkGround extends LedgerGround {
  readonly network: Network
}

export interface LedgerPorts {
  readonly database: Database
  /** Undefined where the company has imported no network: then nothing is promised and nothing refused. */
  findNetwork(companyId: string, now: Date): Promise<NetworkGround | undefined>
}

/** 容量台账 of every company: books what cases decide in the very transaction they are written in, and what falls due. */
export class CapacityLedger {
  readonly #ports: LedgerPorts

  constructor(ports: LedgerPorts) {
    this.#ports = ports
  }

  /**
   * What a case's write books beside the rows its room writes (`also`, which come first). The rows throw `RowsRefused` where
   * the capacity is not there, or there is nothing to wait for, and nothing of the write stands.
   */
  async rowsOf(write: CaseWrite, also?: AlsoWrite): Promise<AlsoWrite | undefined> {
    const facts = write.facts.filter((fact) => bookedFacts.includes(fact.type))
    const recordedAt = facts.at(-1)?.recordedAt
    if (recordedAt === undefined) return also
    const now = new Date(recordedAt)
    const ground = await this.#ports.findNetwork(write.companyId, now)
    if (!ground) return facts.some(({ type }) => type === 'capacity-waited-for') ? refuseToWait : also
    return async (tx) => {
      await also?.(tx)
      for (const { seq, type, body } of facts)
        await this.#book(tx, write, { seq, type, body: JSON.parse(body) as BookedFact['body'] }, now, ground)
    }
  }

  async #book(tx: CompanyTransaction, write: CaseWrite, fact: BookedFact, now: Date, ground: NetworkGround) {
    const { companyId, caseId, row } = write
    const booked = { caseId, openedAt: row.openedAt, today: dateInShanghai(now) }
    const order = { companyId, caseId, actor: write.facts.at(-1)?.actor ?? '', now }
    // What falls due stands before the case is asked what it holds.
    await doLedgerCommand(
      tx,
      { ...order, commandId: `${caseId}/${fact.seq}/settle`, command: { type: 'settle' } },
      ground,
    )
    const standing = await listOfCase(tx, companyId, caseId)
    const commands = commandsOfFact(booked, fact, standing, ground.network)
    for (const [at, command] of commands.entries()) {
      const done = await doLedgerCommand(tx, { ...order, commandId: `${caseId}/${fact.seq}/${at}`, command }, ground)
      if (!done.ok) throw new RowsRefused(done.refusal)
    }
  }

  /** What falls due in every company. */
  async settleAll(now: Date): Promise<void> {
    for (const { companyId } of await this.#ports.database.listCompanies()) await this.settle(companyId, now)
  }

  /** What falls due in one company: every night, and when another network counts. The facts it made. */
  async settle(companyId: string, now: Date): Promise<readonly LedgerFact[]> {
    const ground = await this.#ports.findNetwork(companyId, now)
    if (!ground) return []
    const commandId = `settle/${now.toISOString()}`
    const order = { companyId, commandId, caseId: null, actor: ledgerActor, now, command: { type: 'settle' } as const }
    const done = await this.#ports.database.withCompany(companyId, (tx) => doLedgerCommand(tx, order, ground))
    return done.ok ? done.value : []
  }

  /** What is promised at each place (kVA, bays by number). */
  async taken(companyId: string): Promise<ReadonlyMap<string, number>> {
    return await this.#ports.database.withCompany(companyId, (tx) => readTaken(tx, companyId))
  }

  /** Who waits and who holds what, earliest applicant first. */
  async reservations(companyId: string): Promise<readonly Reservation[]> {
    return await this.#ports.database.withCompany(companyId, (tx) => listReservations(tx, companyId))
  }

  /** What a case waits for or holds, with who waits before it: the newest that has not ended. */
  async standingOf(companyId: string, caseId: string): Promise<StandingOfCase | undefined> {
    return await this.#ports.database.withCompany(companyId, async (tx) => {
      const own = (await listOfCase(tx, companyId, caseId)).findLast(({ state }) => state !== 'ended')
      return own && { reservation: own, waiting: own.state === 'waiting' ? await listWaiting(tx, companyId) : [] }
    })
  }

  /** Every decision of the ledger in its order, for audit. */
  async entries(companyId: string): Promise<readonly LedgerEntry[]> {
    return await this.#ports.database.withCompany(companyId, (tx) => listEntries(tx, companyId))
  }
}

export interface StandingOfCase {
  readonly reservation: Reservation
  /** Everybody who waits, earliest applicant first; empty unless this one waits. */
  readonly waiting: readonly Reservation[]
}

const refuseToWait: AlsoWrite = async () => {
  throw new RowsRefused({ code: 'no-network' })
}
