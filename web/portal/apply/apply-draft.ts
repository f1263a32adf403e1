import type { CustomerActor } from '#casefile/actor'

/** Name of an unfinished application on this device: each customer's own, since a family shares a phone. */
export const applyDraftKey = (customer: CustomerActor, need: string): string => `apply/${customer.customerKey}/${need}`
