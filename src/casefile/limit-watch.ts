import { accept, type JsonObject, type Result, type WorkingCalendar } from '#kernel'
import type { CaseFile } from './case-file.ts'
import { readDues } from './clock-dues.ts'
import type { NewFact } from './fact.ts'
import { factTypeOfTimer, listSayings, sayingKey } from './limit-timers.ts'
import type { Outcome } from './use-case.ts'
import { decideDateTimer, isDateTimer } from './watched-date.ts'

/**
 * What a timer that fired leaves in the case: the warning or breach, once for each clock, rule set, due date and round. Nothing, when
 * the clock has ended, stands still or was moved since: then the timer speaks of a date that no longer counts.
 */
export function decideTimer(
  file: CaseFile,
  kind: string,
  body: JsonObject,
  calendar: WorkingCalendar,
): Result<Outcome> {
  if (isDateTimer(kind)) return decideDateTimer(file, kind, body)
  const type = factTypeOfTimer(kind)
  if (type === undefined || !stillCounts(file, body, calendar)) return accept({ facts: [] })
  if (listSayings(file.facts).has(sayingKey(type, body))) return accept({ facts: [] })
  const fact: NewFact = { type, body }
  return accept({ facts: [fact], staffNotices: [{ template: type, to: addressees(file, kind), data: { ...body } }] })
}

function stillCounts(file: CaseFile, body: JsonObject, calendar: WorkingCalendar): boolean {
  const clock = file.state.clocks.find((candidate) => candidate.clock === body.clock)
  if (clock === undefined || clock.endedAt !== undefined) return false
  return readDues(clock, calendar).limits.some((limit) => limit.ruleSet === body.ruleSet && limit.dueOn === body.dueOn)
}

/**
 * A warning goes to who holds the work and to the account manager; a breach to the unit's managers too; an escalation to the
 * managers alone. `role:` means everybody who holds it for the case.
 */
function addressees(file: CaseFile, kind: string): readonly string[] {
  const holders = [...file.state.tasks.values()].flatMap((task) => task.assignee?.staffId ?? [])
  const manager = file.state.accountManager?.staffId
  const people = [...new Set([...holders, ...(manager ? [manager] : [])])]
  if (kind === 'limit-undetermined') return ['role:administrator']
  if (kind === 'limit-escalation') return ['role:manager']
  return kind === 'limit-breach' ? [...people, 'role:manager'] : people
}
