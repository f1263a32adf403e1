import { accept, type Result } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { Outcome } from './use-case.ts'

/**
 * A year's calendar came out: clocks of the case that could not tell when they are due now can, so its rows and timers are
 * made anew. Nothing, where no running clock waited for it.
 */
export function decideCalendar(file: CaseFile, year: number): Result<Outcome> {
  const waits = file.state.clocks.some(
    (clock) =>
      clock.endedAt === undefined &&
      file.facts.some((fact) => fact.type === 'limit-undetermined' && fact.body.clock === clock.clock),
  )
  if (!waits) return accept({ facts: [] })
  return accept({ facts: [{ type: 'limit-determined', body: { year } }], projectAnew: true })
}
