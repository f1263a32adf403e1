import type { VoltageClass } from '../actor.ts'

/** An instant in UTC with milliseconds, `2026-03-02T01:00:00.000Z`. */
export type Instant = string
/** A plain date, `2026-03-02`, read in Asia/Shanghai. */
export type PlainDate = string

/** The projection of a case: what lists, the portal and the desk show without reading the facts. */
export interface CaseRow {
  readonly caseId: string
  /** The number people say, unique in the company. */
  readonly caseNumber: string
  /** Seq of the last fact. */
  readonly version: number
  /** Hash of the last fact. */
  readonly headHash: string
  readonly status: string
  readonly kind: string
  readonly variant: string | null
  readonly processName: string | null
  readonly processVersion: number | null
  readonly stage: string | null
  readonly unitId: string
  readonly voltageClass: VoltageClass
  readonly customerName: string
  /** The customer account that may see the case. */
  readonly customerKey: string | null
  readonly address: string
  readonly capacityKva: number | null
  /** Staff id of the account manager 客户经理. */
  readonly accountManager: string | null
  /** `green`, `important`, `urged` … */
  readonly flags: readonly string[]
  /** Canonical JSON of the token state; can be rebuilt from the facts. */
  readonly tokens: string
  readonly dueOn: PlainDate | null
  readonly openedAt: Instant
  readonly changedAt: Instant
  /** What search looks in, any letter case: name, number, address. Indexed again only when it changes. */
  readonly search: string
}

/** One fact of a case as it is stored; `body` is canonical JSON text. */
export interface FactRow {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number
  readonly type: string
  readonly happenedAt: Instant
  readonly recordedAt: Instant
  /** `staff:zhou-lan`, `customer:…`, `system:…` (see `actorRef`). */
  readonly actor: string
  readonly commandId: string
  readonly body: string
  readonly prevHash: string
  readonly hash: string
}

/** One task of a case in somebody's inbox. Repeats what the inbox shows, so that a list is one indexed query. */
export interface TaskRow {
  /** Unique in its case: `survey-site#1`. */
  readonly taskId: string
  readonly elementId: string
  readonly useCase: string
  readonly role: string
  readonly unitId: string
  readonly voltageClass: VoltageClass
  readonly stage: string | null
  /** Staff id of who claimed it, or was given it. */
  readonly assignee: string | null
  /** Staff ids who may act beside role holders: delegates, countersigners. */
  readonly candidates: readonly string[]
  readonly openedAt: Instant
  readonly clockOwner: string
  readonly dueOn: PlainDate | null
  /** 0 is first; the inbox shows lower urgency numbers first, then the earlier due date. */
  readonly urgency: number
  readonly kind: string
  readonly variant: string | null
  readonly caseNumber: string
  readonly customerName: string
  readonly flags: readonly string[]
  readonly state: 'open' | 'waiting'
  /** The limit that falls due first, in working days; null: no limit presses on the task. */
  readonly limitDays: number | null
  /** How many of them are used while the clock stands still; null while it runs, when the due date tells. */
  readonly usedDays: number | null
}

export interface TimerRow {
  /** Made from case, task and rule, so that setting it twice is setting it once. */
  readonly timerId: string
  readonly dueAt: Instant
  readonly kind: string
  /** Canonical JSON text. */
  readonly body: string
}

/** A message to a handler outside the case (mail, billing, document printing): delivered at least once under this id. */
export interface OutboxRow {
  /** A UUID; `uuidOf('…')` makes one from a text. Also the id of the job and of the message. */
  readonly outboxId: string
  /** Names the handler. */
  readonly kind: string
  /** Canonical JSON text. */
  readonly body: string
}

/** Everything one command changes, written in one transaction or not at all. */
export interface CaseWrite {
  readonly companyId: string
  readonly caseId: string
  /** The `Idempotency-Key`; unique in the company. */
  readonly commandId: string
  /** Hash of the command's body: the same id with another body is refused. */
  readonly bodyHash: string
  /** The answer a repeat gets, JSON text. */
  readonly answer: string
  /** Version the decision was made on; 0 opens a case. */
  readonly expectedVersion: number
  readonly row: CaseRow
  /** At least one, chained from the case's head (`noHash` for a new case). */
  readonly facts: readonly FactRow[]
  readonly tasks: { readonly set: readonly TaskRow[]; readonly closed: readonly string[] }
  readonly timers: { readonly set: readonly TimerRow[]; readonly cleared: readonly string[] }
  readonly outbox: readonly OutboxRow[]
}

/** What became of a write. Only `written` changed anything. */
export type WriteOutcome =
  | { readonly kind: 'written' }
  /** The command was done before: here is its answer. */
  | { readonly kind: 'repeated'; readonly answer: string }
  /** The command id was used before with another body. */
  | { readonly kind: 'command-id-reused' }
  /** The case moved on (or exists already); `version` is where it stands. Load again and decide again. */
  | { readonly kind: 'stale'; readonly version: number }
  /** Another case of the company has this case number. */
  | { readonly kind: 'case-number-taken' }
