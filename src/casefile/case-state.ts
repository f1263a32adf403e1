import type { Json, JsonObject, PlainDate } from '#kernel'
import type { VoltageClass } from './actor.ts'

export type CaseStatus = 'open' | 'suspended' | 'withdrawn' | 'cancelled' | 'closed'
export type ClockOwner = 'company' | 'customer' | 'government' | 'weather'

/** What lists and searches show of a case; changed by `case-opened` and `profile-changed`. */
export interface CaseProfile {
  readonly caseNumber: string
  readonly kind: string
  readonly category: string
  readonly unitId: string
  readonly voltageClass: VoltageClass
  readonly customerKey: string
  readonly customerName: string
  readonly address: string
  readonly capacityKva: number | null
}

export interface Signer {
  readonly staffId: string
  readonly name: string
  readonly reason: string
  readonly signed?: { readonly at: string; readonly agrees: boolean; readonly opinion: string }
}

/** An open task of the case: a user task of the process the token stands at. */
export interface CaseTask {
  readonly taskId: string
  readonly elementId: string
  readonly useCase: string
  readonly role: string
  readonly stage: string
  /** Which limit row counts while this task is open; undefined: none. */
  readonly node?: string
  readonly clockOwner: ClockOwner
  readonly customerVisible: boolean
  readonly openedAt: string
  readonly assignee?: { readonly staffId: string; readonly name: string; readonly onBehalfOf?: string }
  readonly signers: readonly Signer[]
  readonly urgedTimes: number
}

export interface CompletedTask {
  readonly taskId: string
  readonly elementId: string
  readonly useCase: string
  readonly stage: string
  readonly openedAt: string
  readonly completedAt: string
  readonly seq: number
  readonly actor: string
  readonly voided: boolean
}

export interface StageRecord {
  readonly stage: string
  readonly startedAt: string
  readonly endedAt?: string
}

/** One limit of one rule set, found when the clock started, so that the case keeps the limit it ran under. */
export interface ClockLimit {
  readonly ruleSet: string
  readonly workingDays: number
  readonly basis: string
  /** Absent in facts written before bases had English words. */
  readonly basisEn?: string
  /** `all`: every day counts that is not stopped; `utility`: only while a company task is open. */
  readonly covers: 'all' | 'utility'
}

/** A stretch of time in which one party owned the clock. Open end: still running. */
export interface ClockSegment {
  readonly from: string
  readonly to?: string
  readonly owner: ClockOwner
  readonly reason: string
}

export interface CaseClock {
  /** `supply-plan#2`: the node and which round of it. */
  readonly clock: string
  readonly node: string
  readonly limits: readonly ClockLimit[]
  readonly startedAt: string
  readonly endedAt?: string
  /** Why this round exists beside an earlier one. */
  readonly because?: string
  readonly segments: readonly ClockSegment[]
}

export interface CaseDocument {
  readonly documentId: string
  readonly kind: string
  readonly name: string
  readonly sha256: string
  readonly mediaType: string
  readonly pages: number | null
  readonly issuedBy: 'company' | 'customer'
  readonly at: string
  readonly elementId?: string
  /** The task that issued it. */
  readonly taskId?: string
  readonly customerVisible: boolean
  readonly signatures: readonly {
    readonly by: string
    readonly name: string
    readonly at: string
    readonly method: string
  }[]
  readonly voidedBecause?: string
}

/** A day that a case has agreed on with its customer, and from when he and the account manager are reminded of it. */
export interface WatchedDate {
  /** Names the messages: `<watch>-ending` before the day, `<watch>-over` after it. */
  readonly watch: string
  readonly on: PlainDate
  readonly warnOn: PlainDate
}

export interface CaseState {
  readonly status: CaseStatus
  readonly profile: CaseProfile
  readonly variant?: string
  readonly process?: { readonly name: string; readonly version: number }
  readonly variables: Readonly<Record<string, Json>>
  readonly tasks: ReadonlyMap<string, CaseTask>
  readonly completed: readonly CompletedTask[]
  readonly stages: readonly StageRecord[]
  readonly clocks: readonly CaseClock[]
  readonly documents: readonly CaseDocument[]
  readonly accountManager?: { readonly staffId: string; readonly name: string }
  readonly greenChannel?: JsonObject
  readonly pause?: { readonly owner: ClockOwner; readonly reason: string; readonly since: string }
  readonly counterVisits: readonly { readonly at: string; readonly cause: string }[]
  readonly watchedDate?: WatchedDate
  readonly openedAt: string
  readonly endedAt?: string
}
