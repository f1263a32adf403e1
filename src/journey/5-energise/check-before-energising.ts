import { taskUseCase } from '#casefile'
import { accept, type Fault, refuse } from '#kernel'
import { CheckBeforeEnergising } from './api.ts'
import { findStep } from './rules/energising-steps.ts'
import { faultsOfTime } from './rules/step-times.ts'

const checks = ['groundingRemoved', 'switchesOpen', 'insulationGood', 'protectionSet', 'peopleClear'] as const

/** 送电前检查: two persons, every point good; what is not good is put right before the supply goes on. */
export const checkBeforeEnergising = taskUseCase<CheckBeforeEnergising>({
  name: 'check-before-energising',
  form: CheckBeforeEnergising,
  decide({ file, form, now }) {
    const earlier = findStep(file, 'tie-in')
    if (!earlier) return refuse({ code: 'not-tied-in' })
    const faults: Fault[] = [
      ...faultsOfTime('checkedAt', form.checkedAt, now, earlier),
      ...checks.filter((check) => !form[check]).map((check) => ({ path: check, code: 'check-not-good' })),
    ]
    if (form.firstChecker === form.secondChecker) faults.push({ path: 'secondChecker', code: 'two-persons-needed' })
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...check } = form
    const happenedAt = new Date(form.checkedAt).toISOString()
    return accept({ facts: [{ type: 'checked-before-energising', happenedAt, body: check }] })
  },
})
