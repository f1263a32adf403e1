import { hash } from 'node:crypto'
import { actorRef } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import type { Command, CommandAnswer } from './command.ts'
import type { Fact, NewFact } from './fact.ts'
import type { Outcome } from './use-case.ts'
import { canonicalJson, type FactRow, hashFact, type OutboxRow, uuidOf } from './write/index.ts'

/** Facts as they are stored: numbered on, chained to the case's head, under the name of who did it. */
export function factRows(file: CaseFile, facts: readonly NewFact[], command: Command, now: Date): FactRow[] {
  const recordedAt = now.toISOString()
  let prevHash = file.headHash
  return facts.map((fact, index) => {
    const named = command.actor.kind === 'system' ? fact.body : { ...fact.body, byName: command.actor.name }
    const row = {
      seq: file.version + index + 1,
      type: fact.type,
      happenedAt: fact.happenedAt ?? recordedAt,
      recordedAt,
      actor: actorRef(command.actor),
      commandId: command.commandId,
      body: canonicalJson(named as never),
      prevHash,
    }
    prevHash = hashFact(file.companyId, file.caseId, row)
    return { ...row, hash: prevHash }
  })
}

export function factOf(row: Omit<FactRow, 'prevHash' | 'hash'>): Fact {
  return {
    seq: row.seq,
    type: row.type,
    happenedAt: row.happenedAt,
    recordedAt: row.recordedAt,
    actor: row.actor,
    commandId: row.commandId,
    body: JSON.parse(row.body),
  }
}

/** Hash of what a command asks for and who asks: the same id with another body, or from somebody else, is refused. */
export function hashBody(name: string, { actor, form }: Pick<Command, 'actor' | 'form'>): string {
  return hash('sha256', `${actorRef(actor)} ${name}\n${canonicalJson((form ?? null) as never)}`, 'hex')
}

export function answerOf(file: CaseFile): CommandAnswer {
  return {
    caseId: file.caseId,
    caseNumber: file.state.profile.caseNumber,
    version: file.version,
    status: file.state.status,
    openTasks: [...file.state.tasks.values()].map(({ taskId, elementId, useCase, role }) => ({
      taskId,
      elementId,
      useCase,
      role,
    })),
  }
}

/** Rows to set and rows that are gone, between two projections. */
export function changes<Row, Gone extends string>(
  before: readonly Row[],
  after: readonly Row[],
  key: (row: Row) => string,
  gone: Gone,
): { set: Row[] } & Record<Gone, string[]> {
  if (isSameList(before, after)) return { set: [], [gone]: [] as string[] } as { set: Row[] } & Record<Gone, string[]>
  const old = new Map(before.map((row) => [key(row), row]))
  const kept = new Set(after.map(key))
  const set = after.filter((row) => !isSameRow(old.get(key(row)), row))
  return { set, [gone]: [...old.keys()].filter((id) => !kept.has(id)) } as { set: Row[] } & Record<Gone, string[]>
}

/** Rows that were not made anew are the same objects: the timers of most commands. */
function isSameList<Row>(before: readonly Row[], after: readonly Row[]): boolean {
  return before.length === after.length && after.every((row, index) => row === before[index])
}

function isSameRow<Row>(before: Row | undefined, after: Row): boolean {
  return before === after || (before !== undefined && JSON.stringify(before) === JSON.stringify(after))
}

/** Messages of a command, each under an id made of the command and its place, so that a repeat makes no second one. */
export function outboxOf(file: CaseFile, outcome: Outcome, commandId: string): OutboxRow[] {
  const { profile } = file.state
  const about = { caseId: file.caseId, caseNumber: profile.caseNumber, customerName: profile.customerName }
  const customer = (outcome.notices ?? []).map((notice) => ({
    kind: 'customer-notice',
    body: { ...about, customerKey: profile.customerKey, template: notice.template, data: notice.data },
  }))
  const staff = (outcome.staffNotices ?? []).map((notice) => ({
    kind: 'staff-notice',
    body: {
      ...about,
      unitId: profile.unitId,
      voltageClass: profile.voltageClass,
      to: notice.to,
      template: notice.template,
      data: notice.data,
    },
  }))
  const notices = [...customer, ...staff].map(({ kind, body }, index) => ({
    outboxId: uuidOf(`${file.companyId}/${commandId}/${kind}/${index}`),
    kind,
    body: canonicalJson(body as never),
  }))
  const handOvers = (outcome.handOvers ?? []).map(({ kind, body }) => ({
    outboxId: handOverId(file.companyId, commandId, kind),
    kind,
    body: canonicalJson({ ...about, record: body } as never),
  }))
  return [...notices, ...handOvers]
}

/** The message id of a hand-over: one of a kind for each command, so that a confirmation finds the fact it belongs to. */
export const handOverId = (companyId: string, commandId: string, kind: string): string =>
  uuidOf(`${companyId}/${commandId}/hand-over/${kind}`)
