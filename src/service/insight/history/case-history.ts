import type { CaseClock, CaseStatus, VoltageClass } from '#casefile'
import type { RecordedFact } from '#insight'
import type { Settlement } from '../settling/settlement.ts'

/** A task that was completed: opened, taken by somebody (claimed), done. Milliseconds since 1970. */
export interface TaskRun {
  readonly elementId: string
  readonly useCase: string
  readonly stage: string
  readonly openedMs: number
  /** Undefined where nobody took it before doing it. */
  readonly takenMs: number | undefined
  readonly doneMs: number
  readonly actor: string
}

/** A fact as the rules see it, with its number in the case as evidence. */
export interface EvidentFact extends RecordedFact {
  readonly seq: number
}

/** What reports need of one case, folded once from its facts; the facts' bodies are not kept. */
export interface CaseHistory {
  readonly caseId: string
  readonly caseNumber: string
  readonly customerName: string
  readonly address: string
  readonly kind: string
  readonly variant: string
  readonly process: { readonly name: string; readonly version: number } | undefined
  readonly unitId: string
  readonly voltageClass: VoltageClass
  /** Class by which limits and mean times are told: resident, lv-zero, lv-other, hv-single, hv-dual … */
  readonly limitClass: string
  readonly status: CaseStatus
  readonly openedAt: string
  /** When it was closed, withdrawn or cancelled. */
  readonly endedAt: string | undefined
  readonly energisedAt: string | undefined
  /** Customer and place: two cases with one key are the same wish. */
  readonly subjectKey: string
  readonly channel: string
  /** For each time the customer came to the counter the step he came for; empty for the application and for no step. */
  readonly counterVisits: readonly string[]
  /** On the green channel, as it stands. */
  readonly isUrgent: boolean
  /** The customer was told the construction standards and confirmed. */
  readonly standardsConfirmed: boolean
  readonly satisfaction: number | undefined
  /** In the order in which they were completed. */
  readonly runs: readonly TaskRun[]
  readonly stages: readonly string[]
  readonly clocks: readonly CaseClock[]
  /** All facts of the case, also those the rules do not look at. */
  readonly factCount: number
  readonly facts: readonly EvidentFact[]
  /** What auditors said about findings, by `findingKey`; absent where nothing was settled. */
  readonly settlements?: ReadonlyMap<string, Settlement> | undefined
}
