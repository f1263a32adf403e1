import type { MeasuredPeriod } from '../network/network.ts'
import type { Parameter } from '../standards/parameter.ts'

/** What may be promised at each place before anything in the ledger is counted (open capacity, spare bays). */
export type OpenCapacity = ReadonlyMap<string, number>

/** What the ledger decides by, beside what it holds. */
export interface LedgerContext {
  readonly open: OpenCapacity
  /** When the figures behind `open` were measured; undefined: not told, and nobody is absorbed. */
  readonly measured: MeasuredPeriod | undefined
  readonly parameters: readonly Parameter[]
  /** Plain date of the legal clock. */
  readonly today: string
}
