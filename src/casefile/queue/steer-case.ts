import { z } from 'zod'
import { accept, refuse } from '#kernel'
import { migrate } from '#process'
import { holdsRole, mayActAs } from '../actor.ts'
import { maySeeCase } from '../may-do-task.ts'
import { manages } from './hold-task.ts'
import { graphOf } from './send-back.ts'
import { caseVerb } from './verb.ts'

const Reason = z.string().trim().min(2).max(1000)

/** 催办: the customer or a colleague asks for an open step to be done; once per task within the interval of `notice-settings`. */
export const urgeTask = caseVerb({
  name: 'urge-task',
  form: z.object({ taskId: z.string().min(1), note: z.string().trim().max(500).default('') }),
  decide({ file, form, actor, standards, today, now }) {
    if (!maySeeCase(actor, file)) return refuse({ code: 'no-such-case' })
    const task = file.state.tasks.get(form.taskId)
    if (!task) return refuse({ code: 'task-not-open', data: { taskId: form.taskId } })
    const intervalHours = standards.setting('urge-interval-hours', today)
    const last = file.facts.findLast((fact) => fact.type === 'task-urged' && fact.body.taskId === form.taskId)
    if (last && now.getTime() - Date.parse(last.recordedAt) < intervalHours * 3_600_000) {
      return refuse({ code: 'urged-recently', data: { hours: intervalHours } })
    }
    return accept({ facts: [{ type: 'task-urged', body: { taskId: form.taskId, note: form.note } }] })
  },
})

/** 绿色通道: own limits, own owner; with the reason and who granted it. It never passes a safety gate. */
export const grantGreenChannel = caseVerb({
  name: 'grant-green-channel',
  namesColleague: true,
  form: z.object({ reason: Reason, owner: z.string().min(1), basis: z.string().trim().max(500).default('') }),
  decide({ file, form, actor, staff }) {
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    if (file.state.status !== 'open') return refuse({ code: 'case-ended' })
    if (file.state.greenChannel) return refuse({ code: 'already-green' })
    const owner = staff.find((member) => member.staffId === form.owner)
    if (!owner?.active) return refuse({ code: 'no-such-colleague', data: { staffId: form.owner } })
    const grantedBy = actor.kind === 'staff' ? actor.name : ''
    return accept({
      facts: [{ type: 'green-channel-granted', body: { ...form, ownerName: owner.name, grantedBy } }],
      variables: { greenChannel: true },
    })
  },
})

/** One-to-one service: name another account manager, with the reason. */
export const assignAccountManager = caseVerb({
  name: 'assign-account-manager',
  namesColleague: true,
  form: z.object({ staffId: z.string().min(1), reason: Reason }),
  decide({ file, form, actor, staff }) {
    if (!manages(actor, file)) return refuse({ code: 'no-right', data: { role: 'manager' } })
    const member = staff.find((candidate) => candidate.staffId === form.staffId)
    const { unitId, voltageClass } = file.state.profile
    const able =
      member &&
      mayActAs({ kind: 'staff', companyId: file.companyId, ...member }, 'account-manager', unitId, voltageClass)
    if (!member?.active || !able) return refuse({ code: 'no-such-colleague', data: { staffId: form.staffId } })
    return accept({
      facts: [
        { type: 'account-manager-assigned', body: { staffId: member.staffId, name: member.name, reason: form.reason } },
      ],
    })
  },
})

/** Move a running case to another published version of its process: recorded, and only when every open step exists there. */
export const migrateCase = caseVerb({
  name: 'migrate-case',
  form: z.object({ toVersion: z.number().int().positive(), reason: Reason }),
  decide({ file, form, actor, standards }) {
    if (!holdsRole(actor, 'administrator')) return refuse({ code: 'no-right', data: { role: 'administrator' } })
    const running = file.state.process
    if (!running || !file.tokens) return refuse({ code: 'case-not-running' })
    const target = standards.processVersion(running.name, form.toVersion)
    if (!target) return refuse({ code: 'no-such-version', data: { version: form.toVersion } })
    const moved = migrate(graphOf(file, standards), target.graph, file.tokens)
    if (!moved.ok) return moved
    return accept({
      move: moved.value,
      onProcess: { name: running.name, version: form.toVersion },
      facts: [
        {
          type: 'process-migrated',
          body: { process: running.name, fromVersion: running.version, toVersion: form.toVersion, reason: form.reason },
        },
      ],
    })
  },
})

/** 沟通: a line in the conversation between the customer and the account manager. */
export const postMessage = caseVerb({
  name: 'post-message',
  form: z.object({ text: z.string().trim().min(1).max(2000), about: z.string().max(100).optional() }),
  decide({ file, form, actor }) {
    if (!maySeeCase(actor, file)) return refuse({ code: 'no-such-case' })
    const from = actor.kind === 'customer' ? 'customer' : 'company'
    const name = actor.name
    return accept({
      facts: [
        {
          type: 'message-posted',
          body: { from, byName: name, text: form.text, ...(form.about ? { about: form.about } : {}) },
        },
      ],
    })
  },
})

/** A visit to the counter, with its cause (S3). */
export const recordCounterVisit = caseVerb({
  name: 'record-counter-visit',
  form: z.object({ cause: Reason }),
  decide({ file, form, actor }) {
    if (actor.kind !== 'staff' || !maySeeCase(actor, file)) return refuse({ code: 'no-right' })
    return accept({ facts: [{ type: 'counter-visited', body: { cause: form.cause } }] })
  },
})

/** A correction keeps the old value, its reason and who made it; it changes what lists show from now on. */
export const correctProfile = caseVerb({
  name: 'correct-profile',
  form: z.object({
    field: z.enum(['customerName', 'address', 'capacityKva', 'unitId']),
    value: z.union([z.string().trim().min(1).max(200), z.number().positive()]),
    reason: Reason,
  }),
  decide({ file, form, actor }) {
    if (!holdsRole(actor, 'account-manager') && !manages(actor, file)) return refuse({ code: 'no-right' })
    const isNumber = form.field === 'capacityKva'
    if (isNumber !== (typeof form.value === 'number')) {
      return refuse({
        code: 'faulty-input',
        faults: [{ path: 'value', code: isNumber ? 'number-needed' : 'text-needed' }],
      })
    }
    const oldValue = file.state.profile[form.field]
    return accept({
      facts: [
        { type: 'value-corrected', body: { field: form.field, oldValue, newValue: form.value, reason: form.reason } },
      ],
      profile: { [form.field]: form.value },
    })
  },
})
