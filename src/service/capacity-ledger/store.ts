import { plainDate } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import type { Amount, Ledger, LedgerEnding, LedgerFact, OpenCapacity, Reservation } from '#power'

interface ReservationTable {
  company_id: string
  reservation: string
  case_id: string | null
  applied_at: string
  amounts: unknown
  state: Reservation['state']
  expires_on: string | null
  energised_on: string | null
  ended_by: LedgerEnding | null
  since: string
}

type LedgerTables = {
  capacity_ledger: { company_id: string; last_seq: string | number }
  capacity_reservation: ReservationTable
  capacity_place: { company_id: string; place: string; taken: number; promised_within: number }
  capacity_fact: {
    company_id: string
    seq: string | number
    command_id: string
    reservation: string
    recorded_at: string
    actor: string
    fact: unknown
  }
}

export const tablesOf = (tx: CompanyTransaction) => tx.withTables<LedgerTables>()

/** One line of the ledger's own record: what was decided, when, by whom, under which command. */
export interface LedgerEntry {
  readonly seq: number
  readonly commandId: string
  readonly recordedAt: string
  readonly actor: string
  readonly fact: LedgerFact
}

export const reservationOf = (row: ReservationTable): Reservation => ({
  id: row.reservation,
  appliedAt: new Date(row.applied_at).toISOString(),
  amounts: row.amounts as readonly Amount[],
  state: row.state,
  expiresOn: row.expires_on === null ? undefined : plainDate(row.expires_on),
  ...(row.energised_on !== null && { energisedOn: plainDate(row.energised_on) }),
  ...(row.ended_by !== null && { endedBy: row.ended_by }),
})

/** Reservations of a company, earliest applicant first, those of one case in the order they were made. */
export const reservationsIn = (tx: CompanyTransaction, companyId: string) =>
  tablesOf(tx)
    .selectFrom('capacity_reservation')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('applied_at')
    .orderBy('reservation')

/** Waits for whoever is deciding in this company's ledger; the last number of its record. */
export async function lockLedger(tx: CompanyTransaction, companyId: string): Promise<number> {
  const tables = tablesOf(tx)
  await tables
    .insertInto('capacity_ledger')
    .values({ company_id: companyId, last_seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await tables
    .selectFrom('capacity_ledger')
    .select('last_seq')
    .where('company_id', '=', companyId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return Number(row.last_seq)
}

/** What was decided under a command before; undefined where it is new. */
export async function findDecided(
  tx: CompanyTransaction,
  companyId: string,
  commandId: string,
): Promise<readonly LedgerFact[] | undefined> {
  const rows = await tablesOf(tx)
    .selectFrom('capacity_fact')
    .select('fact')
    .where('company_id', '=', companyId)
    .where('command_id', '=', commandId)
    .orderBy('seq')
    .execute()
  return rows.length > 0 ? rows.map((row) => row.fact as LedgerFact) : undefined
}

/** What of the ledger a command needs beside what each place has taken. */
export interface Needed {
  readonly reservation: string | undefined
  readonly today: string
  /** Who was switched on by this day is looked at too: he may be absorbed. Undefined: nobody. */
  readonly energisedBy: string | undefined
}

/** The part of the ledger a command may touch: who waits, who has run out by `today`, and the reservation itself. */
export async function readStanding(
  tx: CompanyTransaction,
  companyId: string,
  { reservation, today, energisedBy }: Needed,
): Promise<Ledger> {
  const rows = await reservationsIn(tx, companyId)
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'waiting'),
        and([eb('state', 'in', ['reserved', 'offered']), eb('expires_on', '<', today)]),
        ...(energisedBy === undefined
          ? []
          : [and([eb('state', '=', 'energised'), eb('energised_on', '<=', energisedBy)])]),
        ...(reservation === undefined ? [] : [eb('reservation', '=', reservation)]),
      ]),
    )
    .execute()
  return {
    reservations: new Map(rows.map((row) => [row.reservation, reservationOf(row)])),
    taken: await readTaken(tx, companyId),
  }
}

export async function readTaken(tx: CompanyTransaction, companyId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tablesOf(tx)
    .selectFrom('capacity_place')
    .select(['place', 'taken'])
    .where('company_id', '=', companyId)
    .execute()
  return new Map(rows.map(({ place, taken }) => [place, taken]))
}

/** Reservations of a case, the newest last. */
export async function listOfCase(
  tx: CompanyTransaction,
  companyId: string,
  caseId: string,
): Promise<readonly Reservation[]> {
  const rows = await reservationsIn(tx, companyId).where('case_id', '=', caseId).execute()
  return rows.map(reservationOf)
}

export async function listReservations(tx: CompanyTransaction, companyId: string): Promise<readonly Reservation[]> {
  const rows = await reservationsIn(tx, companyId).execute()
  return rows.map(reservationOf)
}

