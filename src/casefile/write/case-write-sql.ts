import type { CaseWrite, FactRow, OutboxRow, TaskRow } from './case-write.ts'

/** The one statement of the one write; arguments from `writeArguments`. */
export const appendStatement = {
  name: 'append_case_writes',
  text: 'select append_case_writes($1, $2, $3, $4, $5) as outcomes',
} as const

/**
 * Arguments of `append_case_writes` for writes of different cases of one company: company, writes, tasks, timers,
 * messages. Every kind of row of all writes goes in one JSON text, null where there is none, so that the function skips it.
 */
export function writeArguments(
  companyId: string,
  writes: readonly CaseWrite[],
): readonly [string, string, string | null, string | null, string | null] {
  const rowsText = <Row>(rowsOf: (write: CaseWrite) => readonly Row[]) => {
    const rows = writes.flatMap(rowsOf)
    return rows.length > 0 ? JSON.stringify(rows) : null
  }
  return [
    companyId,
    JSON.stringify(writes.map(headOf)),
    rowsText(({ caseId, tasks }) => tasks.set.map((task) => taskOf(caseId, task))),
    rowsText((write) => (write.timers.set.length > 0 ? [timersOf(write)] : [])),
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

/** Timers of one case, column by column. */
function timersOf({ caseId, timers }: CaseWrite) {
  return {
    case_id: caseId,
    timer_ids: timers.set.map((timer) => timer.timerId),
    due_ats: timers.set.map((timer) => timer.dueAt),
    kinds: timers.set.map((timer) => timer.kind),
    bodies: timers.set.map((timer) => timer.body),
  }
}

/** Facts of one command, column by column; what they share (actor, command, instant) is in the head. */
function factsOf(facts: readonly FactRow[]) {
  return {
    fact_count: facts.length,
    prev_hash: facts[0]?.prevHash,
    fact_types: facts.map((fact) => fact.type),
    fact_bodies: facts.map((fact) => fact.body),
    fact_hashes: facts.map((fact) => fact.hash),
    happened_at: facts.some((fact) => fact.happenedAt !== fact.recordedAt)
      ? facts.map((fact) => fact.happenedAt)
      : null,
  }
}

function messageOf(case_id: string, { outboxId, kind, body }: OutboxRow, recorded_at: string) {
  return { case_id, outbox_id: outboxId, kind, body, recorded_at }
}

function headOf(write: CaseWrite) {
  const { caseId, commandId, bodyHash, answer, facts, row } = write
  return {
    case_id: caseId,
    command_id: commandId,
    body_hash: bodyHash,
    answer,
    actor: facts[0]?.actor,
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
    ...factsOf(facts),
    closed_tasks: goneTasks(write),
    cleared_timers: goneTimers(write),
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
    limit_days: task.limitDays,
    used_days: task.usedDays,
  }
}

/** Where a task stands in every list: urgency, then due date (none: last), then when it was opened. Sorts as text. */
export function placeOf({ urgency, dueOn, openedAt }: Pick<TaskRow, 'urgency' | 'dueOn' | 'openedAt'>): string {
  if (!Number.isInteger(urgency) || urgency < 0 || urgency > 9) throw new RangeError('urgency is 0 to 9')
  return `${urgency} ${dueOn ?? '9999-12-31'} ${openedAt}`
}
