import { taskUseCase } from '#casefile'
import { accept, refuse } from '#kernel'
import { PermitEnergising } from './api.ts'
import { energisingGate } from './rules/energising-gate.ts'
import { findStep } from './rules/energising-steps.ts'
import { faultsOfTime } from './rules/step-times.ts'

/** 调度许可送电: given by one, received by another, under an order number; behind the safety gate. */
export const permitEnergising = taskUseCase<PermitEnergising>({
  name: 'permit-energising',
  form: PermitEnergising,
  gate: (file, standards, today) => energisingGate(file, standards, today, 'permit-energising'),
  decide({ file, form, now }) {
    const faults = faultsOfTime('permittedAt', form.permittedAt, now, findStep(file, 'check-before-energising'))
    if (form.permittedBy === form.receivedBy) faults.push({ path: 'receivedBy', code: 'two-persons-needed' })
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { permittedAt, permittedBy, receivedBy, orderNumber, note } = form
    const happenedAt = new Date(permittedAt).toISOString()
    const body = { permittedAt, permittedBy, receivedBy, orderNumber, note }
    return accept({ facts: [{ type: 'energising-permitted', happenedAt, body }] })
  },
})