/** Who waits, earliest applicant first. */
export async function listWaiting(tx: CompanyTransaction, companyId: string): Promise<readonly Reservation[]> {
  const rows = await reservationsIn(tx, companyId).where('state', '=', 'waiting').execute()
  return rows.map(reservationOf)
}

/** What was decided in a company, or about one reservation, in its order. */
export async function listEntries(
  tx: CompanyTransaction,
  companyId: string,
  reservation?: string,
): Promise<readonly LedgerEntry[]> {
  const all = tablesOf(tx).selectFrom('capacity_fact').selectAll().where('company_id', '=', companyId).orderBy('seq')
  const rows = await (reservation === undefined ? all : all.where('reservation', '=', reservation)).execute()
  return rows.map((row) => ({
    seq: Number(row.seq),
    commandId: row.command_id,
    recordedAt: new Date(row.recorded_at).toISOString(),
    actor: row.actor,
    fact: row.fact as LedgerFact,
  }))
}

/** Who the record names for what the ledger does of itself. */
export const ledgerActor = 'system:capacity-ledger'

export interface Decided {
  readonly companyId: string
  readonly commandId: string
  readonly caseId: string | null
  readonly actor: string
  readonly now: Date
  readonly lastSeq: number
  readonly facts: readonly LedgerFact[]
  readonly before: Ledger
  readonly after: Ledger
  readonly open: OpenCapacity
}

/** Writes what was decided: the facts, the reservations they changed, what their places have taken. */
export async function writeDecided(tx: CompanyTransaction, decided: Decided): Promise<void> {
  const { companyId, commandId, facts, lastSeq, after } = decided
  if (facts.length === 0) return
  const tables = tablesOf(tx)
  await tables
    .insertInto('capacity_fact')
    .values(
      facts.map((fact, at) => ({
        company_id: companyId,
        seq: lastSeq + at + 1,
        command_id: commandId,
        reservation: fact.reservation,
        recorded_at: decided.now.toISOString(),
        actor: actorOf(fact, decided.actor),
        fact: JSON.stringify(fact),
      })),
    )
    .execute()
  await tables
    .updateTable('capacity_ledger')
    .set({ last_seq: lastSeq + facts.length })
    .where('company_id', '=', companyId)
    .execute()
  for (const id of new Set(facts.map(({ reservation }) => reservation))) {
    const found = after.reservations.get(id)
    const hasMoved = facts.some(({ reservation, type }) => reservation === id && type !== 'extended')
    if (found) await putReservation(tx, decided, found, hasMoved)
  }
  for (const [place, taken] of after.taken)
    if (taken !== decided.before.taken.get(place)) await putTaken(tx, decided, place, taken)
}

/** What falls due is the ledger's own doing, whoever's command it was found by. */
const actorOf = ({ type }: LedgerFact, asks: string): string =>
  ['expired', 'absorbed', 'offered'].includes(type) ? ledgerActor : asks

async function putReservation(
  tx: CompanyTransaction,
  { companyId, caseId, now }: Decided,
  found: Reservation,
  hasMoved: boolean,
) {
  const changed = {
    applied_at: found.appliedAt,
    amounts: JSON.stringify(found.amounts),
    state: found.state,
    expires_on: found.expiresOn ?? null,
    energised_on: found.energisedOn ?? null,
    ended_by: found.endedBy ?? null,
  }
  const since = now.toISOString()
  await tablesOf(tx)
    .insertInto('capacity_reservation')
    .values({ company_id: companyId, reservation: found.id, case_id: caseId, ...changed, since })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'reservation']).doUpdateSet({ ...changed, ...(hasMoved ? { since } : {}) }),
    )
    .execute()
}

/** A place that promises more has its limit anew; one that gives back keeps the limit it promised under. */
async function putTaken(tx: CompanyTransaction, { companyId, before, open }: Decided, place: string, taken: number) {
  const isMore = taken > (before.taken.get(place) ?? 0)
  const limit = open.get(place) ?? 0
  // The row proposed is checked even where the place stands already and keeps its limit.
  const proposed = isMore ? limit : Math.max(limit, taken)
  await tablesOf(tx)
    .insertInto('capacity_place')
    .values({ company_id: companyId, place, taken, promised_within: proposed })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'place']).doUpdateSet({ taken, ...(isMore ? { promised_within: limit } : {}) }),
    )
    .execute()
}

/** Cases that reservations belong to, by reservation. */
export async function casesOf(
  tx: CompanyTransaction,
  companyId: string,
  reservations: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (reservations.length === 0) return new Map()
  const rows = await tablesOf(tx)
    .selectFrom('capacity_reservation')
    .select(['reservation', 'case_id'])
    .where('company_id', '=', companyId)
    .where('reservation', 'in', reservations)
    .execute()
  return new Map(
    rows.flatMap(({ reservation, case_id }) => (case_id === null ? [] : [[reservation, case_id] as const])),
  )
}
