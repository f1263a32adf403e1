import type { CaseWrite, TaskRow } from './case-write.ts'

/** The one statement of the one write; arguments from `writeArguments`. */
export const appendStatement = {
  name: 'append_case_writes',
  text: 'select append_case_writes($1, $2, $3, $4, $5, $6, $7, $8) as outcomes',
} as const

/**
 * Arguments of `append_case_writes` for writes of different cases of one company: every kind of row of all of them in
 * one JSON text each, null where there is none, so that the function skips it.
 */
export function writeArguments(companyId: string, writes: readonly CaseWrite[]): (string | null)[] {
  return [
    companyId,
    JSON.stringify(writes.map(headOf)),
    rowsText(writes, (write) => write.facts, factOf),
    rowsText(writes, (write) => write.tasks.set, taskOf),
    rowsText(
      writes,
      (write) => write.tasks.closed,
      (case_id, task_id) => ({ case_id, task_id }),
    ),
    rowsText(
      writes,
      (write) => write.timers.set,
      (case_id, { timerId, dueAt, kind, body }) => ({
        case_id,
        timer_id: timerId,
        due_at: dueAt,
        kind,
        body,
      }),
    ),
    rowsText(
      writes,
      (write) => write.timers.cleared,
      (case_id, timer_id) => ({ case_id, timer_id }),
    ),
    rowsText(
      writes,
      (write) => write.outbox,
      (case_id, { outboxId, kind, body }, { row }) => ({
        case_id,
        outbox_id: outboxId,
        kind,
        body,
        recorded_at: row.changedAt,
      }),
    ),
  ]
}

function rowsText<Row>(
  writes: readonly CaseWrite[],
  rowsOf: (write: CaseWrite) => readonly Row[],
  columnsOf: (caseId: string, row: Row, write: CaseWrite) => object,
): string | null {
  const rows = writes.flatMap((write) => rowsOf(write).map((row) => columnsOf(write.caseId, row, write)))
  return rows.length > 0 ? JSON.stringify(rows) : null
}

function headOf({ caseId, commandId, bodyHash, answer, facts, row }: CaseWrite) {
  return {
    case_id: caseId,
    command_id: commandId,
    body_hash: bodyHash,
    answer,
    fact_count: facts.length,
    case_number: row.caseNumber,
    version: row.version,
    head_hash: row.headHash,
    status: row.status,
    kind: row.kind,
    variant: row.variant,
    process_name: row.processName,
    process_version: row.processVersion,
    stage: row.stage,
    unit_id: row.unitId,
    voltage_class: row.voltageClass,
    customer_name: row.customerName,
    customer_key: row.customerKey,
    address: row.address,
    capacity_kva: row.capacityKva,
    account_manager: row.accountManager,
    flags: row.flags,
    tokens: row.tokens,
    due_on: row.dueOn,
    opened_at: row.openedAt,
    changed_at: row.changedAt,
    search: row.search,
  }
}

function factOf(case_id: string, fact: CaseWrite['facts'][number]) {
  return {
    case_id,
    seq: fact.seq,
    type: fact.type,
    happened_at: fact.happenedAt,
    recorded_at: fact.recordedAt,
    actor: fact.actor,
    command_id: fact.commandId,
    body: fact.body,
    prev_hash: fact.prevHash,
    hash: fact.hash,
  }
}

function taskOf(case_id: string, task: TaskRow) {
  return {
    case_id,
    task_id: task.taskId,
    element_id: task.elementId,
    use_case: task.useCase,
    role: task.role,
    unit_id: task.unitId,
    voltage_class: task.voltageClass,
    stage: task.stage,
    assignee: task.assignee,
    candidates: task.candidates,
    opened_at: task.openedAt,
    clock_owner: task.clockOwner,
    due_on: task.dueOn,
    urgency: task.urgency,
    place: placeOf(task),
    kind: task.kind,
    variant: task.variant,
    case_number: task.caseNumber,
    customer_name: task.customerName,
    flags: task.flags,
    state: task.state,
  }
}

/** Where a task stands in every list: urgency, then due date (none: last), then when it was opened. Sorts as text. */
export function placeOf({ urgency, dueOn, openedAt }: Pick<TaskRow, 'urgency' | 'dueOn' | 'openedAt'>): string {
  if (!Number.isInteger(urgency) || urgency < 0 || urgency > 9) throw new RangeError('urgency is 0 to 9')
  return `${urgency} ${dueOn ?? '9999-12-31'} ${openedAt}`
}
