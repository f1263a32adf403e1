import type { CaseFile, NewFact, PublishedStandards } from '#casefile'
import { addDays, isPlainDate, type PlainDate } from '#kernel'

/** The last day of a temporary supply as agreed last; undefined of every other business. */
export function endsOn({ state }: CaseFile): PlainDate | undefined {
  const { temporaryUntil } = state.variables
  return typeof temporaryUntil === 'string' && isPlainDate(temporaryUntil) ? temporaryUntil : undefined
}

/** From now on the case reminds its customer and account manager of this day, as early as the published setting says. */
export function watchEnd(on: PlainDate, standards: PublishedStandards, today: PlainDate): NewFact {
  const warnOn = addDays(on, -standards.setting('temporary-expiry-warning-days', today))
  return { type: 'date-watched', body: { watch: 'temporary-supply', on, warnOn } }
}

/** A temporary supply that is on has a day to be reminded of. */
export function watchTemporaryEnd(file: CaseFile, standards: PublishedStandards, today: PlainDate): NewFact[] {
  const on = endsOn(file)
  return on ? [watchEnd(on, standards, today)] : []
}
