import type { Fault } from '#kernel'
import type { FlowCase } from '../../flow/flow-case.ts'
import type { BranchReport } from '../../flow/report.ts'
import type { emptySheets } from '../../network/sheets.ts'
import type { NetDetails } from './net-details.ts'

/** A flow case on its way to the sheets of a network. */
export interface Laying {
  readonly file: string
  readonly flowCase: FlowCase
  readonly details: NetDetails
  readonly sheets: ReturnType<typeof emptySheets>
  readonly faults: Fault[]
  /** The solved flow by branch. */
  readonly flowOf: ReadonlyMap<string, BranchReport>
  /** Buses that feed the network: low sides of main transformers, or the source itself. */
  readonly busSections: Set<number>
  readonly feederOfBus: Map<number, number>
}
