import { type CaseFile, findBody, type PublishedStandards, taskUseCase } from '#casefile'
import { approvedPlan } from '#journey/supply-plan'
import { accept, type Fault, type Json, type JsonObject, type PlainDate, refuse } from '#kernel'
import { type Firm, ReportCompletion } from './api.ts'
import { faultsOfFirm } from './rules/firm-faults.ts'
import { faultsOfPapers, papersMissing } from './rules/papers-missing.ts'
import { receivedFiles } from './rules/received-files.ts'

type Concealed = { readonly builder: Firm; readonly startedOn: string } & Record<string, never>

/** 竣工报验: what was really built, by whom, with drawings and test reports. Later papers are only listed. */
export const reportCompletion = taskUseCase<ReportCompletion>({
  name: 'report-completion',
  form: ReportCompletion,
  prefill(file) {
    const builder = findBody<Concealed>(file, 'concealed-works-reported')?.builder
    return builder ? ({ builder } as unknown as JsonObject) : {}
  },
  decide({ file, form, standards, today }) {
    const due = papersMissing(file, 'works', standards, today)
    if (!due.ok) return due
    if (due.value.length > 0) return refuse({ code: 'documents-missing', faults: faultsOfPapers(due.value) })
    const faults = faultsOf(file, form, today)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { counterVisit: _, ...reported } = form
    const body = { ...reported, ...capacityNote(file, form), missingPapers: stillMissing(file, form, standards, today) }
    const prefix = `completion-${file.version}`
    return accept({
      facts: [
        { type: 'completion-reported', body: body as unknown as JsonObject },
        ...receivedFiles('completion-drawings', '竣工图', `${prefix}-drawing`, form.asBuiltFiles),
        ...receivedFiles('test-reports', '电气试验报告', `${prefix}-test`, form.testReports),
      ],
    })
  },
})

function faultsOf(file: CaseFile, form: ReportCompletion, today: PlainDate): Fault[] {
  const faults = faultsOfFirm(form.builder, 'builder', today)
  const startedOn = findBody<Concealed>(file, 'concealed-works-reported')?.startedOn
  if (form.completedOn > today) faults.push({ path: 'completedOn', code: 'date-in-future', data: { today } })
  if (startedOn && form.completedOn < startedOn)
    faults.push({ path: 'completedOn', code: 'before-start', data: { startedOn } })
  if (form.wishedOn < today) faults.push({ path: 'wishedOn', code: 'date-in-past', data: { today } })
  if (file.state.profile.voltageClass === 'hv') {
    for (const path of ['asBuiltFiles', 'testReports', 'equipment'] as const) {
      if (form[path].length === 0) faults.push({ path, code: 'required' })
    }
  }
  for (const [index, { validUntil }] of form.electricians.entries()) {
    if (validUntil < today)
      faults.push({ path: `electricians.${index}.validUntil`, code: 'certificate-expired', data: { validUntil } })
  }
  return faults
}

/** Built capacity that differs from the approved one is not refused here; the inspector must see it. */
function capacityNote(file: CaseFile, form: ReportCompletion): Record<string, Json> {
  const builtKva = form.equipment.reduce((sum, row) => sum + (row.capacityKva ?? 0) * row.quantity, 0)
  const approvedKva = approvedPlan(file)?.approvedCapacityKva
  const isHigh = file.state.profile.voltageClass === 'hv'
  if (!isHigh || approvedKva === undefined || builtKva === approvedKva) return { flags: [] }
  return { flags: ['capacity-differs'], builtKva, approvedKva }
}

/** Papers needed before energising that are not there yet, beside those this report brings. */
function stillMissing(file: CaseFile, form: ReportCompletion, standards: PublishedStandards, today: PlainDate): Json {
  const missing = papersMissing(file, 'energise', standards, today)
  if (!missing.ok) return []
  const brought = new Set([
    ...(form.asBuiltFiles.length > 0 ? ['completion-drawings'] : []),
    ...(form.testReports.length > 0 ? ['test-reports'] : []),
  ])
  return missing.value
    .filter((entry) => !brought.has(entry.document))
    .map(({ document, nameZh, nameEn, neededBy }) => ({ document, nameZh, nameEn, neededBy }))
}
