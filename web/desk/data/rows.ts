import type { RoleGrant, StaffActor, StaffRole, VoltageClass } from '#casefile/actor'

/** Who is signed in, and the server's clock, by which every date of the desk is told. */
export interface Session {
  readonly actor: StaffActor | { readonly kind: 'customer'; readonly name: string } | null
  readonly now: string
}

/** One line of a work list: a row of the table `task`. Dates as `YYYY-MM-DD`, instants as ISO text. */
export interface InboxRow {
  readonly case_id: string
  readonly task_id: string
  readonly element_id: string
  readonly use_case: string
  readonly role: string
  readonly unit_id: string
  readonly voltage_class: VoltageClass
  readonly stage: string | null
  readonly assignee: string | null
  readonly candidates: readonly string[]
  readonly opened_at: string
  readonly clock_owner: string
  readonly due_on: string | null
  readonly kind: string
  readonly variant: string | null
  readonly case_number: string
  readonly customer_name: string
  readonly flags: readonly string[]
  readonly state: string
  /** Working days of the limit that falls due first; null: none. */
  readonly limit_days: number | null
  /** Used of them while the clock stands still; null while it runs. */
  readonly used_days: number | null
}

export interface InboxPageAnswer {
  readonly tasks: readonly InboxRow[]
  readonly next: string | null
}

export type InboxCounts = Readonly<
  Record<string, { readonly total: number; readonly late: number; readonly today: number }>
>

export interface CaseListRow {
  readonly caseId: string
  readonly caseNumber: string
  readonly status: string
  readonly kind: string
  readonly variant: string | null
  readonly stage: string | null
  readonly unitId: string
  readonly voltageClass: VoltageClass
  readonly customerName: string
  readonly address: string
  readonly capacityKva: number | null
  readonly accountManager: string | null
  readonly flags: readonly string[]
  readonly dueOn: string | null
  readonly openedAt: string
}

export interface CaseListAnswer {
  readonly cases: readonly CaseListRow[]
  readonly next: string | null
}

export interface Unit {
  readonly unitId: string
  readonly name: string
  readonly parentId: string | null
  readonly kind: string
}

export interface Colleague {
  readonly staffId: string
  readonly name: string
  readonly unitId: string
  readonly phone: string
  readonly active: boolean
  readonly absentUntil: string | null
  readonly coverStaffId: string | null
  readonly grants: readonly RoleGrant[]
  readonly openCases: number
  readonly openTasks: number
  readonly lateTasks: number
}

export interface People {
  readonly units: readonly Unit[]
  readonly staff: readonly Colleague[]
}

export interface Company {
  readonly name: string
  readonly units: readonly Unit[]
  readonly calendarYears: readonly number[]
  readonly today: string
  readonly isWorkingDay: boolean | 'undetermined'
}

export interface PersonLoad {
  readonly staffId: string
  readonly name: string
  readonly unitId: string
  readonly roles: readonly StaffRole[]
  readonly openTasks: number
  readonly lateTasks: number
  readonly openCases: number
  readonly absentUntil: string | null
  readonly coverStaffId: string | null
}

export interface Overview {
  readonly today: string
  readonly pressing: readonly InboxRow[]
  readonly stages: readonly {
    readonly stage: string | null
    readonly voltageClass: VoltageClass
    readonly cases: number
  }[]
  readonly statuses: readonly { readonly status: string; readonly cases: number }[]
  readonly people: readonly PersonLoad[]
  readonly caseLimitPerManager: number
  readonly missingCalendarYear: number
}

export interface StandardRow {
  readonly kind: StandardKind
  readonly name: string
  readonly version: number
  readonly contentHash: string
  readonly sourceNote: string
  readonly publishedAt: string
  readonly publishedBy: string
  readonly effectiveFrom: string
}

export type StandardKind = 'process' | 'decision' | 'calendar' | 'clause' | 'document' | 'table'

export interface CommandAnswer {
  readonly caseId: string
  readonly caseNumber: string
  readonly version: number
  readonly status: string
  readonly openTasks: readonly {
    readonly taskId: string
    readonly elementId: string
    readonly useCase: string
    readonly role: string
  }[]
}
