import { addDays, addMonths, type Fault, plainDate } from '#kernel'
import { getParameter } from '../standards/parameter.ts'
import type { LedgerContext } from './ledger-context.ts'
import { type Amount, applyLedgerFact, byApplication, type Ledger, type LedgerFact } from './ledger-facts.ts'
import { isBayPlace } from './places.ts'

/**
 * What falls due in the ledger of itself, in this order: what has run out ends; where the network's own figures hold a
 * customer (`measured` of the context) they absorb him; what is free then goes to who waits. The facts in their order.
 */
export function settleLedger(ledger: Ledger, context: LedgerContext): readonly LedgerFact[] {
  const due = [...listExpired(ledger, context.today), ...listAbsorbed(ledger, context)]
  return [...due, ...listOffers(due.reduce(applyLedgerFact, ledger), context)]
}

/** Offers and reservations whose last day has passed. */
const listExpired = (ledger: Ledger, today: string): LedgerFact[] =>
  [...ledger.reservations.values()].flatMap(({ id, state, expiresOn }) =>
    (state === 'reserved' || state === 'offered') && expiresOn !== undefined && expiresOn < today
      ? [{ type: 'expired' as const, reservation: id }]
      : [],
  )

/**
 * Customers whom the network's own figures hold by now. At a feeder or transformer: since the maxima were measured for
 * `ledger.absorbAfterMonths` while he was on, so that the season of his greatest load was among them. At a bay: since
 * the spare bays were counted on the day he was switched on or later.
 */
function listAbsorbed(ledger: Ledger, { measured, parameters }: LedgerContext): LedgerFact[] {
  if (!measured) return []
  const months = getParameter(parameters, 'ledger.absorbAfterMonths')
  return [...ledger.reservations.values()].flatMap(({ id, state, amounts, energisedOn: on }) => {
    if (state !== 'energised' || on === undefined) return []
    const [, from = on] = [on, measured.maximaFrom].toSorted()
    const areMaximaWithHim = addMonths(plainDate(from), months) <= addDays(plainDate(measured.maximaUntil), 1)
    const isBayCounted = measured.baysCountedOn !== undefined && measured.baysCountedOn >= on
    const places = amounts
      .map(({ place }) => place)
      .filter((place) => (isBayPlace(place) ? isBayCounted : areMaximaWithHim))
    return places.length > 0 ? [{ type: 'absorbed', reservation: id, places }] : []
  })
}

/**
 * 轮候: who applied first and waits is offered the capacity he asked for once all of it is free, then the next. Whoever
 * asks for more than there is keeps his place and holds up nobody who asks for less.
 */
export function listOffers(ledger: Ledger, { open, parameters, today }: LedgerContext): LedgerFact[] {
  const expiresOn = addDays(plainDate(today), getParameter(parameters, 'ledger.offerDays'))
  const waiting = [...ledger.reservations.values()].filter(({ state }) => state === 'waiting').toSorted(byApplication)
  const offers: LedgerFact[] = []
  let standing = ledger
  for (const { id, amounts } of waiting) {
    if (findLacking(standing, amounts, open).length > 0) continue
    const offer: LedgerFact = { type: 'offered', reservation: id, expiresOn }
    offers.push(offer)
    standing = applyLedgerFact(standing, offer)
  }
  return offers
}

/** Every place that cannot take the amounts, a place named twice counted together: `ledger.kvaLacking`, `ledger.baysLacking`. */
export function findLacking(
  ledger: Ledger,
  amounts: readonly Amount[],
  open: ReadonlyMap<string, number>,
): readonly Fault[] {
  const asked = new Map<string, number>()
  for (const { place, amount } of amounts) asked.set(place, (asked.get(place) ?? 0) + amount)
  return [...asked].flatMap(([place, amount]) => {
    const left = (open.get(place) ?? 0) - (ledger.taken.get(place) ?? 0)
    if (amount <= left) return []
    const data = { name: place.slice(place.indexOf(':') + 1), asked: amount, left: Math.max(0, Math.floor(left)) }
    return [{ path: place, code: isBayPlace(place) ? 'ledger.baysLacking' : 'ledger.kvaLacking', data }]
  })
}
