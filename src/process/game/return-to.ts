import { accept, type Result, refuse } from '#kernel'
import type { ProcessGraph } from '../process-graph.ts'
import { checkPlaces } from './migrate.ts'
import { advanceFrom, draftFrom, elementOf, openAt, rememberRounds, type TokenDraft } from './token-draft.ts'
import type { Advance, DoneEvent, TokenState } from './token-state.ts'

/**
 * Goes back to the last completion of an earlier user task: that task opens again, and everything that rested on it is
 * undone, in every branch: open tasks are closed, tokens it sent to joins are taken back, joins it helped to fire give
 * their other tokens back. What did not rest on it stays as it is. The result is the state the case would have had if
 * the step had not been completed yet, so it can always still be finished.
 * Refused: `unknown-element`, `not-a-task`, `already-open`, `not-completed`, `past-terminate-end`,
 * `not-after-migration`.
 */
export function returnTo(graph: ProcessGraph, state: TokenState, elementId: string): Result<Advance> {
  const data = { element: elementId }
  if (!graph.nodeById.has(elementId)) return refuse({ code: 'unknown-element', data })
  if (!graph.taskById.has(elementId)) return refuse({ code: 'not-a-task', data })
  if (state.open.some((task) => task.elementId === elementId)) return refuse({ code: 'already-open', data })
  const target = state.done.findLast((done) => !done.flows && elementOf(done.event) === elementId)
  if (!target) return refuse({ code: 'not-completed', data })
  const undone = restingOn(state, target)
  if (undone.some((done) => done.dropped && !undone.some((cause) => cause.event === done.after[0]))) {
    return refuse({ code: 'past-terminate-end', data })
  }
  const draft = draftFrom(graph, state, {})
  undo(draft, new Set(undone))
  openAt(draft, elementId, target.after[0] ?? '')
  // What was done under another version may leave tokens that the present one could never bring together.
  const faults = draft.migrated ? checkPlaces(graph, draft) : []
  if (faults.length > 0) return refuse({ code: 'not-after-migration', data, faults })
  const voided = undone
    .filter((done) => !done.flows && !done.dropped)
    .map(({ event }) => ({ taskId: event, elementId: elementOf(event) }))
  return accept(advanceFrom(state, draft, undefined, 'returned', voided))
}

/** The elements one may go back to, each once, latest completion last. */
export function returnTargets(graph: ProcessGraph, state: TokenState): string[] {
  const targets = new Set<string>()
  for (const { event } of state.done) {
    const element = elementOf(event)
    targets.delete(element)
    if (returnTo(graph, state, element).ok) targets.add(element)
  }
  return [...targets]
}

/** The event itself and every later event that rests on it, oldest first. */
function restingOn(state: TokenState, target: DoneEvent): DoneEvent[] {
  const names = new Set([target.event])
  return state.done.filter((done) => {
    if (done !== target && !done.after.some((cause) => names.has(cause))) return false
    names.add(done.event)
    return true
  })
}

function undo(draft: TokenDraft, undone: ReadonlySet<DoneEvent>): void {
  const names = new Set([...undone].map((done) => done.event))
  const stays = (token: { readonly after: string }) => !names.has(token.after)
  for (const { event } of undone) rememberRounds(draft, elementOf(event))
  for (const task of draft.open) if (!stays(task)) rememberRounds(draft, task.elementId)
  draft.done = draft.done.filter((done) => !undone.has(done))
  draft.open = draft.open.filter(stays)
  draft.waiting = draft.waiting.filter(stays)
  for (const done of undone) {
    for (const [position, flow] of (done.flows ?? []).entries()) {
      const token = { flow, after: done.after[position] ?? '' }
      if (stays(token)) draft.waiting.push(token)
    }
    draft.waiting.push(...(done.dropped?.waiting.filter(stays) ?? []))
    for (const token of done.dropped?.open.filter(stays) ?? []) openAt(draft, token.elementId, token.after)
  }
}
