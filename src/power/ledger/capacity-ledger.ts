import { accept, type Fault, type Result, refuse } from '#kernel'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { Amount, Ledger, LedgerFact, Reservation } from './ledger-facts.ts'

/** What may be promised at each place before anything in the ledger is counted (open capacity, spare bays). */
export type OpenCapacity = ReadonlyMap<string, number>

export type LedgerCommand =
  | {
      readonly type: 'reserve'
      readonly reservation: string
      readonly appliedAt: string
      readonly amounts: readonly Amount[]
      readonly isHighVoltage: boolean
    }
  | {
      readonly type: 'queue'
      readonly reservation: string
      readonly appliedAt: string
      readonly amounts: readonly Amount[]
    }
  | { readonly type: 'extend'; readonly reservation: string; readonly expiresOn: string }
  | { readonly type: 'release'; readonly reservation: string; readonly reason: string }
  | { readonly type: 'energise'; readonly reservation: string }
  | { readonly type: 'absorb'; readonly reservation: string }
  /** Ends every reservation whose last day has passed. */
  | { readonly type: 'expire' }

export interface LedgerContext {
  readonly open: OpenCapacity
  readonly parameters: readonly Parameter[]
  /** Plain date of the legal clock. */
  readonly today: string
}

/**
 * Decides one command of the capacity ledger (N2). Never promises more at a place than is open there; whoever applied
 * earlier and still waits comes first where what he asks for would fit. Refusals: `ledger.noCapacity` with every place
 * that lacks it, `ledger.earlierWaits`, `ledger.known`, `ledger.unknown`, `ledger.wrongState`, `ledger.tooLate`,
 * `ledger.amountNotPositive`.
 */
export function decideLedger(
  ledger: Ledger,
  command: LedgerCommand,
  context: LedgerContext,
): Result<readonly LedgerFact[]> {
  if (command.type === 'expire') return accept(listExpired(ledger, context.today))
  const found = ledger.reservations.get(command.reservation)
  if (command.type === 'reserve' || command.type === 'queue') {
    const faults = checkAmounts(command.amounts)
    if (faults.length > 0) return refuse({ code: 'ledger.amountNotPositive', faults })
    if (found && !(found.state === 'waiting' && command.type === 'reserve'))
      return refuse({ code: 'ledger.known', data: { reservation: found.id, state: found.state } })
    const { reservation, appliedAt, amounts } = command
    return command.type === 'reserve'
      ? decideReserve(ledger, command, found, context)
      : accept([{ type: 'queued', reservation, appliedAt, amounts }])
  }
  if (!found) return refuse({ code: 'ledger.unknown', data: { reservation: command.reservation } })
  return decideChange(found, command, context)
}

type Reserve = Extract<LedgerCommand, { type: 'reserve' }>

function decideReserve(
  ledger: Ledger,
  command: Reserve,
  waiting: Reservation | undefined,
  context: LedgerContext,
): Result<readonly LedgerFact[]> {
  const { reservation, amounts } = command
  // Whoever waited keeps the time he applied at.
  const appliedAt = waiting?.appliedAt ?? command.appliedAt
  const lacking = findLacking(ledger, amounts, context.open)
  if (lacking.length > 0) return refuse({ code: 'ledger.noCapacity', faults: lacking })
  const earlier = findEarlierWaiting(ledger, { id: reservation, appliedAt, amounts }, context.open)
  if (earlier)
    return refuse({ code: 'ledger.earlierWaits', data: { reservation: earlier.id, appliedAt: earlier.appliedAt } })
  const months = getParameter(
    context.parameters,
    command.isHighVoltage ? 'validity.highVoltageMonths' : 'validity.lowVoltageMonths',
  )
  return accept([{ type: 'reserved', reservation, appliedAt, amounts, expiresOn: addMonths(context.today, months) }])
}

function decideChange(
  found: Reservation,
  command: Exclude<LedgerCommand, { type: 'reserve' | 'queue' | 'expire' }>,
  { parameters, today }: LedgerContext,
): Result<readonly LedgerFact[]> {
  const wrongState = refuse({ code: 'ledger.wrongState', data: { reservation: found.id, state: found.state } })
  const { reservation } = command
  switch (command.type) {
    case 'extend': {
      if (found.state !== 'reserved' || found.expiresOn === undefined) return wrongState
      const lastDay = addDays(found.expiresOn, -getParameter(parameters, 'validity.extensionDaysBefore'))
      if (today > lastDay || command.expiresOn <= found.expiresOn)
        return refuse({ code: 'ledger.tooLate', data: { lastDay, expiresOn: found.expiresOn } })
      return accept([{ type: 'extended', reservation, expiresOn: command.expiresOn }])
    }
    case 'release':
      if (found.state === 'waiting') return accept([{ type: 'left-queue', reservation, reason: command.reason }])
      return found.state === 'ended' ? wrongState : accept([{ type: 'released', reservation, reason: command.reason }])
    case 'energise':
      // Energising on the last day still counts; a day later the capacity may belong to another.
      if (found.state !== 'reserved') return wrongState
      if (found.expiresOn !== undefined && today > found.expiresOn)
        return refuse({ code: 'ledger.tooLate', data: { expiresOn: found.expiresOn } })
      return accept([{ type: 'energised', reservation, on: today }])
    case 'absorb':
      return found.state === 'energised' ? accept([{ type: 'absorbed', reservation }]) : wrongState
  }
}

const listExpired = (ledger: Ledger, today: string): LedgerFact[] =>
  [...ledger.reservations.values()].flatMap((found) =>
    found.state === 'reserved' && found.expiresOn !== undefined && found.expiresOn < today
      ? [{ type: 'expired' as const, reservation: found.id }]
      : [],
  )

const checkAmounts = (amounts: readonly Amount[]): Fault[] =>
  amounts.flatMap(({ amount }, at) =>
    amount > 0 && Number.isFinite(amount)
      ? []
      : [{ path: `amounts[${at}].amount`, code: 'ledger.amountNotPositive', data: { found: amount } }],
  )

/** Every place that cannot take the amounts, a place named twice counted together. */
function findLacking(ledger: Ledger, amounts: readonly Amount[], open: OpenCapacity): Fault[] {
  const asked = new Map<string, number>()
  for (const { place, amount } of amounts) asked.set(place, (asked.get(place) ?? 0) + amount)
  return [...asked].flatMap(([place, amount]) => {
    const left = (open.get(place) ?? 0) - (ledger.taken.get(place) ?? 0)
    return amount <= left ? [] : [{ path: place, code: 'ledger.noCapacity', data: { asked: amount, left } }]
  })
}

/** An earlier applicant who waits at one of the same places, whose whole wish fits now and would not fit afterwards. */
function findEarlierWaiting(
  ledger: Ledger,
  asked: Pick<Reservation, 'id' | 'appliedAt' | 'amounts'>,
  open: OpenCapacity,
): Reservation | undefined {
  const places = new Set(asked.amounts.map(({ place }) => place))
  return [...ledger.reservations.values()].find((other) => {
    if (other.state !== 'waiting' || other.id === asked.id || other.appliedAt >= asked.appliedAt) return false
    if (!other.amounts.some(({ place }) => places.has(place))) return false
    const fitsNow = findLacking(ledger, other.amounts, open).length === 0
    return fitsNow && findLacking(ledger, [...other.amounts, ...asked.amounts], open).length > 0
  })
}

/** Same day some months on; the last day of the month where that day does not exist. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
