/** 业务受理: the front door of the room. */
import { acceptApplication } from './accept-application.ts'
import { completeApplication, supplySupplement } from './complete-application.ts'
import { confirmImportance } from './confirm-importance.ts'

export { documentsOf, getApplication } from './accept-application.ts'
export {
  type ApplicationForm,
  applicantKinds,
  businessKinds,
  categories,
  type ExistingSupply,
  type GivenDocument,
  importanceGrades,
} from './api.ts'
export { findExistingSupply } from './rules/existing-supply.ts'
export { maskNumber } from './rules/identity-numbers.ts'
export { needsDesignReview, needsInterimInspection } from './rules/law-asks.ts'
export { documentGates, gatesUpTo, missingFor, type RequiredDocument } from './rules/required-documents.ts'
export { faultsOfLastDay } from './rules/temporary-end.ts'
export { decideSubmission, type Submitting } from './submit-application.ts'

export const acceptanceUseCases = [acceptApplication, completeApplication]
export const acceptanceVerbs = [supplySupplement, confirmImportance]
