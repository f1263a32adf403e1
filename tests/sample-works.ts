import type { CaseFile, PublishedStandards } from '#casefile'
import { type InspectionSheet, inspectionSheetFor } from '#journey/works'
import { getAccepted, type PlainDate } from '#kernel'
import { appendFacts } from './case-builder.ts'
import { plannedCase, type SampleLoad } from './sample-plan.ts'

const applicantOfFactory = { kind: 'enterprise', name: '宏远机械有限公司', contactName: '陈志远', phone: '13900000001' }
const papersBeforeWorks = [
  'business-licence',
  'property-proof',
  'equipment-list',
  'site-plan',
  'load-statement',
  'project-approval',
  'contractor-licence',
]

/** A factory whose plan was replied and accepted, with the papers its works need. */
export function agreedCase(sample: SampleLoad = {}, papers: readonly string[] = papersBeforeWorks): CaseFile {
  const planned = plannedCase(sample)
  return appendFacts(planned, [
    {
      type: 'application-submitted',
      body: { applicant: applicantOfFactory, premise: { address: '示范区工业路18号' }, load: {} },
    },
    ...papers.map((document) => ({
      type: 'document-received',
      body: { documentId: document, kind: document, name: document, sha256: document },
    })),
    {
      type: 'supply-plan-replied',
      body: {
        needsAnswer: true,
        validUntil: '2027-03-10',
        elementId: 'reply-supply-plan',
        taskId: 'reply-supply-plan#1',
      },
    },
    {
      type: 'supply-plan-answered',
      body: { accepts: true, elementId: 'answer-supply-plan', taskId: 'answer-supply-plan#1' },
    },
  ])
}

export const sampleFirm = {
  name: '宏图电力设计院',
  licenceNumber: 'SJ-33-000456',
  licenceGrade: '电力行业丙级',
  licenceValidUntil: '2028-06-30',
}

export const sampleFile = (letter: string, name = `${letter}.pdf`) => ({ sha256: letter.repeat(64), name })

/** A form on which every item of the sheet passes, measured well within its limits. */
export function passingInspection(sheet: InspectionSheet, on: string) {
  return {
    inspectedOn: on,
    items: sheet.items.map(({ item, min, max }) => ({
      item,
      result: 'pass',
      ...(min === null && max === null ? {} : { measuredValue: min === null ? Number(max) / 2 : min * 2 }),
    })),
    earlierDefects: sheet.earlierDefects.map(({ defectId }) => ({ defectId, closed: true })),
    defects: [] as unknown[],
    conclusion: '合格',
    signatures: [
      { name: '高建军', method: 'handwritten' },
      { name: '刘畅', method: 'handwritten' },
    ],
    location: { longitude: 120.52, latitude: 29.87 },
    photos: [sampleFile('c', '现场.jpg')],
  }
}

export const sheetOf = (
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
  inspection: InspectionSheet['inspection'],
): InspectionSheet => getAccepted(inspectionSheetFor(file, standards, today, inspection))
