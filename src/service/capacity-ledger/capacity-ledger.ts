import { accept, dateInShanghai, type Result } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import {
  applyLedgerFact,
  decideLedger,
  type LedgerCommand,
  type LedgerFact,
  type OpenCapacity,
  type Parameter,
} from '#power'
import { findDecided, lockLedger, readStanding, writeDecided } from './store.ts'

/** What the ledger counts against on a day. */
export interface LedgerGround {
  readonly open: OpenCapacity
  readonly parameters: readonly Parameter[]
}

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

/**
 * One command inside a transaction of the company: waits for the ledger, decides by the pure rules, writes facts,
 * reservations and sums. Refusals are those of `decideLedger`; a refused command leaves nothing behind.
 */
export async function doLedgerCommand(
  tx: CompanyTransaction,
  order: LedgerOrder,
  { open, parameters }: LedgerGround,
): Promise<Result<readonly LedgerFact[]>> {
  const { companyId, commandId, command } = order
  const today = dateInShanghai(order.now)
  const lastSeq = await lockLedger(tx, companyId)
  const earlier = await findDecided(tx, companyId, commandId)
  if (earlier) return accept(earlier)
  const before = await readStanding(tx, companyId, 'reservation' in command ? command.reservation : undefined, today)
  const decided = decideLedger(before, command, { open, parameters, today })
  if (!decided.ok) return decided
  const facts = decided.value
  const after = facts.reduce(applyLedgerFact, before)
  await writeDecided(tx, { ...order, lastSeq, facts, before, after, open })
  return accept(facts)
}
