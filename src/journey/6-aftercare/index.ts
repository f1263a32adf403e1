/** 归档与回访: the front door of the room. */
import { archiveFile } from './archive-file.ts'
import { rateService } from './rate-service.ts'
import { returnVisit } from './return-visit.ts'
import { setUpBilling } from './set-up-billing.ts'

export { type BillingPorts, billingHandlers } from './billing-hand-over.ts'
export { type BillingStanding, findBilling } from './rules/billing-standing.ts'

export const aftercareUseCases = [setUpBilling, archiveFile, returnVisit]
export const aftercareVerbs = [rateService]
