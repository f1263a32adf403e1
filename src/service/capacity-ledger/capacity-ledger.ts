import { accept, dateInShanghai, type Result } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import {
  applyLedgerFact,
  decideLedger,
  type LedgerCommand,
  type LedgerContext,
  type LedgerFact,
  type MeasuredPeriod,
} from '#power'
import { orderNews } from './news-of-facts.ts'
import { findDecided, lockLedger, readStanding, writeDecided } from './store.ts'

/** What the ledger counts against on a day. */
export type LedgerGround = Omit<LedgerContext, 'today'>

export interface LedgerOrder {
  readonly companyId: string
  /** A command that comes again changes nothing and gets what was decided the first time. */
  readonly commandId: string
  /** The case that asks; null for what the ledger does of itself. */
  readonly caseId: string | null
  readonly actor: string
  readonly now: Date
  readonly command: LedgerCommand
}

/** The last day that a network's figures tell of: whoever was switched on later is in none of them. */
const latest = ({ maximaUntil, baysCountedOn = maximaUntil }: MeasuredPeriod): string =>
  maximaUntil > baysCountedOn ? maximaUntil : baysCountedOn

/**
 * One command inside a transaction of the company: waits for the ledger, decides by the pure rules, writes facts,
 * reservations and sums, and orders the news for the cases whose capacity came or went without their asking. Only
 * `settle` looks at who may be absorbed. Refusals are those of `decideLedger`; a refused command leaves nothing behind.
 */
export async function doLedgerCommand(
  tx: CompanyTransaction,
  order: LedgerOrder,
  ground: LedgerGround,
): Promise<Result<readonly LedgerFact[]>> {
  const { companyId, commandId, command } = order
  const today = dateInShanghai(order.now)
  const lastSeq = await lockLedger(tx, companyId)
  const earlier = await findDecided(tx, companyId, commandId)
  if (earlier) return accept(earlier)
  // A command of a case does not read all that were ever switched on.
  const measured = command.type === 'settle' ? ground.measured : undefined
  const before = await readStanding(tx, companyId, {
    reservation: 'reservation' in command ? command.reservation : undefined,
    today,
    energisedBy: measured && latest(measured),
  })
  const decided = decideLedger(before, command, { ...ground, measured, today })
  if (!decided.ok) return decided
  const facts = decided.value
  const after = facts.reduce(applyLedgerFact, before)
  await writeDecided(tx, { ...order, lastSeq, facts, before, after, open: ground.open })
  await orderNews(tx, order, facts)
  return accept(facts)
}
