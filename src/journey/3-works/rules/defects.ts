import { type CaseFile, type Fact, stands } from '#casefile'
import type { FileRef } from '#casefile/form-shapes'
import type { EarlierDefect, FoundDefect } from '../api.ts'

/** A defect that an inspector found and nobody has closed yet. */
export interface StandingDefect extends FoundDefect {
  /** `completion-2-1`: inspection, round, number. */
  readonly defectId: string
  readonly inspection: 'interim' | 'completion'
  readonly round: number
  /** Whose line it is, where the line was found moved. */
  readonly sourceNumber?: number
  /** What the customer says was done about it, last. */
  readonly rectified?: { readonly done: string; readonly photos: readonly FileRef[]; readonly at: string }
}

interface InspectionBody {
  readonly inspection: 'interim' | 'completion'
  readonly round: number
  readonly defects: readonly (FoundDefect & { readonly defectId: string })[]
  readonly earlierDefects: readonly EarlierDefect[]
  readonly passed: boolean
}

interface RectifiedBody {
  readonly rectified: readonly {
    readonly defectId: string
    readonly done: string
    readonly photos: readonly FileRef[]
  }[]
}

const inspectionTypes = ['interim-inspected', 'completion-inspected']

/** Every defect open now, in the order found: those of rounds that still stand, less those an inspector closed. */
export function openDefects(file: CaseFile): readonly StandingDefect[] {
  const open = new Map<string, StandingDefect>()
  for (const fact of file.facts) {
    if (!stands(file, fact)) continue
    if (inspectionTypes.includes(fact.type)) readInspection(open, fact)
    else if (fact.type === 'defects-rectified') readRectification(open, fact)
  }
  return [...open.values()]
}

/** The defect as it stands after a further round: with the new day where one was set. */
export const restate = (defect: StandingDefect, { rectifyBy }: EarlierDefect): StandingDefect =>
  rectifyBy ? { ...defect, rectifyBy } : defect

function readInspection(open: Map<string, StandingDefect>, fact: Fact): void {
  const { inspection, round, defects, earlierDefects } = fact.body as unknown as InspectionBody
  for (const earlier of earlierDefects) {
    const defect = open.get(earlier.defectId)
    if (earlier.closed) open.delete(earlier.defectId)
    else if (defect) open.set(earlier.defectId, restate(defect, earlier))
  }
  for (const defect of defects) open.set(defect.defectId, { ...defect, inspection, round })
}

function readRectification(open: Map<string, StandingDefect>, fact: Fact): void {
  for (const { defectId, done, photos } of (fact.body as unknown as RectifiedBody).rectified) {
    const defect = open.get(defectId)
    if (defect) open.set(defectId, { ...defect, rectified: { done, photos, at: fact.recordedAt } })
  }
}

/** The latest standing inspection of a kind. */
export function findInspection(file: CaseFile, inspection: 'interim' | 'completion'): InspectionBody | undefined {
  const fact = file.facts.findLast((entry) => entry.type === `${inspection}-inspected` && stands(file, entry))
  return fact?.body as InspectionBody | undefined
}
