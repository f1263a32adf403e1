import { type CaseFile, type Fact, listFacts, type PublishedStandards } from '#casefile'
import { addDays, addMonths, type PlainDate, plainDate } from '#kernel'

export interface PlanValidity {
  /** Last day of the reply, extensions counted. */
  readonly validUntil: PlainDate
  /** Last day it can be extended to: as long again as it was valid in the first place. */
  readonly latest: PlainDate
  /** Last day on which an extension may still be asked for. */
  readonly lastDayToAsk: PlainDate
}

/** Last day of a reply, the extensions after it counted. */
export function validUntilOf(file: CaseFile, reply: Fact): PlainDate {
  const extended = listFacts(file, 'plan-validity-extended').findLast(({ seq }) => seq > reply.seq)
  return plainDate(String((extended ?? reply).body.validUntil))
}

/** Validity of the reply that stands, by the limits in force on a day (供电营业规则: 有效期、延长不得超过前款规定期限). */
export function validityOf(file: CaseFile, reply: Fact, standards: PublishedStandards, today: PlainDate): PlanValidity {
  const validUntil = validUntilOf(file, reply)
  const months = standards.setting(`plan-validity-months-${file.state.profile.voltageClass}`, today)
  const daysBefore = standards.setting('plan-extension-days-before-expiry', today)
  return {
    validUntil,
    latest: addMonths(plainDate(String(reply.body.validUntil)), months),
    lastDayToAsk: addDays(validUntil, -daysBefore),
  }
}
