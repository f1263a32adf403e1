import type { z } from 'zod'
import type { Json, JsonObject, PlainDate, Result } from '#kernel'
import type { FormDocument } from '#platform/documents/form-document'
import type { Actor } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseProfile, CaseTask } from './case-state.ts'
import type { NewFact } from './fact.ts'
import type { PublishedStandards } from './standards.ts'
import type { RoomRows, World } from './world.ts'

/** A document the company issues with a decision: rendered and stored before the facts are written, so that the fact names its hash. */
export interface DocumentOrder {
  readonly kind: string
  readonly name: string
  /** Its notices (告知事项) are the published ones of its kind, after those that stand in it already. */
  readonly document: FormDocument
  /** What the published notices of this kind name in `{braces}`, besides the company's own numbers. */
  readonly noticeValues?: Readonly<Record<string, string | number>>
  readonly customerVisible: boolean
}

/** A message to the customer's phone, sent through the outbox. */
export interface NoticeOrder {
  readonly template: string
  readonly data: Readonly<Record<string, Json>>
}

/** A message to colleagues: staff ids, or `role:manager` for everybody who holds it for the case's unit and voltage class. */
export interface StaffNotice {
  readonly template: string
  readonly to: readonly string[]
  readonly data: Readonly<Record<string, Json>>
}

/** Something another system must hear of, sent through the outbox to the handler of its kind. */
export interface HandOverOrder {
  readonly kind: string
  readonly body: JsonObject
}

/** What a decision leaves behind. */
export interface Outcome {
  readonly facts: readonly NewFact[]
  /** Values the process's gateways read. */
  readonly variables?: Readonly<Record<string, Json>>
  readonly profile?: Partial<CaseProfile>
  readonly documents?: readonly DocumentOrder[]
  readonly notices?: readonly NoticeOrder[]
  readonly staffNotices?: readonly StaffNotice[]
  readonly handOvers?: readonly HandOverOrder[]
  /** Rows of the room's own tables, written in the same transaction. */
  readonly rows?: RoomRows
  /** The task stays open: something was recorded (a draft round, one of two signatures), but the step is not done. */
  readonly staysOpen?: boolean
  /** Ends the whole-process clock: the supply is on. */
  readonly supplyOn?: boolean
  /** The customer changed the plan: clocks that begin again start a new round beside the old one. */
  readonly newRoundBecause?: string
  /** Every row and timer of the case is written again, not only what changed: what they are made by has changed. */
  readonly projectAnew?: boolean
  /** Another process variant turned out to be right while the case is still in acceptance. */
  readonly variant?: string
}

export interface Deciding<Form, Known> {
  readonly file: CaseFile
  readonly task: CaseTask
  readonly form: Form
  /** What `gather` looked up. */
  readonly known: Known
  readonly actor: Actor
  readonly now: Date
  readonly today: PlainDate
  readonly standards: PublishedStandards
}

/** One thing a person does in a case, named as the verb a clerk would say; a process file names it in `tongdian:useCase`. */
export interface UseCase<Form = unknown, Known = unknown> {
  readonly name: string
  readonly form: z.ZodType<Form>
  /** Reads what the decision needs beyond the case file; no decisions here. */
  gather?(world: World, file: CaseFile, form: Form): Promise<Known>
  /** Pure: refused, or what it leaves behind. */
  decide(input: Deciding<Form, Known>): Result<Outcome>
  /** What the system knows or proposes for the form, so that nothing is typed twice. */
  prefill?(file: CaseFile, standards: PublishedStandards, today: PlainDate, task: CaseTask): JsonObject
  /** Facts that undo what rested on this step when the case goes back before it (refund due, reservation released). */
  undo?(file: CaseFile, because: string): readonly NewFact[]
  /** What it left ends with the case: when the case is reopened, it is done anew. */
  readonly lapses?: true
  /** What must stand before this step, whoever asks and whatever the process says; every missing item is listed. */
  gate?(file: CaseFile, standards: PublishedStandards, today: PlainDate): readonly GateItem[]
}

export interface GateItem {
  readonly item: string
  readonly met: boolean
  /** Proof or what is missing, as message data. */
  readonly data?: Readonly<Record<string, Json>>
}

/** Keeps the form's type while the registry holds use cases of every form. */
export function taskUseCase<Form, Known = undefined>(definition: UseCase<Form, Known>): UseCase {
  return definition as unknown as UseCase
}
