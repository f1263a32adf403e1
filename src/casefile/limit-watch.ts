import { accept, type JsonObject, type Result } from '#kernel'
import type { CaseFile } from './case-file.ts'
import type { NewFact } from './fact.ts'
import type { Outcome } from './use-case.ts'
import { decideDateTimer, isDateTimer } from './watched-date.ts'

const factOfTimer: Readonly<Record<string, string>> = {
  'limit-warning': 'limit-warned',
  'limit-breach': 'limit-breached',
  'limit-escalation': 'limit-escalated',
  'limit-undetermined': 'limit-undetermined',
}

/**
 * What a timer that fired leaves in the case: the warning or breach, once for each clock, rule set, due date and round. Nothing, when
 * the clock has ended, stands still or was moved since: then the timer speaks of a date that no longer counts.
 */
export function decideTimer(file: CaseFile, kind: string, body: JsonObject): Result<Outcome> {
  if (isDateTimer(kind)) return decideDateTimer(file, kind, body)
  const type = factOfTimer[kind]
  const clock = file.state.clocks.find((candidate) => candidate.clock === body.clock)
  const running = clock && clock.endedAt === undefined && clock.segments.at(-1)?.owner === 'company'
  if (type === undefined || !running || recorded(file, type, body)) return accept({ facts: [] })
  const fact: NewFact = { type, body }
  return accept({ facts: [fact], staffNotices: [{ template: type, to: addressees(file, kind), data: { ...body } }] })
}

function recorded(file: CaseFile, type: string, body: JsonObject): boolean {
  return file.facts.some(
    (fact) =>
      fact.type === type &&
      fact.body.clock === body.clock &&
      fact.body.ruleSet === body.ruleSet &&
      fact.body.dueOn === body.dueOn &&
      fact.body.round === body.round,
  )
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
