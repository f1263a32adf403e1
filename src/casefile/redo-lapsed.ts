import { accept, type Result } from '#kernel'
import type { CaseFile } from './case-file.ts'
import { goBack, graphOf } from './queue/send-back.ts'
import type { VerbOutcome } from './queue/verb.ts'
import type { PublishedStandards } from './standards.ts'
import type { UseCase } from './use-case.ts'

/**
 * A reopened case goes on where it stood, but for the steps whose outcome ended with it (a fee given back): the first of them is
 * open again and what rested on it is voided. Clocks of all open steps begin a new round with the move, so that only the one
 * of the whole process is taken over from the reopening itself.
 */
export function redoLapsed(
  file: CaseFile,
  outcome: VerbOutcome,
  standards: PublishedStandards,
  useCases: ReadonlyMap<string, UseCase>,
): Result<VerbOutcome> {
  const reopened = outcome.facts.find((fact) => fact.type === 'case-reopened')
  const lapsed = reopened && file.state.completed.find((done) => !done.voided && useCases.get(done.useCase)?.lapses)
  if (!lapsed) return accept(outcome)
  const because = String(reopened.body.reason)
  const moved = goBack(file, graphOf(file, standards), lapsed.elementId, because, { newRoundBecause: because })
  if (!moved.ok) return moved
  const kept = outcome.facts.filter((fact) => fact.type !== 'clock-started' || fact.body.node === 'whole')
  return accept({ ...moved.value, facts: [...kept, ...moved.value.facts] })
}
