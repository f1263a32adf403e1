import type { CaseFile, PublishedStandards } from '#casefile'
import { accept, type PlainDate, type Result } from '#kernel'
import { openDefects, type StandingDefect } from './defects.ts'

export type InspectionKind = 'design-review' | 'interim' | 'completion'

/** One row of the published list of what is looked at. */
export interface SheetItem {
  readonly item: string
  readonly nameZh: string
  readonly nameEn: string
  readonly standard: string
  readonly standardEn: string
  /** 安全否决项: failing it always blocks energising. */
  readonly safetyCritical: boolean
  readonly unit: string
  readonly min: number | null
  readonly max: number | null
}

export interface InspectionSheet {
  readonly inspection: InspectionKind
  /** From 1; rounds before a return count on, so that no number is used twice. */
  readonly round: number
  readonly items: readonly SheetItem[]
  /** Defects of earlier rounds that nobody has closed, with what the customer says was done about them. */
  readonly earlierDefects: readonly StandingDefect[]
}

export const inspectionFacts = { interim: 'interim-inspected', completion: 'completion-inspected' } as const

/** What the inspector goes out with: the items of the table in force for this case, and the defects still open. */
export function inspectionSheetFor(
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
  inspection: InspectionKind,
): Result<InspectionSheet> {
  const { profile, variables } = file.state
  const rows = standards.decide(
    'inspection-items',
    {
      inspection,
      voltageLevel: profile.voltageClass,
      category: profile.category,
      ownGenerator: variables.ownGenerator === true,
      dualSource: Number(variables.sources ?? 1) > 1,
    },
    today,
  )
  if (!rows.ok) return rows
  return accept({
    inspection,
    round: roundOf(file, inspection),
    items: rows.value.map((row) => row.outputs as unknown as SheetItem),
    earlierDefects:
      inspection === 'design-review' ? [] : openDefects(file).filter((defect) => defect.inspection === inspection),
  })
}

function roundOf(file: CaseFile, inspection: InspectionKind): number {
  const type = inspection === 'design-review' ? 'design-reviewed' : inspectionFacts[inspection]
  return file.facts.filter((fact) => fact.type === type).length + 1
}
