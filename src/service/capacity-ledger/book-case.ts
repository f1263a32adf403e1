import { type AlsoWrite, type CaseWrite, RowsRefused } from '#casefile/write/index'
import type { CompanyTransaction, Database } from '#platform/database/index'
import type { Network, Reservation } from '#power'
import { doLedgerCommand, type LedgerGround } from './capacity-ledger.ts'
import { type BookedFact, bookedFacts, commandsOfFact } from './commands-of-case.ts'
import { type LedgerEntry, listEntries, listOfCase, listReservations, readTaken } from './store.ts'

/** The network in force and what it leaves open. */
export interface NetworkGround extends LedgerGround {
  readonly network: Network
}

export interface LedgerPorts {
  readonly database: Database
  /** Undefined where the company has imported no network: then nothing is promised and nothing refused. */
  findNetwork(companyId: string, now: Date): Promise<NetworkGround | undefined>
}

/** 容量台账 of every company: books what cases decide in the very transaction they are written in, and what runs out. */
export class CapacityLedger {
  readonly #ports: LedgerPorts

  constructor(ports: LedgerPorts) {
    this.#ports = ports
  }

  /**
   * What a case's write books beside the rows its room writes (`also`, which come first). The rows throw `RowsRefused` where
   * the capacity is not there (or is an earlier applicant's), and nothing of the write stands.
   */
  async rowsOf(write: CaseWrite, also?: AlsoWrite): Promise<AlsoWrite | undefined> {
    const facts = write.facts.filter((fact) => bookedFacts.includes(fact.type))
    const recordedAt = facts.at(-1)?.recordedAt
    if (recordedAt === undefined) return also
    const now = new Date(recordedAt)
    const ground = await this.#ports.findNetwork(write.companyId, now)
    if (!ground) return also
    return async (tx) => {
      await also?.(tx)
      for (const { seq, type, body } of facts)
        await this.#book(tx, write, { seq, type, body: JSON.parse(body) as BookedFact['body'] }, now, ground)
    }
  }

  async #book(tx: CompanyTransaction, write: CaseWrite, fact: BookedFact, now: Date, ground: NetworkGround) {
    const { companyId, caseId, row } = write
    const booked = { caseId, openedAt: row.openedAt, isHighVoltage: row.voltageClass === 'hv' }
    const order = { companyId, caseId, actor: write.facts.at(-1)?.actor ?? '', now }
    // What has run out is free before anybody asks for it.
    await doLedgerCommand(
      tx,
      { ...order, commandId: `${caseId}/${fact.seq}/expire`, command: { type: 'expire' } },
      ground,
    )
    const standing = await listOfCase(tx, companyId, caseId)
    const commands = commandsOfFact(booked, fact, standing, ground.network)
    for (const [at, command] of commands.entries()) {
      const done = await doLedgerCommand(tx, { ...order, commandId: `${caseId}/${fact.seq}/${at}`, command }, ground)
      if (!done.ok) throw new RowsRefused(done.refusal)
    }
  }

  /** Ends what has run out, in every company. */
  async expireAll(now: Date): Promise<void> {
    for (const { companyId } of await this.#ports.database.listCompanies()) {
      const ground = await this.#ports.findNetwork(companyId, now)
      if (!ground) continue
      const order = {
        companyId,
        commandId: `expire/${now.toISOString()}`,
        caseId: null,
        actor: 'system:capacity-ledger',
      }
      await this.#ports.database.withCompany(companyId, (tx) =>
        doLedgerCommand(tx, { ...order, now, command: { type: 'expire' } }, ground),
      )
    }
  }

  /** What is promised at each place (kVA, bays by number). */
  async taken(companyId: string): Promise<ReadonlyMap<string, number>> {
    return await this.#ports.database.withCompany(companyId, (tx) => readTaken(tx, companyId))
  }

  /** 排队与预留: who waits and who holds what, earliest applicant first. */
  async reservations(companyId: string): Promise<readonly Reservation[]> {
    return await this.#ports.database.withCompany(companyId, (tx) => listReservations(tx, companyId))
  }

  /** Every decision of the ledger in its order, for audit. */
  async entries(companyId: string): Promise<readonly LedgerEntry[]> {
    return await this.#ports.database.withCompany(companyId, (tx) => listEntries(tx, companyId))
  }
}
