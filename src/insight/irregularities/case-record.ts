/** One fact of a case, as rules see it. Times are milliseconds since 1970. */
export interface RecordedFact {
  /** What kind of fact: which kinds mean what is told by `FactTypes`. */
  readonly type: string
  /** The task or stage it is about. */
  readonly elementId: string
  readonly happenedAt: number
  readonly recordedAt: number
  readonly actor: string
}

/** A case's facts in the order in which they were recorded. */
export interface CaseRecord {
  readonly caseId: string
  /** What the case is about (customer and place): two cases with one key are the same wish. */
  readonly subjectKey?: string
  readonly facts: readonly RecordedFact[]
}

export interface FactTypes {
  readonly opened: readonly string[]
  readonly completed: readonly string[]
  /** Facts after which earlier work may be done again: returned, reopened, plan changed at the customer's wish. */
  readonly reopening: readonly string[]
  /** The case ended without its work being done: cancelled, withdrawn, refused. */
  readonly abandoned: readonly string[]
}

/** What the standard of the case's variant asks. */
export interface ExpectedOrder {
  /** Elements that every case of the variant has. */
  readonly required: readonly string[]
  /** `[a, b]`: a is completed before b. */
  readonly before: readonly (readonly [string, string])[]
  /** `[work, signature]`: must be two people; also every two signatures of one work. */
  readonly countersigned: readonly (readonly [work: string, signature: string])[]
  /** The element that accepts the application. */
  readonly acceptance: string
}

/** Thresholds: dated data of the company's standards, never constants of the program. */
export interface IrregularityLimits {
  /** A fact recorded so much later than it is said to have happened is back-dated, hours. */
  readonly backDatedHours: number
  /** Work said to be done so many minutes before its task was opened was done outside the system. */
  readonly outsideMinutes: number
  /** A task done in fewer seconds after it was opened. */
  readonly tooQuickSeconds: number
  /** So many cases completed by one actor within one second. */
  readonly batchCases: number
  /** Accepted anew within so many days after the same wish was abandoned. */
  readonly restartDays: number
}

export const irregularityKinds = [
  'skipped',
  'reordered',
  'repeated',
  'back-dated',
  'outside-system',
  'too-quick',
  'same-second-batch',
  'clock-restarted',
  'same-countersigner',
] as const
export type IrregularityKind = (typeof irregularityKinds)[number]

/** Something for the auditor to settle, with its evidence. */
export interface Irregularity {
  readonly kind: IrregularityKind
  readonly caseId: string
  readonly elementId: string
  /** Numbers of the facts in the case that show it. */
  readonly facts: readonly number[]
  readonly data: Readonly<Record<string, unknown>>
}
