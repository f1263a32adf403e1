import type { Actor, CaseFiles, CaseVerb, UseCase } from '#casefile'
import type { Database } from '#platform/database/index'
import type { StaffAccounts } from '#workforce/people/index'
import type { CaseReader } from '../casefile/write/index.ts'
import type { CapacityLedger } from '../service/capacity-ledger/index.ts'
import type { ReportThread, WhatIfRuns } from '../service/insight/index.ts'
import type { NetworkRoom } from '../service/network/index.ts'
import type { SignatureCodePorts } from '../service/signature-code/index.ts'
import type { StandardsShelf } from '../service/standards/index.ts'

/** What the routes work with: the wired system. */
export interface Tongdian {
  readonly database: Database
  readonly reader: CaseReader
  readonly caseFiles: CaseFiles
  readonly shelf: StandardsShelf
  readonly staffAccounts: StaffAccounts
  readonly useCases: readonly UseCase[]
  readonly verbs: readonly CaseVerb[]
  /** The company the public pages speak for. */
  readonly publicCompanyId: string
  /** The key of the account that may see a case: the customer's own, or that of the phone number the application names. */
  customerKeyOf(actor: Actor, applicant: { readonly phone: string; readonly contactName: string }): Promise<string>
  readonly signatureCodes: SignatureCodePorts
  /** The company's history as reports, made in a thread of their own. */
  readonly reports: ReportThread
  /** Imported logs and models, in another thread: finding a model may take minutes. */
  readonly logs: ReportThread
  readonly network: NetworkRoom
  readonly ledger: CapacityLedger
  /** Scenarios being played against it, each in a thread of its own. */
  readonly whatIfRuns: WhatIfRuns
  now(): Date
}
