import { taskUseCase } from '#casefile'
import { accept, refuse } from '#kernel'
import { Energise } from './api.ts'
import { energisingGate } from './rules/energising-gate.ts'
import { findStep } from './rules/energising-steps.ts'
import { clockTime, faultsOfTime } from './rules/step-times.ts'

/** 送电: the supply is on; the whole-process clock ends here. Behind the safety gate, for everybody. */
export const energise = taskUseCase<Energise>({
  name: 'energise',
  form: Energise,
  gate: (file, standards, today) => energisingGate(file, standards, today, 'energise'),
  decide({ file, form, now }) {
    const faults = faultsOfTime('energisedAt', form.energisedAt, now, findStep(file, 'permit-energising'))
    if (form.operator === form.guardian) faults.push({ path: 'guardian', code: 'two-persons-needed' })
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { energisedAt, operator, guardian, switchingOrderNumber, note } = form
    const happenedAt = new Date(energisedAt).toISOString()
    const body = { energisedAt, operator, guardian, switchingOrderNumber, note }
    return accept({
      facts: [{ type: 'supply-switched-on', happenedAt, body }],
      supplyOn: true,
      notices: [{ template: 'supply-on', data: { at: clockTime(energisedAt) } }],
    })
  },
})
