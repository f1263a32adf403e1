import { dateInShanghai } from '#kernel'
import type { Actor } from '../actor.ts'
import { type CaseFile, stands } from '../case-file.ts'
import type { CaseTask } from '../case-state.ts'
import { isCounterWork, mayDoTask } from '../may-do-task.ts'
import { type ClockReading, readClock } from '../read-clock.ts'
import type { PublishedStandards } from '../standards.ts'
import type { GateItem } from '../use-case.ts'
import { maskBody } from './mask-body.ts'
import { type StageView, viewStages } from './stage-view.ts'

export interface TaskView extends CaseTask {
  readonly name: string
  /** May the person who looks do this task now? Otherwise why not. */
  readonly mayDo: boolean
  readonly because?: string
  readonly mine: boolean
  readonly counterWork: boolean
}

export interface FactView {
  readonly seq: number
  readonly type: string
  readonly happenedAt: string
  readonly recordedAt: string
  readonly by: string
  readonly byName: string
  readonly body: Readonly<Record<string, unknown>>
  readonly stands: boolean
}

/** Everything the desk shows of a case, read from one folded file; personal numbers masked. */
export function viewForStaff(
  file: CaseFile,
  actor: Actor,
  standards: PublishedStandards,
  gate: readonly GateItem[],
  now: Date,
) {
  const { state } = file
  const today = dateInShanghai(now)
  const process = state.process && standards.processVersion(state.process.name, state.process.version)
  return {
    caseId: file.caseId,
    version: file.version,
    status: state.status,
    profile: state.profile,
    variant: state.variant ?? null,
    process: state.process ?? null,
    processName: process?.graph.name ?? null,
    stages: viewStages(state, process?.graph) satisfies readonly StageView[],
    clocks: state.clocks.map(
      (clock): ClockReading =>
        readClock(clock, standards.calendar, now, standards.setting('warn-working-days-before-due', today)),
    ),
    tasks: [...state.tasks.values()].map((task) => viewTask(file, task, actor, standards, now)),
    facts: file.facts.map(
      (fact): FactView => ({
        seq: fact.seq,
        type: fact.type,
        happenedAt: fact.happenedAt,
        recordedAt: fact.recordedAt,
        by: fact.actor,
        byName: typeof fact.body.byName === 'string' ? fact.body.byName : '',
        body: maskBody(fact.body),
        stands: stands(file, fact),
      }),
    ),
    documents: state.documents,
    accountManager: state.accountManager ?? null,
    greenChannel: state.greenChannel ?? null,
    pause: state.pause ?? null,
    variables: state.variables,
    endsOn: state.watchedDate?.on ?? null,
    counterVisits: state.counterVisits,
    gate,
    openedAt: state.openedAt,
    endedAt: state.endedAt ?? null,
    returnTargets: returnTargetsOf(file),
  }
}

export type StaffCaseView = ReturnType<typeof viewForStaff>

function viewTask(file: CaseFile, task: CaseTask, actor: Actor, standards: PublishedStandards, now: Date): TaskView {
  const process = file.state.process && standards.processVersion(file.state.process.name, file.state.process.version)
  const allowed = mayDoTask(actor, file, task, standards, dateInShanghai(now))
  return {
    ...task,
    name: process?.graph.taskById.get(task.elementId)?.name ?? task.elementId,
    mayDo: allowed.ok && file.state.status === 'open',
    ...(allowed.ok ? {} : { because: allowed.refusal.code }),
    mine: actor.kind === 'staff' && task.assignee?.staffId === actor.staffId,
    counterWork: isCounterWork(actor, file, task),
  }
}

/** Steps a case may be sent back to: those that were done and still count, latest first. */
function returnTargetsOf(file: CaseFile): readonly {
  readonly elementId: string
  readonly useCase: string
  readonly by: string
  readonly completedAt: string
}[] {
  const seen = new Set<string>()
  return file.state.completed
    .filter((done) => !done.voided)
    .toReversed()
    .filter((done) => !seen.has(done.elementId) && seen.add(done.elementId))
    .map((done) => ({
      elementId: done.elementId,
      useCase: done.useCase,
      by: done.actor,
      completedAt: done.completedAt,
    }))
}
