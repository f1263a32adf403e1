/** 归档与回访: the front door of the room. */
import { archiveFile } from './archive-file.ts'
import { rateService } from './rate-service.ts'
import { returnVisit } from './return-visit.ts'
import { setUpBilling } from './set-up-billing.ts'

export { type BillingPorts, billingHandlers } from './billing-hand-over.ts'
export { type BillingStanding, findBilling, nextRevision } from './rules/billing-standing.ts'

export { endsOn, watchEnd } from './rules/temporary-watch.ts'
export { billingHandOverKind } from './set-up-billing.ts'
export { closeSupply, findSupply } from './store.ts'

export const aftercareUseCases = [setUpBilling, archiveFile, returnVisit]
export const aftercareVerbs = [rateService]
