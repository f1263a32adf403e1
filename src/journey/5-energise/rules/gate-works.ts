import { type CaseFile, findFact, type GateItem, type PublishedStandards } from '#casefile'
import { documentsOf, gatesUpTo, missingFor } from '#journey/acceptance'
import { concealedWorksChecked, designReviewed, inspectionPassed, openDefects } from '#journey/works'
import type { PlainDate } from '#kernel'
import { gateItem } from './gate-item.ts'

/** Inspection passed without open defect, concealed works seen, every supplement in. */
export function gateOfWorks(file: CaseFile, standards: PublishedStandards, today: PlainDate): GateItem[] {
  const defects = openDefects(file)
  const inspectedOn = String(findFact(file, 'completion-inspected')?.body.inspectedOn ?? '')
  return [
    gateItem('inspection-passed', inspectionPassed(file), { on: inspectedOn }),
    gateItem('defects-closed', defects.length === 0, {
      count: defects.length,
      names: defects.map((defect) => defect.description).join('；'),
    }),
    gateItem('design-reviewed', designReviewed(file)),
    gateItem('concealed-works', concealedWorksChecked(file)),
    documentsItem(file, standards, today),
  ]
}

function documentsItem(file: CaseFile, standards: PublishedStandards, today: PlainDate): GateItem {
  const documents = documentsOf(file, standards, today)
  // A table that cannot be read is a broken standard; the gate stays shut rather than open.
  if (!documents.ok)
    return gateItem('documents-complete', false, {
      names: documents.refusal.code,
      namesEn: documents.refusal.code,
    })
  const missing = missingFor(documents.value.required, documents.value.given, gatesUpTo('energise'))
  return gateItem('documents-complete', missing.length === 0, {
    count: missing.length,
    names: missing.map((entry) => entry.nameZh).join('、'),
    namesEn: missing.map((entry) => entry.nameEn).join(', '),
  })
}
