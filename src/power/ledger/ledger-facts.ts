/** What a reservation takes at one place: a feeder, a main or distribution transformer in kVA, or a bay by number. */
export interface Amount {
  /** `feeder:N101`, `transformer:T1`, `bay:N201-R2`. */
  readonly place: string
  /** kVA, or a number of bays. */
  readonly amount: number
}

/** Facts of the capacity ledger. Days are plain dates (YYYY-MM-DD) of the legal clock; instants are ISO with offset. */
export type LedgerFact =
  | {
      readonly type: 'queued'
      readonly reservation: string
      readonly appliedAt: string
      readonly amounts: readonly Amount[]
    }
  | { readonly type: 'left-queue'; readonly reservation: string; readonly reason: string }
  /** Capacity came free and is kept for who waited first, until his reply goes out. */
  | { readonly type: 'offered'; readonly reservation: string; readonly expiresOn: string }
  | {
      readonly type: 'reserved'
      readonly reservation: string
      readonly appliedAt: string
      readonly amounts: readonly Amount[]
      readonly expiresOn: string
    }
  | { readonly type: 'extended'; readonly reservation: string; readonly expiresOn: string }
  | { readonly type: 'released'; readonly reservation: string; readonly reason: string }
  | { readonly type: 'expired'; readonly reservation: string }
  | { readonly type: 'energised'; readonly reservation: string; readonly on: string }
  /** The new load shows in the network's own figures at these places: the ledger no longer counts it there on top. */
  | { readonly type: 'absorbed'; readonly reservation: string; readonly places: readonly string[] }

/** How a reservation ended. */
export type LedgerEnding = 'left-queue' | 'released' | 'expired' | 'absorbed'

export interface Reservation {
  readonly id: string
  readonly appliedAt: string
  /** What it takes; of one that is on, what no place has absorbed yet; of one that ended, what it took last. */
  readonly amounts: readonly Amount[]
  readonly state: 'waiting' | 'offered' | 'reserved' | 'energised' | 'ended'
  /** Last day of an offer or a reservation. */
  readonly expiresOn: string | undefined
  readonly energisedOn?: string | undefined
  readonly endedBy?: LedgerEnding | undefined
}

export interface Ledger {
  readonly reservations: ReadonlyMap<string, Reservation>
  /** What offers, reservations and energised customers not yet absorbed take at each place. */
  readonly taken: ReadonlyMap<string, number>
}

export const emptyLedger: Ledger = { reservations: new Map(), taken: new Map() }

/** What a reservation takes now: nothing while it waits, nor once it has ended. */
const countedOf = (found: Reservation | undefined): readonly Amount[] =>
  found && ['offered', 'reserved', 'energised'].includes(found.state) ? found.amounts : []

/** The ledger after one more fact. */
export function applyLedgerFact(ledger: Ledger, fact: LedgerFact): Ledger {
  const before = ledger.reservations.get(fact.reservation)
  const after = getAfter(before, fact)
  const reservations = new Map(ledger.reservations).set(after.id, after)
  const [freed, bound] = [countedOf(before), countedOf(after)]
  if (freed === bound || (freed.length === 0 && bound.length === 0)) return { reservations, taken: ledger.taken }
  const taken = new Map(ledger.taken)
  for (const { place, amount } of freed) taken.set(place, (taken.get(place) ?? 0) - amount)
  for (const { place, amount } of bound) taken.set(place, (taken.get(place) ?? 0) + amount)
  return { reservations, taken }
}

function getAfter(before: Reservation | undefined, fact: LedgerFact): Reservation {
  if (fact.type === 'queued' || fact.type === 'reserved') {
    const { reservation: id, appliedAt, amounts } = fact
    return fact.type === 'queued'
      ? { id, appliedAt, amounts, state: 'waiting', expiresOn: undefined }
      : { id, appliedAt, amounts, state: 'reserved', expiresOn: fact.expiresOn }
  }
  if (!before) throw new Error(`ledger fact ${fact.type} for unknown reservation ${fact.reservation}`)
  switch (fact.type) {
    case 'offered':
      return { ...before, state: 'offered', expiresOn: fact.expiresOn }
    case 'extended':
      return { ...before, expiresOn: fact.expiresOn }
    case 'energised':
      return { ...before, state: 'energised', expiresOn: undefined, energisedOn: fact.on }
    case 'absorbed': {
      const left = before.amounts.filter(({ place }) => !fact.places.includes(place))
      return left.length > 0 ? { ...before, amounts: left } : endedOf(before, fact.type)
    }
    case 'left-queue':
    case 'released':
    case 'expired':
      return endedOf(before, fact.type)
  }
}

const endedOf = (before: Reservation, endedBy: LedgerEnding): Reservation => ({
  ...before,
  state: 'ended',
  expiresOn: undefined,
  endedBy,
})

/** The ledger that facts in their order make. */
export const foldLedger = (facts: readonly LedgerFact[]): Ledger => facts.reduce(applyLedgerFact, emptyLedger)

/** The ledger of reservations as they stand: what their places have taken is counted anew. */
export function ledgerOf(reservations: readonly Reservation[]): Ledger {
  const taken = new Map<string, number>()
  for (const { place, amount } of reservations.flatMap(countedOf)) taken.set(place, (taken.get(place) ?? 0) + amount)
  return { reservations: new Map(reservations.map((reservation) => [reservation.id, reservation])), taken }
}

/** Earlier application first; the same instant is told apart by the id, so that the order is one. */
export const byApplication = (a: Reservation, b: Reservation): number =>
  a.appliedAt === b.appliedAt ? (a.id < b.id ? -1 : 1) : a.appliedAt < b.appliedAt ? -1 : 1
