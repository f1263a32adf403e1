import { type CaseFile, type Outcome, taskUseCase } from '#casefile'
import { findExistingSupply, getApplication } from '#journey/acceptance'
import { accept, dateInShanghai, type Fault, type Json, type JsonObject, type PlainDate, refuse } from '#kernel'
import { SurveySite } from './api.ts'
import { flagsOfSurvey } from './rules/survey-flags.ts'
import { surveyRecord } from './rules/survey-record.ts'

/** 现场勘查 */
export const surveySite = taskUseCase<SurveySite>({
  name: 'survey-site',
  form: SurveySite,
  prefill: fromApplication,
  decide({ file, form, standards, today }) {
    const faults = faultsOf(file, form, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...survey } = form
    const { premise } = getApplication(file)
    const flags = flagsOfSurvey(form, premise, standards.setting('survey-location-tolerance-m', today))
    const approvedKva = form.approvedCapacityKva ?? form.approvedLoadKw
    return accept({
      facts: [{ type: 'site-surveyed', body: { ...survey, flags } as unknown as JsonObject }],
      variables: variablesOf(file, form),
      ...(approvedKva === undefined ? {} : { profile: { capacityKva: approvedKva } }),
      documents: [surveyRecord(file, form, flags, today)],
    } satisfies Outcome)
  },
})

/** What the application already says; the surveyor confirms or corrects it on site. */
function fromApplication(file: CaseFile, _standards: unknown, today: PlainDate): JsonObject {
  const { load } = getApplication(file)
  const isHigh = file.state.profile.voltageClass === 'hv'
  const manager = file.state.accountManager?.name
  return {
    surveyedOn: today,
    ...(manager ? { surveyors: [manager] } : {}),
    loadNature: load.loadNature ?? 'ordinary',
    phases: isHigh || load.isThreePhase ? 'three-phase' : 'single-phase',
    ownGenerator: load.ownGenerator ?? false,
    ownGeneratorKw: load.ownGeneratorKw ?? 0,
    securityLoadKw: load.securityLoadKw ?? 0,
    residentialCompound: file.state.variables.residentialCompound === true,
    ...wholeCapacity(file),
  }
}

/** Of an increase what is approved is the whole: the present supply and what is asked for beside it. */
function wholeCapacity(file: CaseFile): JsonObject {
  const existing = findExistingSupply(file)
  if (!existing) return {}
  const { load } = getApplication(file)
  return file.state.profile.voltageClass === 'hv'
    ? { approvedCapacityKva: existing.capacityKva + (load.requestedKva ?? load.requestedKw) }
    : { approvedLoadKw: existing.capacityKva + load.requestedKw }
}

function variablesOf(file: CaseFile, form: SurveySite): Record<string, Json> {
  const { importance } = file.state.variables
  const isNewlySuspected = form.importanceHint === 'suspected' && (importance === undefined || importance === 'none')
  return {
    customerWorks: form.customerWorks,
    gridWorks: form.gridWorks,
    ownGenerator: form.ownGenerator,
    // Found on site as well as asked for; what the application said is not taken back.
    ...(form.residentialCompound ? { residentialCompound: true } : {}),
    // The company only suspects; the grade is the government's to confirm.
    ...(isNewlySuspected ? { importance: 'suspected' } : {}),
  }
}

function faultsOf(file: CaseFile, form: SurveySite, today: PlainDate): Fault[] {
  const faults: Fault[] = []
  const { voltageClass } = file.state.profile
  if (form.surveyedOn > today) faults.push({ path: 'surveyedOn', code: 'date-in-future', data: { today } })
  const openedOn = dateInShanghai(new Date(file.state.openedAt))
  if (form.surveyedOn < openedOn) faults.push({ path: 'surveyedOn', code: 'before-application', data: { openedOn } })
  if (!form.canSupply && form.cannotSupplyReason.length < 2)
    faults.push({ path: 'cannotSupplyReason', code: 'reason-needed' })
  if (form.canSupply) {
    const field = voltageClass === 'hv' ? 'approvedCapacityKva' : 'approvedLoadKw'
    const approved = form[field]
    const existing = findExistingSupply(file)
    if (approved === undefined) faults.push({ path: field, code: 'required' })
    else if (existing && approved <= existing.capacityKva)
      faults.push({ path: field, code: 'not-more-than-present', data: { presentKva: existing.capacityKva } })
  }
  if (voltageClass === 'hv') {
    if (form.lineDistanceM === undefined) faults.push({ path: 'lineDistanceM', code: 'required' })
    if (form.phases !== 'three-phase') faults.push({ path: 'phases', code: 'three-phase-needed' })
  }
  if (form.ownGenerator && form.ownGeneratorKw <= 0) faults.push({ path: 'ownGeneratorKw', code: 'required' })
  return faults
}
