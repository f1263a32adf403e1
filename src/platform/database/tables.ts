import type { ColumnType, Generated } from 'kysely'

/** A `bytea` column: read and written as a Buffer. */
type Bytes = Buffer
/** A `timestamptz` column: read as an ISO instant in UTC with milliseconds, written as the same. */
type InstantColumn = ColumnType<string, string | Date, string | Date>
/** A `date` column: `2026-03-02`. */
type DateColumn = string

export interface CompanyTable {
  company_id: string
  name: string
  code: string
  province: string | null
  opened_at: Generated<InstantColumn>
}

export interface UnitTable {
  company_id: string
  unit_id: string
  name: string
  parent_id: string | null
  kind: string
}

export interface StaffTable {
  company_id: string
  staff_id: string
  name: string
  unit_id: string
  phone: string | null
  active: Generated<boolean>
  absent_until: DateColumn | null
  cover_staff_id: string | null
}

export interface StaffRoleTable {
  company_id: string
  staff_id: string
  role: string
  unit_id: string | null
  voltage_classes: string[]
}

export interface FactTable {
  company_id: string
  case_id: string
  seq: number
  type: string
  happened_at: InstantColumn
  recorded_at: InstantColumn
  actor: string
  command_id: string
  body: string
  prev_hash: Bytes
  hash: Bytes
  written_in: number
}

export interface CaseFileTable {
  company_id: string
  case_id: string
  case_number: string
  version: number
  head_hash: Bytes
  status: string
  kind: string
  variant: string | null
  process_name: string | null
  process_version: number | null
  stage: string | null
  unit_id: string
  voltage_class: string
  customer_name: string
  customer_key: string | null
  address: string
  capacity_kva: number | null
  account_manager: string | null
  flags: string[]
  tokens: string
  due_on: DateColumn | null
  opened_at: InstantColumn
  changed_at: InstantColumn
  search: string
}

export interface TaskTable {
  company_id: string
  case_id: string
  task_id: string
  element_id: string
  use_case: string
  role: string
  unit_id: string
  voltage_class: string
  stage: string | null
  assignee: string | null
  candidates: string[]
  opened_at: InstantColumn
  clock_owner: string
  due_on: DateColumn | null
  urgency: number
  place: string
  kind: string
  variant: string | null
  case_number: string
  customer_name: string
  flags: string[]
  state: 'open' | 'waiting'
  limit_days: number | null
  used_days: number | null
}

export interface TimerTable {
  company_id: string
  timer_id: string
  case_id: string
  due_at: InstantColumn
  kind: string
  body: string
}

export interface OutboxTable {
  company_id: string
  outbox_id: string
  case_id: string
  kind: string
  body: string
  recorded_at: InstantColumn
}

export interface CommandTable {
  company_id: string
  command_id: string
  case_id: string
  body_hash: string
  answer: string
  recorded_at: InstantColumn
}

export interface CaseSearchTable {
  company_id: string
  case_id: string
  text: string
}

export interface StandardVersionTable {
  company_id: string
  kind: string
  name: string
  version: number
  content_hash: string
  content: string
  source_note: string
  published_at: InstantColumn
  effective_from: DateColumn
  published_by: string
}

export interface FileTable {
  company_id: string
  sha256: string
  media_type: string
  bytes: number
  name: string
  width_px: number | null
  height_px: number | null
  stored_by: string
  stored_at: InstantColumn
}

/** The tables of migrations 0001 to 0009. A room adds its own with `tx.withTables<RoomTables>()`. */
export interface Tables {
  company: CompanyTable
  unit: UnitTable
  staff: StaffTable
  staff_role: StaffRoleTable
  fact: FactTable
  case_file: CaseFileTable
  task: TaskTable
  timer: TimerTable
  outbox: OutboxTable
  command: CommandTable
  case_search: CaseSearchTable
  standard_version: StandardVersionTable
  file: FileTable
}
