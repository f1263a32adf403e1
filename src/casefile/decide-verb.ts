import { accept, dateInShanghai, type Result } from '#kernel'
import { factsOfAdvance } from './advance-case.ts'
import type { CaseFile } from './case-file.ts'
import { commonFacts, type Decided } from './decide-step.ts'
import type { NewFact } from './fact.ts'
import { graphOf } from './queue/send-back.ts'
import type { VerbOutcome } from './queue/verb.ts'
import { redoLapsed } from './redo-lapsed.ts'
import type { PublishedStandards } from './standards.ts'
import type { UseCase } from './use-case.ts'

/** A verb done: its facts, what the rooms undo because of it, and what follows from a move of the tokens. */
export function verbOutcome(
  file: CaseFile,
  decided: VerbOutcome,
  standards: PublishedStandards,
  now: Date,
  useCases: ReadonlyMap<string, UseCase>,
): Result<Decided> {
  const redone = redoLapsed(file, decided, standards, useCases)
  if (!redone.ok) return redone
  const outcome = redone.value
  const undone = undoneWork(file, outcome, useCases)
  const facts = [...outcome.facts, ...undone, ...commonFacts(outcome)]
  if (!outcome.move) return accept({ outcome: { ...outcome, facts }, tokens: file.tokens })
  const onto = outcome.onProcess
  const graph = onto ? standards.processVersion(onto.name, onto.version)?.graph : graphOf(file, standards)
  if (!graph) throw new Error('the version moved to is not published')
  const advanced = factsOfAdvance({
    file,
    graph,
    advance: outcome.move,
    standards,
    today: dateInShanghai(now),
    variables: { ...file.state.variables, ...outcome.variables },
    ...(outcome.wentBack ? { wentBack: true } : {}),
    ...(outcome.newRoundBecause ? { newRoundBecause: outcome.newRoundBecause } : {}),
  })
  return accept({ outcome: { ...outcome, facts: [...facts, ...advanced] }, tokens: outcome.move.state })
}

/** What the rooms say must be undone when their step no longer stands (a fee to refund, a reservation to release). */
function undoneWork(file: CaseFile, outcome: VerbOutcome, useCases: ReadonlyMap<string, UseCase>): NewFact[] {
  const ends = outcome.facts.some((fact) => ['case-cancelled', 'case-withdrawn'].includes(fact.type))
  const voided = new Set((outcome.move?.voided ?? []).map((task) => task.taskId))
  const steps = file.state.completed.filter((done) => !done.voided && (ends || voided.has(done.taskId)))
  const because = outcome.facts.map((fact) => fact.body.reason).find((reason) => typeof reason === 'string') ?? ''
  return [...new Set(steps.map((done) => done.useCase))].flatMap(
    (name) => useCases.get(name)?.undo?.(file, String(because)) ?? [],
  )
}
