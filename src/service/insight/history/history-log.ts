import { type EventLog, EventLogBuilder } from '#insight'
import type { CaseHistory } from './case-history.ts'

const whole = new WeakMap<readonly CaseHistory[], EventLog>()

/** The log of all steps of these cases, made once for a list: the list stays the same as long as no case moves. */
export function wholeLogOf(cases: readonly CaseHistory[]): EventLog {
  const known = whole.get(cases)
  if (known) return known
  const log = logOf(cases)
  whole.set(cases, log)
  return log
}

/**
 * The resident event log of these cases: one event for each completed task, its activity the element of the process, its
 * start when it was taken (when it was opened, where nobody took it first). Case i of the log is case i of the list.
 */
export function logOf(cases: readonly CaseHistory[], keeps: (elementId: string) => boolean = () => true): EventLog {
  const builder = new EventLogBuilder()
  for (const { caseId, runs } of cases) {
    const code = builder.openCase(caseId)
    for (const run of runs) {
      if (!keeps(run.elementId)) continue
      builder.addCoded(
        code,
        builder.activities.codeOf(run.elementId),
        run.doneMs,
        builder.resources.codeOf(run.actor),
        run.takenMs ?? run.openedMs,
      )
    }
  }
  return builder.build('by-time')
}
