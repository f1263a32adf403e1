import type { CaseWrite, OutboxRow, TaskRow, TimerRow } from './case-write.ts'

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
  const rowsText = <Row>(rowsOf: (write: CaseWrite) => readonly Row[]) => {
    const rows = writes.flatMap(rowsOf)
    return rows.length > 0 ? JSON.stringify(rows) : null
  }
  return [
    companyId,
    JSON.stringify(writes.map(headOf)),
    rowsText(({ caseId, facts }) => facts.map((fact) => factOf(caseId, fact))),
    rowsText(({ caseId, tasks }) => tasks.set.map((task) => taskOf(caseId, task))),
    rowsText((write) => goneTasks(write).map((task_id) => ({ case_id: write.caseId, task_id }))),
    rowsText(({ caseId, timers }) => timers.set.map((timer) => timerOf(caseId, timer))),
    rowsText((write) => goneTimers(write).map((timer_id) => ({ case_id: write.caseId, timer_id }))),
    rowsText(({ caseId, outbox, row }) => outbox.map((message) => messageOf(caseId, message, row.changedAt))),
  ]
}

/** What is taken away before rows are inserted: closed ones and, in a case that was there before, those set anew. */
function goneTasks({ expectedVersion, tasks }: CaseWrite): readonly string[] {
  return expectedVersion === 0 ? [] : [...new Set([...tasks.closed, ...tasks.set.map((task) => task.taskId)])]
}

function goneTimers({ expectedVersion, timers }: CaseWrite): readonly string[] {
  return expectedVersion === 0 ? [] : [...new Set([...timers.cleared, ...timers.set.map((timer) => timer.timerId)])]
}

function timerOf(case_id: string, { timerId, dueAt, kind, body }: TimerRow) {
  return { case_id, timer_id: timerId, due_at: dueAt, kind, body }
}

function messageOf(case_id: string, { outboxId, kind, body }: OutboxRow, recorded_at: string) {
  return { case_id, outbox_id: outboxId, kind, body, recorded_at }
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
