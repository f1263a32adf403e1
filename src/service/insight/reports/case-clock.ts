import { type CaseClock, type PublishedStandards, readClock } from '#casefile'
import type { NodeTime, OwnedDays } from '#insight'
import { dateInShanghai, type WorkingCalendar } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'

const wholeProcess = 'whole'

/** The clocks that tell whose a case's days were: those of the whole process, or of its nodes where no limit covers the whole. */
export function countedClocks({ clocks }: CaseHistory): readonly CaseClock[] {
  const whole = clocks.filter((clock) => clock.node === wholeProcess)
  return whole.length > 0 ? whole : clocks
}

/** Working days of a case by party and reason; a day of a year without a published calendar makes the answer undetermined. */
export function ownedDays(
  history: CaseHistory,
  calendar: WorkingCalendar,
  now: Date,
): readonly OwnedDays[] | 'undetermined' {
  const days: OwnedDays[] = []
  for (const clock of countedClocks(history)) {
    for (const { from, to, owner, reason } of clock.segments) {
      const until = to === undefined ? now : new Date(to)
      const count = calendar.workingDaysIn(dateInShanghai(new Date(from)), dateInShanghai(until))
      if (count === 'undetermined') return 'undetermined'
      if (count > 0) days.push({ owner, reason, days: count })
    }
  }
  return days
}

/** Working days on the company's clock. */
export function companyDays(history: CaseHistory, calendar: WorkingCalendar, now: Date): number | 'undetermined' {
  const days = ownedDays(history, calendar, now)
  if (days === 'undetermined') return days
  return days.filter(({ owner }) => owner === 'company').reduce((sum, each) => sum + each.days, 0)
}

/**
 * The timed nodes of a case, each round on its own: days used and the limit that binds, which is the tighter of law and
 * regulator, the company's promise where neither has one. Undetermined days are left out, as nothing is guessed.
 */
export function nodeTimes(history: CaseHistory, standards: PublishedStandards, now: Date): readonly NodeTime[] {
  return history.clocks.flatMap((clock) => {
    const reading = readClock(clock, standards.calendar, now, 0)
    const binding = reading.limits.filter(({ ruleSet }) => ruleSet !== 'promise')
    const limit = (binding.length > 0 ? binding : reading.limits)[0]
    if (!limit || reading.usedDays === 'undetermined') return []
    return [{ node: clock.node, usedDays: reading.usedDays, limitDays: limit.limitDays }]
  })
}

export const isLate = (history: CaseHistory, standards: PublishedStandards, now: Date): boolean =>
  nodeTimes(history, standards, now).some(({ usedDays, limitDays }) => usedDays > limitDays)
