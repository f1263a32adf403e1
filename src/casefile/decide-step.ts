import { accept, dateInShanghai, type Json, type PlainDate, type Refusal, type Result, refuse } from '#kernel'
import { type Advance, completeTask, startProcess, type TokenState } from '#process'
import type { Actor } from './actor.ts'
import { factsOfAdvance, startClock } from './advance-case.ts'
import { type CaseFile, caseFileOf } from './case-file.ts'
import type { CaseProfile, CaseTask } from './case-state.ts'
import type { NewFact } from './fact.ts'
import { findOpenTask, mayDoTask, maySeeCase } from './may-do-task.ts'
import { graphOf } from './queue/send-back.ts'
import type { PublishedStandards } from './standards.ts'
import type { Outcome, UseCase } from './use-case.ts'
import { noHash } from './write/index.ts'

/** What a command will write: everything the decision left behind with all that follows from it, and where the tokens then stand. */
export interface Decided {
  readonly outcome: Outcome
  readonly tokens: TokenState | undefined
}

export interface OpenCase {
  readonly caseId: string
  readonly profile: Omit<CaseProfile, 'caseNumber'>
  readonly variant: string
  readonly outcome: Outcome
}

/** The refusal of a safety gate, with every item that is missing; undefined: the gate is open, or there is none. */
function gateRefusal(
  useCase: UseCase,
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
): Refusal | undefined {
  const missing = useCase.gate?.(file, standards, today).filter((item) => !item.met) ?? []
  if (missing.length === 0) return undefined
  return {
    code: 'safety-gate',
    data: { gate: useCase.name, count: missing.length },
    faults: missing.map((item) => ({
      path: item.item,
      code: `gate.${item.item}`,
      ...(item.data ? { data: item.data } : {}),
    })),
  }
}

/** The open task somebody wants to do, or why not: not seen, gate closed, not open, another step's, no right. */
export function findTaskToDo(
  useCase: UseCase,
  file: CaseFile,
  taskId: string,
  actor: Actor,
  standards: PublishedStandards,
  today: PlainDate,
): Result<CaseTask> {
  // Of a case one may not see one learns nothing, not even what it lacks.
  if (!maySeeCase(actor, file)) return refuse({ code: 'no-such-case' })
  const gate = gateRefusal(useCase, file, standards, today)
  const found = findOpenTask(file, taskId)
  // A safety gate speaks first: who tries to switch on too early is told everything that is missing.
  if (gate && (found.ok || found.refusal.code === 'task-not-open')) return refuse(gate)
  if (!found.ok) return found
  const task = found.value
  if (task.useCase !== useCase.name) return refuse({ code: 'other-use-case', data: { expected: task.useCase } })
  const allowed = mayDoTask(actor, file, task, standards, today)
  return allowed.ok ? found : allowed
}

/** Room facts carry the step they came from, so that going back before it can void them. */
function ofElement(facts: readonly NewFact[], task: CaseTask): NewFact[] {
  return facts.map((fact) => ({ ...fact, body: { ...fact.body, elementId: task.elementId, taskId: task.taskId } }))
}

export function commonFacts(outcome: Outcome): NewFact[] {
  return [
    ...(outcome.variables ? [{ type: 'variables-set', body: { variables: outcome.variables } }] : []),
    ...(outcome.profile
      ? [{ type: 'profile-changed', body: { changes: outcome.profile as Record<string, Json> } }]
      : []),
  ]
}

/** A step of the process done: the room's facts, the move of the tokens, and what follows for tasks, stages and clocks. */
export function stepOutcome(
  file: CaseFile,
  task: CaseTask,
  outcome: Outcome,
  standards: PublishedStandards,
  now: Date,
  counterCause: string | undefined,
): Result<Decided> {
  const visit: NewFact[] = counterCause
    ? [{ type: 'counter-visited', body: { cause: counterCause, taskId: task.taskId } }]
    : []
  const facts = [...ofElement(outcome.facts, task), ...visit, ...commonFacts(outcome)]
  const documents =
    outcome.documents?.map((order) => ({
      ...order,
      elementId: task.elementId,
      taskId: task.taskId,
    })) ?? []
  if (outcome.staysOpen) return accept({ outcome: { ...outcome, facts, documents }, tokens: file.tokens })
  const variables = { ...file.state.variables, ...outcome.variables }
  const moved = moveOn(file, task, outcome.variant, variables, standards, now)
  if (!moved.ok) return moved
  const advanced = factsOfAdvance({
    file,
    graph: moved.value.graph,
    advance: moved.value.advance,
    standards,
    today: dateInShanghai(now),
    variables,
    ...(outcome.newRoundBecause ? { newRoundBecause: outcome.newRoundBecause } : {}),
    ...(outcome.supplyOn ? { supplyOn: true } : {}),
  })
  return accept({
    outcome: { ...outcome, facts: [...facts, ...moved.value.facts, ...advanced], documents },
    tokens: moved.value.advance.state,
  })
}

interface Moved {
  readonly graph: ReturnType<typeof graphOf>
  readonly advance: Advance
  readonly facts: readonly NewFact[]
}

/** Completes the task; when acceptance found another variant right, on that variant's process. */
function moveOn(
  file: CaseFile,
  task: CaseTask,
  variant: string | undefined,
  variables: Readonly<Record<string, Json>>,
  standards: PublishedStandards,
  now: Date,
): Result<Moved> {
  if (variant === undefined || variant === file.state.variant) {
    if (!file.tokens) return refuse({ code: 'case-not-running' })
    const graph = graphOf(file, standards)
    const advance = completeTask(graph, file.tokens, task.taskId, variables)
    return advance.ok ? accept({ graph, advance: advance.value, facts: [] }) : advance
  }
  const started = startVariant(variant, standards, dateInShanghai(now), variables)
  const advance = completeTask(started.process.graph, started.advance.state, task.taskId, variables)
  return advance.ok ? accept({ graph: started.process.graph, advance: advance.value, facts: [started.fact] }) : advance
}

function startVariant(
  variant: string,
  standards: PublishedStandards,
  today: PlainDate,
  variables: Readonly<Record<string, Json>>,
) {
  const process = standards.process(variant, today)
  if (!process) throw new Error(`no published process ${variant}`)
  const advance = startProcess(process.graph, variables)
  if (!advance.ok) throw new Error(`process ${variant} cannot start: ${JSON.stringify(advance.refusal)}`)
  const body = { process: process.name, version: process.version, hash: process.contentHash, variant }
  return { process, advance: advance.value, fact: { type: 'process-started', body } satisfies NewFact }
}

/** The first facts of a case: its profile, the application, the process it starts on, its first task and clocks. */
export function openingFacts(opening: OpenCase, caseNumber: string, standards: PublishedStandards, today: PlainDate) {
  const variables = opening.outcome.variables ?? {}
  const started = startVariant(opening.variant, standards, today, variables)
  const profile = { ...opening.profile, caseNumber }
  const empty = caseFileOf('', opening.caseId, [], undefined, noHash)
  const advancing = { file: empty, graph: started.process.graph, advance: started.advance, standards, today, variables }
  const facts: NewFact[] = [
    { type: 'case-opened', body: { profile: { ...profile } } },
    ...opening.outcome.facts,
    ...commonFacts(opening.outcome),
    started.fact,
    ...startClock(advancing, 'whole'),
    ...factsOfAdvance(advancing),
  ]
  return { facts, tokens: started.advance.state }
}
