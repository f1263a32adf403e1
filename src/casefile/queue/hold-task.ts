import { z } from 'zod'
import { accept, type Refusal, type Result, refuse } from '#kernel'
import { type Actor, mayActAs, type RoleGrant } from '../actor.ts'
import type { CaseFile } from '../case-file.ts'
import type { CaseTask } from '../case-state.ts'
import { findOpenTask, mayDoTask } from '../may-do-task.ts'
import type { StaffMember } from '../staff.ts'
import { caseVerb, type VerbInput } from './verb.ts'

const Task = z.object({ taskId: z.string().min(1) })
const Hand = Task.extend({ to: z.string().min(1), reason: z.string().trim().min(2).max(500) })

const holds = (actor: Actor, task: CaseTask) => actor.kind === 'staff' && task.assignee?.staffId === actor.staffId
/** A manager of the case's unit and voltage class may hand work on without holding it. */
export const manages = (actor: Actor, file: CaseFile) =>
  mayActAs(actor, 'manager', file.state.profile.unitId, file.state.profile.voltageClass)

/** 认领: take an open task that nobody holds. Claiming what one holds already changes nothing. */
export const claimTask = caseVerb({
  name: 'claim-task',
  form: Task,
  decide({ file, form, actor, standards, today }) {
    const task = findOpenTask(file, form.taskId)
    if (!task.ok) return task
    if (actor.kind !== 'staff' || task.value.role === 'customer') return refuse({ code: 'no-right' })
    const allowed = mayDoTask(actor, file, { ...task.value, signers: [] }, standards, today)
    if (!allowed.ok) return allowed
    if (holds(actor, task.value)) return accept({ facts: [] })
    return accept({
      facts: [{ type: 'task-claimed', body: { taskId: form.taskId, staffId: actor.staffId, name: actor.name } }],
    })
  },
})

/** 释放: put a task back for the team. */
export const releaseTask = caseVerb({
  name: 'release-task',
  form: Task,
  decide({ file, form, actor }) {
    const task = findOpenTask(file, form.taskId)
    if (!task.ok) return task
    if (!holds(actor, task.value) && !manages(actor, file)) return notHolder(task.value)
    return accept({ facts: [{ type: 'task-released', body: { taskId: form.taskId } }] })
  },
})

/** 转办: hand the task to a colleague who has the role for it; the colleague answers for it from now on. */
export const transferTask = caseVerb({
  name: 'transfer-task',
  namesColleague: true,
  form: Hand,
  decide(input) {
    const found = findReceiver(input, { needsRole: true })
    if (!found.ok) return found
    const { to, reason, taskId } = input.form
    const body = { taskId, staffId: to, name: found.value.receiver.name, reason }
    return accept({ facts: [{ type: 'task-transferred', body }] })
  },
})

/** 委托: let a colleague do the task in one's name; who delegated stays named. */
export const delegateTask = caseVerb({
  name: 'delegate-task',
  namesColleague: true,
  form: Hand,
  decide(input) {
    const found = findReceiver(input, { needsRole: true })
    if (!found.ok) return found
    const { to, reason, taskId } = input.form
    const holder = found.value.task.assignee
    if (!holder) return refuse({ code: 'task-not-held' })
    const body = { taskId, staffId: to, name: found.value.receiver.name, reason, onBehalfOf: holder.staffId }
    return accept({ facts: [{ type: 'task-delegated', body }] })
  },
})

interface Receiving {
  readonly task: CaseTask
  readonly receiver: StaffMember
}

function findReceiver(
  { file, form, actor, staff, standards, today }: VerbInput<z.infer<typeof Hand>>,
  { needsRole }: { needsRole: boolean },
): Result<Receiving> {
  const task = findOpenTask(file, form.taskId)
  if (!task.ok) return task
  if (!holds(actor, task.value) && !manages(actor, file)) return notHolder(task.value)
  const receiver = staff.find((member) => member.staffId === form.to)
  if (!receiver?.active) return refuse({ code: 'no-such-colleague', data: { staffId: form.to } })
  if (receiver.staffId === task.value.assignee?.staffId)
    return refuse({ code: 'already-holds', data: { name: receiver.name } })
  if (needsRole) {
    const as: Actor = { kind: 'staff', companyId: file.companyId, ...receiver, grants: receiver.grants as RoleGrant[] }
    const { assignee: _, ...unheld } = task.value
    const allowed = mayDoTask(as, file, { ...unheld, signers: [] }, standards, today)
    if (!allowed.ok)
      return refuse({ code: 'colleague-may-not', data: { name: receiver.name, because: allowed.refusal.code } })
  }
  return accept({ task: task.value, receiver })
}

export function notHolder(task: CaseTask): { ok: false; refusal: Refusal } {
  return refuse(task.assignee ? { code: 'task-taken', data: { by: task.assignee.name } } : { code: 'task-not-held' })
}
