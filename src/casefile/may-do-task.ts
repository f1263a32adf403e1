import { accept, type PlainDate, type Refusal, type Result, refuse } from '#kernel'
import { type Actor, actorRef, mayActAs } from './actor.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseTask } from './case-state.ts'
import type { PublishedStandards } from './standards.ts'

/** Roles that may do a customer's task at the counter, with the cause of the visit recorded (S3). */
const counterRoles = ['clerk', 'account-manager'] as const

export function isCounterWork(actor: Actor, file: CaseFile, task: CaseTask): boolean {
  return task.role === 'customer' && holdsRoleFor(actor, file, counterRoles)
}

/** Does the person hold one of these roles for the case's unit and voltage class? */
export function holdsRoleFor(actor: Actor, file: CaseFile, roles: readonly string[]): boolean {
  const { unitId, voltageClass } = file.state.profile
  return roles.some((role) => mayActAs(actor, role, unitId, voltageClass))
}

/** May this person see the case at all? */
export function maySeeCase(actor: Actor, file: CaseFile): boolean {
  if (actor.companyId !== file.companyId) return false
  if (actor.kind === 'system') return true
  const { profile } = file.state
  if (actor.kind === 'customer') return actor.customerKey === profile.customerKey
  return actor.grants.some(
    (grant) =>
      (grant.unitId === null || grant.unitId === profile.unitId) && grant.voltageClasses.includes(profile.voltageClass),
  )
}

/** The open task, or why it cannot be worked on: not there, done by somebody before, or the case stands still. */
export function findOpenTask(file: CaseFile, taskId: string): Result<CaseTask> {
  const { state } = file
  const task = state.tasks.get(taskId)
  if (!task) {
    const done = state.completed.find((candidate) => candidate.taskId === taskId)
    return refuse(
      done
        ? { code: 'task-done', data: { by: nameOf(file, done.actor), at: done.completedAt } }
        : { code: 'task-not-open', data: { taskId } },
    )
  }
  if (state.status === 'suspended') return refuse({ code: 'case-suspended' })
  if (state.status !== 'open') return refuse({ code: 'case-ended', data: { status: state.status } })
  return accept(task)
}

/** The person's name as the case knows it; the reference itself where the case never named the person. */
export function nameOf(file: CaseFile, actor: string): string {
  const named = file.facts.findLast((fact) => fact.actor === actor && typeof fact.body.byName === 'string')
  return typeof named?.body.byName === 'string' ? named.body.byName : actor.slice(actor.indexOf(':') + 1)
}

/** Rights on a task: role, unit and voltage class, the one who holds it, countersigners, separated duties. */
export function mayDoTask(
  actor: Actor,
  file: CaseFile,
  task: CaseTask,
  standards: PublishedStandards,
  today: PlainDate,
): Result<undefined> {
  const refusal =
    roleRefusal(actor, file, task) ??
    holderRefusal(actor, task) ??
    signerRefusal(task) ??
    separationRefusal(actor, file, task.useCase, standards, today)
  return refusal ? refuse(refusal) : accept(undefined)
}

function roleRefusal(actor: Actor, file: CaseFile, task: CaseTask): Refusal | undefined {
  if (!maySeeCase(actor, file)) return { code: 'no-such-case' }
  const { profile } = file.state
  if (actor.kind === 'customer') {
    return task.role === 'customer' ? undefined : { code: 'no-right', data: { role: task.role } }
  }
  if (actor.kind === 'system' || isCounterWork(actor, file, task)) return undefined
  const holdsByDelegation = task.assignee?.staffId === actor.staffId && task.assignee.onBehalfOf !== undefined
  if (holdsByDelegation || mayActAs(actor, task.role, profile.unitId, profile.voltageClass)) return undefined
  return { code: 'no-right', data: { role: task.role, unit: profile.unitId, voltageClass: profile.voltageClass } }
}

function holderRefusal(actor: Actor, task: CaseTask): Refusal | undefined {
  if (actor.kind !== 'staff' || !task.assignee || task.assignee.staffId === actor.staffId) return undefined
  return { code: 'task-taken', data: { by: task.assignee.name } }
}

function signerRefusal(task: CaseTask): Refusal | undefined {
  const open = task.signers.filter((signer) => !signer.signed)
  if (open.length > 0) return { code: 'signers-open', data: { names: open.map((signer) => signer.name).join('、') } }
  const against = task.signers.filter((signer) => signer.signed?.agrees === false)
  if (against.length > 0) {
    return { code: 'signer-disagrees', data: { names: against.map((signer) => signer.name).join('、') } }
  }
  return undefined
}

/** Duties one person may not hold both in one case: rows of the table `separation-of-duties`, by step or verb. */
export function separationRefusal(
  actor: Actor,
  file: CaseFile,
  useCase: string,
  standards: PublishedStandards,
  today: PlainDate,
): Refusal | undefined {
  if (actor.kind !== 'staff') return undefined
  const rows = standards.decide('separation-of-duties', { useCase }, today)
  if (!rows.ok) throw new Error(`table separation-of-duties cannot be read: ${JSON.stringify(rows.refusal)}`)
  const apart = new Set(rows.value.map((row) => row.outputs.apartFrom))
  const me = actorRef(actor)
  const mine = file.state.completed.find((done) => !done.voided && done.actor === me && apart.has(done.useCase))
  return mine ? { code: 'duty-separated', data: { useCase, apartFrom: mine.useCase } } : undefined
}
