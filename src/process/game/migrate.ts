import { accept, type Fault, type Result, refuse } from '#kernel'
import { checkCompletion } from '../bpmn/soundness.ts'
import type { Variables } from '../condition.ts'
import type { ProcessGraph } from '../process-graph.ts'
import { moveToken } from './move-token.ts'
import { advanceFrom, draftFrom, nodeAt } from './token-draft.ts'
import type { Advance, TokenState, WaitingToken } from './token-state.ts'

/**
 * Takes a running case to another version of its process. Open tasks and waiting tokens keep their places by element
 * id; task ids stay. Refused (`cannot-migrate`) with every reason at once: open elements the new version does not know
 * (`element-gone`), joins whose flows changed (`flow-gone`), or places from which a case could not end in the new
 * version (`join-may-wait-for-ever`, `two-tokens`). A join that now waits for less fires, for which `variables` may be
 * needed.
 */
export function migrate(
  oldGraph: ProcessGraph,
  newGraph: ProcessGraph,
  state: TokenState,
  variables: Variables = {},
): Result<Advance> {
  const gone = [
    ...state.open.flatMap(({ elementId }) =>
      newGraph.taskById.has(elementId) ? [] : [fault(elementId, 'element-gone')],
    ),
    ...state.waiting.flatMap((token) => flowFaults(oldGraph, newGraph, token)),
  ]
  if (gone.length > 0) return refuse({ code: 'cannot-migrate', faults: gone })
  const stuck = state.ended ? [] : checkPlaces(newGraph, state)
  if (stuck.length > 0) return refuse({ code: 'cannot-migrate', faults: stuck })
  const draft = { ...draftFrom(newGraph, state, variables), migrated: true }
  draft.waiting = []
  for (const token of state.waiting) moveToken(draft, newGraph.flowById.get(token.flow) ?? -1, token.after)
  if (draft.faults.length > 0) return refuse({ code: 'process-undetermined', faults: draft.faults })
  return accept(advanceFrom(state, draft, undefined, 'terminated'))
}

const fault = (path: string, code: string): Fault => ({ path, code })

/** A waiting token needs its flow, leading to the same join. */
function flowFaults(oldGraph: ProcessGraph, newGraph: ProcessGraph, { flow }: WaitingToken): Fault[] {
  const join = targetOf(oldGraph, flow)
  return join !== undefined && join === targetOf(newGraph, flow) ? [] : [fault(flow, 'flow-gone')]
}

function targetOf(graph: ProcessGraph, flow: string): string | undefined {
  const target = graph.flows[graph.flowById.get(flow) ?? -1]?.target
  return target === undefined ? undefined : graph.nodes[target]?.id
}

/** Whether a case with these open tasks and waiting tokens can always end; a fault names the join that would not. */
export function checkPlaces(graph: ProcessGraph, state: Pick<TokenState, 'open' | 'waiting'>): Fault[] {
  const unknown = state.waiting
    .filter(({ flow }) => !graph.flowById.has(flow))
    .map(({ flow }) => fault(flow, 'flow-gone'))
  if (unknown.length > 0) return unknown
  const behindTasks = state.open.flatMap((task) => nodeAt(graph, graph.nodeById.get(task.elementId) ?? -1).outgoing)
  const waiting = state.waiting.map((token) => graph.flowById.get(token.flow) ?? -1)
  return checkCompletion(graph, [...behindTasks, ...waiting])
}
