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
  /** The new load shows in the network's historic maxima: the ledger no longer counts it on top. */
  | { readonly type: 'absorbed'; readonly reservation: string }

export interface Reservation {
  readonly id: string
  readonly appliedAt: string
  readonly amounts: readonly Amount[]
  readonly state: 'waiting' | 'reserved' | 'energised' | 'ended'
  readonly expiresOn: string | undefined
}

export interface Ledger {
  readonly reservations: ReadonlyMap<string, Reservation>
  /** What reservations and energised customers not yet absorbed take at each place. */
  readonly taken: ReadonlyMap<string, number>
}

export const emptyLedger: Ledger = { reservations: new Map(), taken: new Map() }

const counts = (state: Reservation['state']): boolean => state === 'reserved' || state === 'energised'

/** The ledger after one more fact. */
export function applyLedgerFact(ledger: Ledger, fact: LedgerFact): Ledger {
  const before = ledger.reservations.get(fact.reservation)
  const after = getAfter(before, fact)
  const reservations = new Map(ledger.reservations).set(after.id, after)
  const wasCounted = before !== undefined && counts(before.state)
  if (wasCounted === counts(after.state)) return { reservations, taken: ledger.taken }
  const taken = new Map(ledger.taken)
  const sign = wasCounted ? -1 : 1
  for (const { place, amount } of after.amounts) taken.set(place, (taken.get(place) ?? 0) + sign * amount)
  return { reservations, taken }
}

function getAfter(before: Reservation | undefined, fact: LedgerFact): Reservation {
  switch (fact.type) {
    case 'queued':
      return {
        id: fact.reservation,
        appliedAt: fact.appliedAt,
        amounts: fact.amounts,
        state: 'waiting',
        expiresOn: undefined,
      }
    case 'reserved':
      return {
        id: fact.reservation,
        appliedAt: fact.appliedAt,
        amounts: fact.amounts,
        state: 'reserved',
        expiresOn: fact.expiresOn,
      }
    default:
      if (!before) throw new Error(`ledger fact ${fact.type} for unknown reservation ${fact.reservation}`)
  }
  if (fact.type === 'extended') return { ...before, expiresOn: fact.expiresOn }
  if (fact.type === 'energised') return { ...before, state: 'energised', expiresOn: undefined }
  return { ...before, state: 'ended', expiresOn: undefined }
}

/** The ledger that facts in their order make. */
export const foldLedger = (facts: readonly LedgerFact[]): Ledger => facts.reduce(applyLedgerFact, emptyLedger)

/** The ledger of reservations as they stand: what their places have taken is counted anew. */
export function ledgerOf(reservations: readonly Reservation[]): Ledger {
  const taken = new Map<string, number>()
  for (const { place, amount } of reservations.filter(({ state }) => counts(state)).flatMap(({ amounts }) => amounts))
    taken.set(place, (taken.get(place) ?? 0) + amount)
  return { reservations: new Map(reservations.map((reservation) => [reservation.id, reservation])), taken }
}
