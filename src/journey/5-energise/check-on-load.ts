import { type CaseFile, taskUseCase } from '#casefile'
import { approvedPlan } from '#journey/supply-plan'
import { accept, type Fault, type JsonObject, refuse } from '#kernel'
import { CheckOnLoad } from './api.ts'
import { findStep } from './rules/energising-steps.ts'
import { faultsOfTime } from './rules/step-times.ts'

/** 核相与带负荷检查: with two sources or more the phases are compared before anything is changed over. */
export const checkOnLoad = taskUseCase<CheckOnLoad>({
  name: 'check-on-load',
  form: CheckOnLoad,
  decide({ file, form, now }) {
    const earlier = findStep(file, 'energise')
    if (!earlier) return refuse({ code: 'supply-not-on' })
    const faults = faultsOfTime('checkedAt', form.checkedAt, now, earlier)
    if (!form.phaseRotationRight) faults.push({ path: 'phaseRotationRight', code: 'check-not-good' })
    if (!form.meterRunsRight) faults.push({ path: 'meterRunsRight', code: 'check-not-good' })
    faults.push(...faultsOfPhasing(form, now, sourcesOf(file)))
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...check } = form
    const happenedAt = new Date(form.checkedAt).toISOString()
    return accept({ facts: [{ type: 'checked-on-load', happenedAt, body: check as JsonObject }] })
  },
})

const sourcesOf = (file: CaseFile): number =>
  Math.max(approvedPlan(file)?.sources.length ?? 1, Number(file.state.variables.sources ?? 1))

function faultsOfPhasing(form: CheckOnLoad, now: Date, sources: number): Fault[] {
  const { phasedAt, changedOverAt, checkedAt, phasesMatch } = form
  const faults: Fault[] = []
  const needed = sources > 1 || changedOverAt !== undefined
  if (needed && !phasedAt) faults.push({ path: 'phasedAt', code: 'phasing-needed', data: { sources } })
  if (needed && !phasesMatch) faults.push({ path: 'phasesMatch', code: 'check-not-good' })
  if (phasedAt && Date.parse(phasedAt) > Date.parse(checkedAt))
    faults.push({ path: 'phasedAt', code: 'after-the-check' })
  if (changedOverAt) {
    faults.push(...faultsOfTime('changedOverAt', changedOverAt, now))
    if (!phasedAt || Date.parse(changedOverAt) < Date.parse(phasedAt)) {
      faults.push({ path: 'changedOverAt', code: 'changed-over-before-phasing' })
    }
  }
  return faults
}
