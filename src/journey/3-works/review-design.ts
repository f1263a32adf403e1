import { findBody, taskUseCase } from '#casefile'
import { accept, type Fault, type JsonObject, refuse } from '#kernel'
import { type Firm, ReviewDesign } from './api.ts'
import { designOpinion } from './rules/design-opinion.ts'
import { faultsOfItems } from './rules/faults-of-items.ts'
import { type InspectionSheet, inspectionSheetFor } from './rules/inspection-sheet.ts'

type Submission = { readonly version: number; readonly designer: Firm } & Record<string, never>

/** 设计文件审核: item by item; what fails is said with its finding, and what does not fail cannot hold the drawings up. */
export const reviewDesign = taskUseCase<ReviewDesign>({
  name: 'review-design',
  form: ReviewDesign,
  prefill(file, standards, today) {
    const sheet = inspectionSheetFor(file, standards, today, 'design-review')
    const submission = findBody<Submission>(file, 'design-files-submitted')
    return sheet.ok ? ({ ...sheet.value, submission: submission ?? null } as unknown as JsonObject) : {}
  },
  decide({ file, form, standards, today }) {
    const submission = findBody<Submission>(file, 'design-files-submitted')
    if (!submission) return refuse({ code: 'no-design-files' })
    const sheet = inspectionSheetFor(file, standards, today, 'design-review')
    if (!sheet.ok) return sheet
    const faults = faultsOf(form, sheet.value)
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const { items, designPassed, opinion } = form
    return accept({
      facts: [
        {
          type: 'design-reviewed',
          body: { version: submission.version, items, designPassed, opinion } as unknown as JsonObject,
        },
      ],
      variables: { designPassed },
      documents: [designOpinion(file, form, sheet.value, submission, today)],
      notices: [
        { template: designPassed ? 'design-passed' : 'design-sent-back', data: { version: submission.version } },
      ],
    })
  },
})

function faultsOf(form: ReviewDesign, sheet: InspectionSheet): Fault[] {
  const failed = form.items.filter((entry) => entry.result === 'fail')
  const silent = form.items.flatMap((entry, index) =>
    entry.result === 'fail' && entry.note.length < 2 ? [{ path: `items.${index}.note`, code: 'finding-needed' }] : [],
  )
  const conclusion: Fault[] =
    form.designPassed === (failed.length === 0)
      ? []
      : [{ path: 'designPassed', code: form.designPassed ? 'items-failed' : 'nothing-failed' }]
  return [...faultsOfItems(form.items, sheet.items, { measuring: false }), ...silent, ...conclusion]
}
