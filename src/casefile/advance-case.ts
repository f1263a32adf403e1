import type { Json, PlainDate } from '#kernel'
import type { Advance, OpenTask, ProcessGraph, UserTask } from '#process'
import type { CaseFile } from './case-file.ts'
import type { CaseClock, CaseTask, ClockLimit } from './case-state.ts'
import type { NewFact } from './fact.ts'
import { findLimits } from './find-limits.ts'
import type { PublishedStandards } from './standards.ts'

export interface Advancing {
  readonly file: CaseFile
  readonly graph: ProcessGraph
  readonly advance: Advance
  readonly standards: PublishedStandards
  readonly today: PlainDate
  /** The case's variables after the decision. */
  readonly variables: Readonly<Record<string, Json>>
  /** Why clocks start a new round beside the old one; undefined: an ended clock of a repeated step goes on where it stopped. */
  readonly newRoundBecause?: string
  /** The case went back by the company's own doing: clocks of the repeated step go on, they do not start anew. */
  readonly wentBack?: boolean
  readonly supplyOn?: boolean
}

/** The facts that follow from a move of the tokens: tasks, stages and clocks that ended and began. Pure. */
export function factsOfAdvance(input: Advancing): readonly NewFact[] {
  const { file, graph, advance } = input
  const before = [...file.state.tasks.values()]
  const closedIds = new Set(advance.closed.map((task) => task.taskId))
  const opened = advance.opened.map((task) => describeOpened(task, graph))
  const after = [...before.filter((task) => !closedIds.has(task.taskId)), ...opened]
  return [
    ...advance.closed.map((task) => closedFact(task, file)),
    ...clockEnds(file.state.clocks, after, input.supplyOn === true, advance.ended),
    ...stageEnds(input, after),
    ...stageStarts(input, after),
    ...clockStarts(input, after),
    ...opened.map((task) => ({ type: 'task-opened', body: { ...task } })),
    ...assignments(file, opened),
    ...(advance.ended ? [{ type: 'case-closed', body: {} }] : []),
  ]
}

/** An open task in the words of a `task-opened` fact. */
interface OpenedTask {
  readonly taskId: string
  readonly elementId: string
  readonly useCase: string
  readonly role: string
  readonly stage: string
  readonly node?: string
  readonly ownClock?: boolean
  readonly clockOwner: CaseTask['clockOwner']
  readonly customerVisible: boolean
}

export function getUserTask(graph: ProcessGraph, elementId: string): UserTask {
  const task = graph.taskById.get(elementId)
  if (!task) throw new Error(`process ${graph.id} has no user task ${elementId}`)
  return task
}

function describeOpened(open: OpenTask, graph: ProcessGraph): OpenedTask {
  const task = getUserTask(graph, open.elementId)
  return {
    taskId: open.taskId,
    elementId: open.elementId,
    useCase: task.useCase,
    role: task.role,
    stage: task.stage,
    ...(task.limitRow ? { node: task.limitRow } : {}),
    ...(task.limitRow && nodesWithOwnClock.has(task.limitRow) ? { ownClock: true } : {}),
    clockOwner: task.clockOwner,
    customerVisible: task.customerVisible,
  }
}

/** One-to-one service (S11): the steps of the account manager go to the one this customer was given. */
function assignments(file: CaseFile, opened: readonly OpenedTask[]): NewFact[] {
  const manager = file.state.accountManager
  if (!manager) return []
  return opened
    .filter((task) => task.role === 'account-manager')
    .map((task) => ({ type: 'task-assigned', body: { taskId: task.taskId, ...manager } }))
}

/** Work that runs beside the customer's way and is timed on its own: it does not use up the whole-process limit. */
const nodesWithOwnClock = new Set(['grid-works', 'archive', 'return-visit'])

function closedFact(closed: Advance['closed'][number], file: CaseFile): NewFact {
  const task = file.state.tasks.get(closed.taskId)
  const body = { taskId: closed.taskId, elementId: closed.elementId, useCase: task?.useCase ?? '' }
  return closed.because === 'completed'
    ? { type: 'task-completed', body }
    : { type: 'task-voided', body: { ...body, because: closed.because } }
}

function clockEnds(
  clocks: readonly CaseClock[],
  after: readonly { node?: string }[],
  supplyOn: boolean,
  caseEnds: boolean,
): NewFact[] {
  const nodes = new Set(after.map((task) => task.node))
  return clocks
    .filter((clock) => clock.endedAt === undefined)
    .filter((clock) => caseEnds || (clock.node === 'whole' ? supplyOn : !nodes.has(clock.node)))
    .map((clock) => ({ type: 'clock-ended', body: { clock: clock.clock } }))
}

const activeStages = (file: CaseFile) =>
  file.state.stages.filter((record) => record.endedAt === undefined).map((record) => record.stage)

function stageEnds({ file }: Advancing, after: readonly { stage: string }[]): NewFact[] {
  const still = new Set(after.map((task) => task.stage))
  return activeStages(file)
    .filter((stage) => !still.has(stage))
    .map((stage) => ({ type: 'stage-ended', body: { stage } }))
}

function stageStarts({ file }: Advancing, after: readonly { stage: string }[]): NewFact[] {
  const active = new Set(activeStages(file))
  const starting = [...new Set(after.map((task) => task.stage))].filter((stage) => !active.has(stage))
  return starting.map((stage) => ({ type: 'stage-started', body: { stage } }))
}

function clockStarts(input: Advancing, after: readonly { node?: string }[]): NewFact[] {
  const nodes = new Set(after.map((task) => task.node).filter((node) => node !== undefined))
  return [...nodes].flatMap((node) => startClock(input, node))
}

/** Starts a node's clock, or lets the ended one go on when the company sent its own work back. */
export function startClock(input: Advancing, node: string): NewFact[] {
  const rounds = input.file.state.clocks.filter((clock) => clock.node === node)
  const last = rounds.at(-1)
  if (last && last.endedAt === undefined) return []
  if (last && input.wentBack && input.newRoundBecause === undefined) {
    return [{ type: 'clock-reopened', body: { clock: last.clock } }]
  }
  const limits: readonly ClockLimit[] = findLimits(input.standards, input.variables, node, input.today)
  if (limits.length === 0) return []
  return [
    {
      type: 'clock-started',
      body: {
        clock: `${node}#${rounds.length + 1}`,
        node,
        limits: limits.map((limit) => ({ ...limit })),
        ...(input.newRoundBecause ? { because: input.newRoundBecause } : {}),
      },
    },
  ]
}
