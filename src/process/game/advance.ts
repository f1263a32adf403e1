import { accept, type Refusal, type Result, refuse } from '#kernel'
import type { Variables } from '../condition.ts'
import type { ProcessGraph } from '../process-graph.ts'
import { leaveByAllFlows } from './move-token.ts'
import { advanceFrom, draftFrom, emptyState, nodeAt, type TokenDraft } from './token-draft.ts'
import type { Advance, OpenTask, TokenState } from './token-state.ts'

/** Puts the first token on the start event. Refused (`process-undetermined`) when a condition on the way cannot be judged. */
export function startProcess(graph: ProcessGraph, variables: Variables): Result<Advance> {
  const draft = draftFrom(graph, emptyState, variables)
  leaveByAllFlows(draft, nodeAt(graph, graph.start), '')
  const refusal = refusalOf(draft)
  return refusal ? refuse(refusal) : accept(advanceFrom(emptyState, draft, undefined, 'terminated'))
}

/**
 * Completes one open task and moves its token on. Refused with `task-not-open`, or with `process-undetermined` and a
 * fault for every flow whose condition the variables do not settle; the state given is never changed.
 */
export function completeTask(
  graph: ProcessGraph,
  state: TokenState,
  taskId: string,
  variables: Variables,
): Result<Advance> {
  const task = state.open.find((open) => open.taskId === taskId)
  const index = task ? graph.nodeById.get(task.elementId) : undefined
  if (!task || index === undefined) return refuse({ code: 'task-not-open', data: { taskId } })
  const draft = draftFrom(graph, state, variables)
  draft.open = draft.open.filter((open) => open !== task)
  draft.done.push({ event: taskId, after: [task.after] })
  leaveByAllFlows(draft, nodeAt(graph, index), taskId)
  const refusal = refusalOf(draft)
  return refusal ? refuse(refusal) : accept(advanceFrom(state, draft, taskId, 'terminated'))
}

/** The open tasks, in the order they were opened. */
export function openTasks(state: TokenState): OpenTask[] {
  return state.open.map(({ taskId, elementId }) => ({ taskId, elementId }))
}

function refusalOf(draft: TokenDraft): Refusal | undefined {
  return draft.faults.length > 0 ? { code: 'process-undetermined', faults: draft.faults } : undefined
}
