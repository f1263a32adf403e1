import type { Json } from '#kernel'
import {
  type Amount,
  type LedgerCommand,
  listAmounts,
  type Network,
  type PlannedSource,
  type Reservation,
} from '#power'

/** What of a written case the ledger goes by. */
export interface BookedCase {
  readonly caseId: string
  readonly openedAt: string
  /** Plain date on which the fact is booked. */
  readonly today: string
}

export interface BookedFact {
  readonly seq: number
  readonly type: string
  readonly body: Readonly<Record<string, Json>>
}

/** Facts that change what is promised; all others pass by. */
export const bookedFacts: readonly string[] = [
  'supply-plan-replied',
  'promised-capacity-released',
  'capacity-waited-for',
  'plan-validity-extended',
  'supply-switched-on',
  'supply-switched-off',
  'case-cancelled',
  'case-withdrawn',
]

/**
 * The ledger's commands for one fact of a case, given its reservations (oldest first) and the network in force. A reply
 * reserves as long as it is valid, at the time the customer applied, in place of what he waited for, was offered or held;
 * going back and ending release; switching on converts, and where the reservation had lapsed meanwhile asks for the
 * capacity anew first; switching off for good gives back what newer maxima do not hold yet.
 */
export function commandsOfFact(
  { caseId, openedAt, today }: BookedCase,
  fact: BookedFact,
  reservations: readonly Reservation[],
  network: Network,
): readonly LedgerCommand[] {
  const waiting = reservations.find(({ state }) => state === 'waiting')
  const held = reservations.findLast(({ state }) => state === 'reserved' || state === 'offered')
  const fresh = `${caseId}/${String(fact.seq).padStart(6, '0')}`
  const appliedAt = new Date(openedAt).toISOString()
  const reserve = (reservation: string, amounts: readonly Amount[], expiresOn: string): LedgerCommand[] =>
    amounts.length > 0 ? [{ type: 'reserve', reservation, appliedAt, amounts, expiresOn }] : []
  const release = (found: Reservation | undefined): LedgerCommand[] =>
    found
      ? [{ type: 'release', reservation: found.id, reason: String(fact.body.because ?? fact.body.reason ?? '') }]
      : []
  switch (fact.type) {
    case 'supply-plan-replied': {
      const amounts = amountsOf(network, fact.body.promised)
      const kept = amounts.length > 0 ? (held ?? waiting) : undefined
      const given = [waiting, held].filter((found) => found !== kept).flatMap(release)
      return [...given, ...reserve(kept?.id ?? fresh, amounts, String(fact.body.validUntil ?? today))]
    }
    case 'capacity-waited-for': {
      const amounts = amountsOf(network, fact.body.promised)
      return [...release(held), { type: 'queue', reservation: waiting?.id ?? fresh, appliedAt, amounts }]
    }
    case 'plan-validity-extended':
      return held ? [{ type: 'extend', reservation: held.id, expiresOn: String(fact.body.validUntil) }] : []
    case 'supply-switched-on': {
      if (held?.state === 'reserved') return [{ type: 'energise', reservation: held.id }]
      const lapsed = reservations.findLast(({ state }) => state === 'ended')
      return lapsed ? [...reserve(fresh, lapsed.amounts, today), { type: 'energise', reservation: fresh }] : []
    }
    case 'supply-switched-off':
      return release(reservations.findLast(({ state }) => state === 'energised'))
    case 'case-cancelled':
    case 'case-withdrawn':
      return [...release(waiting), ...release(held)]
    case 'promised-capacity-released':
      return release(held)
    default:
      return []
  }
}

/** One source as a reply promises it; older replies say nothing of what has to be moved first. */
type PromisedSource = Readonly<Record<string, Json>> & Pick<PlannedSource, 'isPresent' | 'transfer' | 'move'>

/** What the sources of a reply take at the places the network knows, each place once. */
function amountsOf(network: Network, promised: Json | undefined): readonly Amount[] {
  const sources = Array.isArray(promised) ? promised : []
  const amounts = sources.flatMap((source) => {
    const { feeder, busSection, accessPoint, capacityKva, isPresent, transfer, move } = source as PromisedSource
    const planned: PlannedSource = {
      // A plan written by hand for a new feeder names one that the network does not have yet.
      feeder: network.feeders.some(({ name }) => name === feeder) ? String(feeder) : null,
      busSection: String(busSection ?? ''),
      accessPoint: pointNamed(network, String(accessPoint ?? '')),
      capacityKva: Number(capacityKva),
      ...(isPresent && { isPresent }),
      ...(transfer && { transfer }),
      ...(move && { move }),
    }
    // A public transformer may be named where the form asks for the feeder.
    const isLow = planned.feeder === null && network.distributionTransformers.some(({ name }) => name === feeder)
    return listAmounts(network, isLow ? { ...planned, feeder: String(feeder) } : planned)
  })
  const summed = new Map<string, number>()
  for (const { place, amount } of amounts) summed.set(place, (summed.get(place) ?? 0) + amount)
  return [...summed].map(([place, amount]) => ({ place, amount }))
}

/** Forms name the bay behind the unit (HK03 环网柜 905 间隔): the unit is what the network knows. */
function pointNamed({ points }: Network, written: string): string {
  const fitting = points.filter(({ name }) => written === name || written.startsWith(`${name} `))
  return fitting.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? written
}
