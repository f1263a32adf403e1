import { type Fact, foldCase } from '#casefile'
import { settlementsOf } from '../settling/settlement.ts'
import type { CaseHistory, EvidentFact, TaskRun } from './case-history.ts'
import { TextPool } from './text-pool.ts'

/** Kinds of facts that the rules of conformance look at. */
const ruled = new Set([
  'task-opened',
  'task-completed',
  'task-voided',
  'work-voided',
  'case-reopened',
  'case-withdrawn',
  'case-cancelled',
  'process-migrated',
])

/** Folds all facts of a case into what reports need; undefined for a case that has no facts. Pure. */
export function readHistory(
  caseId: string,
  facts: readonly Fact[],
  texts: TextPool = new TextPool(),
): CaseHistory | undefined {
  if (facts.length === 0) return undefined
  const state = foldCase(facts)
  const { profile } = state
  return {
    caseId,
    caseNumber: profile.caseNumber,
    customerName: profile.customerName,
    address: profile.address,
    kind: texts.one(profile.kind),
    variant: texts.one(state.variant ?? ''),
    process: state.process,
    unitId: texts.one(profile.unitId),
    voltageClass: profile.voltageClass,
    limitClass: String(state.variables.limitClass ?? ''),
    status: state.status,
    openedAt: state.openedAt,
    endedAt: state.endedAt,
    energisedAt: facts.find((fact) => fact.type === 'supply-switched-on')?.happenedAt,
    subjectKey: `${profile.customerKey} ${profile.address} ${profile.kind}`,
    channel: String(facts.find((fact) => fact.type === 'application-submitted')?.body.channel ?? ''),
    counterVisits: visitsOf(facts, texts),
    isUrgent: state.greenChannel !== undefined,
    standardsConfirmed: state.variables.standardsConfirmed === true,
    satisfaction: lastSatisfaction(facts),
    runs: runsOf(facts, texts),
    stages: [...new Set(state.stages.map((record) => record.stage))],
    clocks: state.clocks,
    factCount: facts.length,
    facts: evidentFacts(facts, texts),
    settlements: settlementsOf(facts),
  }
}

function visitsOf(facts: readonly Fact[], texts: TextPool): readonly string[] {
  const steps = new Map(
    facts.flatMap(({ type, body }) => (type === 'task-opened' ? [[body.taskId, String(body.elementId)]] : [])),
  )
  return facts.flatMap(({ type, body }) =>
    type === 'counter-visited' ? [texts.one(steps.get(body.taskId ?? '') ?? '')] : [],
  )
}

/** What the customer said last: his own rating, or his answer at the return visit. */
function lastSatisfaction(facts: readonly Fact[]): number | undefined {
  const said = facts.findLast(
    (fact) =>
      (fact.type === 'service-rated' || fact.type === 'return-visited') && typeof fact.body.satisfaction === 'number',
  )
  return said && Number(said.body.satisfaction)
}

interface OpenRun {
  readonly openedMs: number
  readonly useCase: string
  readonly stage: string
  takenMs?: number
}

/** Every completion in the order recorded. Work that was voided later was done nevertheless, and stays. */
function runsOf(facts: readonly Fact[], texts: TextPool): readonly TaskRun[] {
  const open = new Map<string, OpenRun>()
  const runs: TaskRun[] = []
  for (const fact of facts) {
    const taskId = String(fact.body.taskId ?? '')
    const atMs = Date.parse(fact.recordedAt)
    if (fact.type === 'task-opened') {
      open.set(taskId, {
        openedMs: atMs,
        useCase: texts.one(String(fact.body.useCase)),
        stage: texts.one(String(fact.body.stage)),
      })
      continue
    }
    const run = open.get(taskId)
    if (!run) continue
    if (fact.type === 'task-claimed') run.takenMs ??= atMs
    if (fact.type === 'task-completed') {
      const { openedMs, takenMs, useCase, stage } = run
      runs.push({
        elementId: texts.one(String(fact.body.elementId)),
        useCase,
        stage,
        openedMs,
        takenMs,
        doneMs: atMs,
        actor: texts.one(fact.actor),
      })
      open.delete(taskId)
    }
  }
  return runs
}

/**
 * The facts the rules look at. A step is completed when its form is sent; when its work was done, the room's own fact of the
 * same command says (metered at, tied in at), and the rules judge that.
 */
function evidentFacts(facts: readonly Fact[], texts: TextPool): readonly EvidentFact[] {
  const saidMs = new Map<string, number>()
  for (const { commandId, body, happenedAt, recordedAt } of facts) {
    if (happenedAt !== recordedAt) saidMs.set(`${commandId} ${body.elementId}`, Date.parse(happenedAt))
  }
  return facts
    .filter((fact) => ruled.has(fact.type))
    .map((fact) => {
      const said = fact.type === 'task-completed' ? saidMs.get(`${fact.commandId} ${fact.body.elementId}`) : undefined
      return evident(fact, said ?? Date.parse(fact.happenedAt), texts)
    })
}

function evident(fact: Fact, happenedAt: number, texts: TextPool): EvidentFact {
  return {
    seq: fact.seq,
    type: texts.one(fact.type),
    elementId: texts.one(String(fact.body.elementId ?? '')),
    happenedAt,
    recordedAt: Date.parse(fact.recordedAt),
    actor: texts.one(fact.actor),
  }
}
