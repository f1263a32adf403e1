import { type CaseFile, type Deciding, type Outcome, taskUseCase, type UseCase } from '#casefile'
import { accept, type JsonObject, type Result, refuse } from '#kernel'
import { InspectCompletion, InspectInterim } from './api.ts'
import { restate } from './rules/defects.ts'
import { inspectionSheetPaper } from './rules/inspection-papers.ts'
import { type InspectionSheet, inspectionFacts, inspectionSheetFor } from './rules/inspection-sheet.ts'
import { faultsOfInspection } from './rules/judge-inspection.ts'
import { type NamedDefect, rectificationNotice } from './rules/rectification-notice.ts'

type Inspecting = Deciding<InspectCompletion, undefined>

/**
 * An inspection passes when no defect is open: none found, every earlier one closed. The sheet is made each time; not passing
 * also makes the rectification notice and starts the customer's time.
 */
function inspect(kind: 'interim' | 'completion', { file, form, standards, today }: Inspecting): Result<Outcome> {
  const found = inspectionSheetFor(file, standards, today, kind)
  if (!found.ok) return found
  const sheet = found.value
  const faults = faultsOfInspection(form, sheet, file, today)
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  const defects = form.defects.map((defect, index) => ({ defectId: `${kind}-${sheet.round}-${index + 1}`, ...defect }))
  const open = [...restated(form, sheet), ...defects]
  const passed = open.length === 0
  const { counterVisit: _, ...inspection } = form
  const body = { ...inspection, inspection: kind, round: sheet.round, defects, passed, flags: flagsOf(form) }
  return accept({
    facts: [{ type: inspectionFacts[kind], body: body as unknown as JsonObject }],
    variables: kind === 'interim' ? { interimPassed: passed } : { inspectionPassed: passed },
    documents: [
      inspectionSheetPaper(file, form, sheet, passed, today),
      ...(passed ? [] : [rectificationNotice(file, open, sheet, form, today)]),
    ],
    notices: [{ template: passed ? 'inspection-passed' : 'rectification-needed', data: { kind, count: open.length } }],
  })
}

function restated(form: InspectCompletion, sheet: InspectionSheet): readonly NamedDefect[] {
  return form.earlierDefects.flatMap((earlier) => {
    const defect = sheet.earlierDefects.find((entry) => entry.defectId === earlier.defectId)
    return defect && !earlier.closed ? [restate(defect, earlier)] : []
  })
}

/** A visit without position and picture is accepted but shows. */
function flagsOf({ location, photos }: InspectCompletion): string[] {
  return [...(location ? [] : ['no-location']), ...(photos.length > 0 ? [] : ['no-photos'])]
}

const prefill =
  (kind: 'interim' | 'completion'): NonNullable<UseCase['prefill']> =>
  (file: CaseFile, standards, today) => {
    const sheet = inspectionSheetFor(file, standards, today, kind)
    return sheet.ok ? ({ ...sheet.value, inspectedOn: today } as unknown as JsonObject) : {}
  }

/** 中间检查 */
export const inspectInterim = taskUseCase<InspectInterim>({
  name: 'inspect-interim',
  form: InspectInterim,
  prefill: prefill('interim'),
  decide: (input) => inspect('interim', input),
})

/** 竣工检验 */
export const inspectCompletion = taskUseCase<InspectCompletion>({
  name: 'inspect-completion',
  form: InspectCompletion,
  prefill: prefill('completion'),
  decide: (input) => inspect('completion', input),
})
