import type { GraphNode } from '../process-graph.ts'
import { nextRound, nodeAt, openAt, rememberRounds, type TokenDraft } from './token-draft.ts'

/**
 * Moves a token along a flow until it opens a task, waits at a join or ends, splitting where the process splits
 * (BPMN 2.0 §13.3). `after` is the event that sent it. What cannot be decided is noted in `draft.faults`.
 */
export function moveToken(draft: TokenDraft, flowIndex: number, after: string): void {
  if (draft.terminated) return
  const flow = draft.graph.flows[flowIndex]
  if (!flow) throw new Error(`process ${draft.graph.id} has no flow ${flowIndex}`)
  const node = nodeAt(draft.graph, flow.target)
  if (node.kind === 'task') openAt(draft, node.id, after)
  else if (node.kind === 'exclusive') leaveByOneFlow(draft, node, after)
  else if (node.kind === 'terminate') terminate(draft, node, after)
  else if (node.kind === 'parallel' && node.incoming.length > 1) arriveAtJoin(draft, node, flow.id, after)
  else if (node.kind === 'parallel') leaveByAllFlows(draft, node, after)
}

export function leaveByAllFlows(draft: TokenDraft, node: GraphNode, after: string): void {
  for (const flow of node.outgoing) moveToken(draft, flow, after)
}

function leaveByOneFlow(draft: TokenDraft, node: GraphNode, after: string): void {
  const flow = chooseFlow(draft, node)
  if (flow === undefined) draft.faults.push({ path: node.id, code: 'no-flow-applies', data: { element: node.id } })
  else if (flow !== 'undetermined') moveToken(draft, flow, after)
}

/** The first flow whose condition holds, in document order; else the default flow. Undetermined is a fault, never false. */
function chooseFlow(draft: TokenDraft, node: GraphNode): number | 'undetermined' | undefined {
  for (const index of node.outgoing) {
    const flow = draft.graph.flows[index]
    if (!flow || index === node.defaultFlow) continue
    const holds = flow.condition ? flow.condition.holds(draft.variables) : true
    if (holds === undefined) {
      const missing = flow.condition?.names.filter((name) => !Object.hasOwn(draft.variables, name))
      const data = { element: node.id, condition: flow.condition?.text, missing }
      draft.faults.push({ path: flow.id, code: 'condition-undetermined', data })
      return 'undetermined'
    }
    if (holds) return index
  }
  return node.defaultFlow
}

function arriveAtJoin(draft: TokenDraft, node: GraphNode, flowId: string, after: string): void {
  draft.waiting.push({ flow: flowId, after })
  const flows = node.incoming.map((index) => draft.graph.flows[index]?.id ?? '')
  const arrived = flows.map((flow) => draft.waiting.find((token) => token.flow === flow))
  if (arrived.includes(undefined)) return
  draft.waiting = draft.waiting.filter((token) => !arrived.includes(token))
  const event = nextRound(draft, node.id)
  draft.done.push({ event, after: arrived.map((token) => token?.after ?? ''), flows })
  leaveByAllFlows(draft, node, event)
}

/** A terminate end drops every other token; it is an event of its own only when there was something to drop. */
function terminate(draft: TokenDraft, node: GraphNode, after: string): void {
  draft.terminated = true
  if (draft.open.length + draft.waiting.length > 0) {
    const dropped = { open: draft.open, waiting: draft.waiting }
    for (const { elementId } of dropped.open) rememberRounds(draft, elementId)
    const causes = [...dropped.open, ...dropped.waiting].map((token) => token.after)
    draft.done.push({ event: nextRound(draft, node.id), after: [after, ...causes], dropped })
  }
  draft.open = []
  draft.waiting = []
}
