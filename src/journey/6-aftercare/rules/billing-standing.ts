import { type CaseFile, type Fact, findFact, handOverId } from '#casefile'

/** How the hand-over to billing stands: set up, and whether the billing system confirmed exactly this set-up. */
export interface BillingStanding {
  readonly messageId: string
  readonly revision: number
  readonly confirmedAt?: string
}

const kind = 'billing-hand-over'
const messageIdOf = (file: CaseFile, setUp: Fact) => handOverId(file.companyId, setUp.commandId, kind)

/** Everything that was ever handed over to billing: the record of the supply, and its last one when the supply ended. */
const handOverFacts = ['billing-set-up', 'billing-closed']
const isHandOver = (fact: Fact) => handOverFacts.includes(fact.type)

/** Rises with every hand-over of the case: a receiver that gets two of them out of order keeps the higher. */
export const nextRevision = (file: CaseFile): number => file.facts.filter(isHandOver).length + 1

/** Was this message ever sent for this case, be it since superseded? */
export const findHandedOver = (file: CaseFile, messageId: string): Fact | undefined =>
  file.facts.find((fact) => isHandOver(fact) && messageIdOf(file, fact) === messageId)

export const isRecorded = (file: CaseFile, type: 'billing-confirmed' | 'billing-refused', messageId: string): boolean =>
  file.facts.some((fact) => fact.type === type && fact.body.messageId === messageId)

export function findBilling(file: CaseFile): BillingStanding | undefined {
  const setUp = findFact(file, 'billing-set-up')
  if (!setUp) return undefined
  const messageId = messageIdOf(file, setUp)
  const confirmed = file.facts.find((fact) => fact.type === 'billing-confirmed' && fact.body.messageId === messageId)
  return {
    messageId,
    revision: Number(setUp.body.revision),
    ...(confirmed ? { confirmedAt: confirmed.recordedAt } : {}),
  }
}
