import { z } from 'zod'
import { accept, refuse } from '#kernel'
import { findOpenTask, maySeeCase } from '../may-do-task.ts'
import { manages, notHolder } from './hold-task.ts'
import { caseVerb } from './verb.ts'

const AddSigner = z.object({
  taskId: z.string().min(1),
  staffId: z.string().min(1),
  reason: z.string().trim().min(2).max(500),
})

/** 加签: a further colleague must agree before the task can be completed. */
export const addSigner = caseVerb({
  name: 'add-signer',
  namesColleague: true,
  form: AddSigner,
  decide({ file, form, actor, staff }) {
    const task = findOpenTask(file, form.taskId)
    if (!task.ok) return task
    const isHolder = actor.kind === 'staff' && task.value.assignee?.staffId === actor.staffId
    if (!isHolder && !manages(actor, file)) return notHolder(task.value)
    const signer = staff.find((member) => member.staffId === form.staffId)
    if (!signer?.active) return refuse({ code: 'no-such-colleague', data: { staffId: form.staffId } })
    if (signer.staffId === task.value.assignee?.staffId) return refuse({ code: 'signer-is-holder' })
    if (task.value.signers.some((other) => other.staffId === signer.staffId)) return refuse({ code: 'already-signer' })
    const body = { taskId: form.taskId, staffId: signer.staffId, name: signer.name, reason: form.reason }
    return accept({ facts: [{ type: 'signer-added', body }] })
  },
})

/** 减签: withdraw the request while the colleague has not signed. */
export const removeSigner = caseVerb({
  name: 'remove-signer',
  form: AddSigner,
  decide({ file, form, actor }) {
    const task = findOpenTask(file, form.taskId)
    if (!task.ok) return task
    const isHolder = actor.kind === 'staff' && task.value.assignee?.staffId === actor.staffId
    if (!isHolder && !manages(actor, file)) return notHolder(task.value)
    const signer = task.value.signers.find((other) => other.staffId === form.staffId)
    if (!signer) return refuse({ code: 'not-a-signer' })
    if (signer.signed?.agrees) return refuse({ code: 'signer-signed', data: { name: signer.name } })
    const body = { taskId: form.taskId, staffId: form.staffId, reason: form.reason }
    return accept({ facts: [{ type: 'signer-removed', body }] })
  },
})

/** 会签: agree to a task one was asked to countersign, or say why not. */
export const signTask = caseVerb({
  name: 'sign-task',
  form: z.object({
    taskId: z.string().min(1),
    agrees: z.boolean(),
    opinion: z.string().trim().min(1).max(1000),
  }),
  decide({ file, form, actor }) {
    const task = findOpenTask(file, form.taskId)
    if (!task.ok) return task
    if (!maySeeCase(actor, file) || actor.kind !== 'staff') return refuse({ code: 'no-right' })
    const signer = task.value.signers.find((other) => other.staffId === actor.staffId)
    if (!signer) return refuse({ code: 'not-a-signer' })
    if (signer.signed) return refuse({ code: 'signer-signed', data: { name: signer.name } })
    const body = { taskId: form.taskId, staffId: actor.staffId, agrees: form.agrees, opinion: form.opinion }
    return accept({ facts: [{ type: 'signer-signed', body }] })
  },
})
