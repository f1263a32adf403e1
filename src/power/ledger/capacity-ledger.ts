import { accept, type Fault, type Result, refuse } from '#kernel'
import type { LedgerContext } from './ledger-context.ts'
import { type Amount, applyLedgerFact, type Ledger, type LedgerFact, type Reservation } from './ledger-facts.ts'
import { findLacking, listOffers, settleLedger } from './settle-ledger.ts'

export type LedgerCommand =
  /** Anew, or in place of what the same reservation waits for, was offered or holds. */
  | {
      readonly type: 'reserve'
      readonly reservation: string
      readonly appliedAt: string
      readonly amounts: readonly Amount[]
      /** Last day, plain date. */
      readonly expiresOn: string
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
  /** Nothing beside what falls due of itself. */
  | { readonly type: 'settle' }

/**
 * Decides one command of the capacity ledger (N2): what falls due of itself first, then the command, then what it left
 * free goes to who waits, so that nobody passes an earlier applicant whose wish fits. Never promises more at a place than
 * is open there. Refusals: `ledger.noCapacity` with every place that lacks it, `ledger.roomThere` and `ledger.placesUnknown` (nothing to wait for),
 * `ledger.known`, `ledger.unknown`, `ledger.wrongState`, `ledger.tooLate`, `ledger.amountNotPositive`.
 */
export function decideLedger(
  ledger: Ledger,
  command: LedgerCommand,
  context: LedgerContext,
): Result<readonly LedgerFact[]> {
  const due = settleLedger(ledger, context)
  if (command.type === 'settle') return accept(due)
  const settled = due.reduce(applyLedgerFact, ledger)
  const decided = decideAsked(settled, command, context)
  if (!decided.ok) return decided
  const offers = listOffers(decided.value.reduce(applyLedgerFact, settled), context)
  return accept([...due, ...decided.value, ...offers])
}

type Asked = Exclude<LedgerCommand, { type: 'settle' }>

function decideAsked(ledger: Ledger, command: Asked, context: LedgerContext): Result<readonly LedgerFact[]> {
  const found = ledger.reservations.get(command.reservation)
  if (command.type === 'reserve' || command.type === 'queue') {
    const faults = checkAmounts(command.amounts)
    if (faults.length > 0) return refuse({ code: 'ledger.amountNotPositive', faults })
    return command.type === 'reserve'
      ? decideReserve(ledger, command, found, context)
      : decideQueue(ledger, command, found, context)
  }
  if (!found) return refuse({ code: 'ledger.unknown', data: { reservation: command.reservation } })
  return decideChange(found, command, context)
}

const known = (found: Reservation) =>
  refuse({ code: 'ledger.known', data: { reservation: found.id, state: found.state } })

function decideReserve(
  ledger: Ledger,
  { reservation, amounts, expiresOn, ...command }: Extract<LedgerCommand, { type: 'reserve' }>,
  before: Reservation | undefined,
  { open }: LedgerContext,
): Result<readonly LedgerFact[]> {
  if (before?.state === 'energised' || before?.state === 'ended') return known(before)
  // Whoever waited keeps the time he applied at; what he holds already is his to take again.
  const appliedAt = before?.appliedAt ?? command.appliedAt
  const without: Ledger =
    before === undefined || before.state === 'waiting'
      ? ledger
      : applyLedgerFact(ledger, { type: 'released', reservation, reason: '' })
  const lacking = findLacking(without, amounts, open)
  if (lacking.length > 0) return refuse({ code: 'ledger.noCapacity', faults: lacking })
  return accept([{ type: 'reserved', reservation, appliedAt, amounts, expiresOn }])
}

function decideQueue(
  ledger: Ledger,
  { reservation, amounts, ...command }: Extract<LedgerCommand, { type: 'queue' }>,
  before: Reservation | undefined,
  { open }: LedgerContext,
): Result<readonly LedgerFact[]> {
  if (before && before.state !== 'waiting') return known(before)
  if (amounts.length === 0) return refuse({ code: 'ledger.placesUnknown' })
  if (findLacking(ledger, amounts, open).length === 0) return refuse({ code: 'ledger.roomThere' })
  return accept([{ type: 'queued', reservation, appliedAt: before?.appliedAt ?? command.appliedAt, amounts }])
}

function decideChange(
  found: Reservation,
  command: Exclude<Asked, { type: 'reserve' | 'queue' }>,
  { today }: LedgerContext,
): Result<readonly LedgerFact[]> {
  const wrongState = refuse({ code: 'ledger.wrongState', data: { reservation: found.id, state: found.state } })
  const { reservation } = command
  switch (command.type) {
    case 'extend': {
      if (found.state !== 'reserved' || found.expiresOn === undefined) return wrongState
      if (command.expiresOn <= found.expiresOn)
        return refuse({ code: 'ledger.tooLate', data: { expiresOn: found.expiresOn } })
      return accept([{ type: 'extended', reservation, expiresOn: command.expiresOn }])
    }
    case 'release':
      if (found.state === 'waiting') return accept([{ type: 'left-queue', reservation, reason: command.reason }])
      return found.state === 'ended' ? wrongState : accept([{ type: 'released', reservation, reason: command.reason }])
    case 'energise':
      return found.state === 'reserved' ? accept([{ type: 'energised', reservation, on: today }]) : wrongState
  }
}

const checkAmounts = (amounts: readonly Amount[]): Fault[] =>
  amounts.flatMap(({ amount }, at) =>
    amount > 0 && Number.isFinite(amount)
      ? []
      : [{ path: `amounts[${at}].amount`, code: 'ledger.amountNotPositive', data: { found: amount } }],
  )
