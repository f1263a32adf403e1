/** 受电工程: the front door of the room. */
import { askRouteChange } from './ask-route-change.ts'
import { buildGridWorks } from './build-grid-works.ts'
import { decideRouteChange } from './decide-route-change.ts'
import { inspectCompletion, inspectInterim } from './inspect-works.ts'
import { rectifyDefects } from './rectify-defects.ts'
import { reportCompletion } from './report-completion.ts'
import { reportConcealedWorks } from './report-concealed-works.ts'
import { reviewDesign } from './review-design.ts'
import { submitDesignFiles } from './submit-design-files.ts'

export { approvedPlan } from '#journey/supply-plan'
export type { BuiltEquipment, Firm } from './api.ts'
export { openDefects, type StandingDefect } from './rules/defects.ts'
export { type InspectionSheet, inspectionSheetFor, type SheetItem } from './rules/inspection-sheet.ts'
export {
  asBuiltEquipment,
  concealedWorksChecked,
  designReviewed,
  inspectionPassed,
} from './rules/works-standing.ts'

export const worksUseCases = [
  submitDesignFiles,
  reviewDesign,
  reportConcealedWorks,
  inspectInterim,
  reportCompletion,
  inspectCompletion,
  rectifyDefects,
  buildGridWorks,
]

export const worksVerbs = [askRouteChange, decideRouteChange]
