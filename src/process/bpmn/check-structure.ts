import type { Fault } from '#kernel'
import type { SourceFile } from '../source-file.ts'
import { type DraftGraph, type DraftNode, incomingOf, outgoingOf, spread } from './draft-graph.ts'

/** Connections that no case could follow: no way in, no way out, an implicit split, a loop in which nobody works. */
export function checkStructure(draft: DraftGraph, source: SourceFile): Fault[] {
  const local = [...checkCounts(draft, source), ...draft.nodes.flatMap((node) => checkDegrees(node, draft, source))]
  return local.length > 0 ? local : [...checkWays(draft, source), ...checkIdleLoops(draft, source)]
}

function checkCounts(draft: DraftGraph, source: SourceFile): Fault[] {
  const starts = draft.nodes.filter((node) => node.kind === 'start')
  const ends = draft.nodes.filter((node) => node.kind === 'end' || node.kind === 'terminate')
  return [
    ...(starts.length === 0 ? [source.faultAt(draft.id, 'no-start')] : []),
    ...starts.slice(1).map((node) => source.faultAt(node.id, 'second-start')),
    ...(ends.length === 0 ? [source.faultAt(draft.id, 'no-end')] : []),
  ]
}

function checkDegrees(node: DraftNode, draft: DraftGraph, source: SourceFile): Fault[] {
  const into = incomingOf(draft, node.id).length
  const out = outgoingOf(draft, node.id).length
  const ends = node.kind === 'end' || node.kind === 'terminate'
  const gateway = node.kind === 'exclusive' || node.kind === 'parallel'
  const codes = [
    node.kind === 'start' && into > 0 ? 'flow-into-start' : undefined,
    node.kind !== 'start' && into === 0 ? 'unreachable' : undefined,
    ends && out > 0 ? 'flow-out-of-end' : undefined,
    !ends && out === 0 ? 'dead-end' : undefined,
    !ends && !gateway && out > 1 ? 'implicit-split' : undefined,
  ]
  return codes.flatMap((code) => (code ? [source.faultAt(node.id, code)] : []))
}

function checkWays(draft: DraftGraph, source: SourceFile): Fault[] {
  const idsOf = (kinds: readonly string[]) => draft.nodes.filter((n) => kinds.includes(n.kind)).map((n) => n.id)
  const fromStart = spread(idsOf(['start']), (id) => outgoingOf(draft, id).map((flow) => flow.target))
  const toEnd = spread(idsOf(['end', 'terminate']), (id) => incomingOf(draft, id).map((flow) => flow.source))
  return draft.nodes.flatMap(({ id }) => [
    ...(fromStart.has(id) ? [] : [source.faultAt(id, 'unreachable')]),
    ...(toEnd.has(id) ? [] : [source.faultAt(id, 'cannot-reach-end')]),
  ])
}

/** A circle of gateways alone would turn for ever within one move. */
function checkIdleLoops(draft: DraftGraph, source: SourceFile): Fault[] {
  const gateways = new Set(draft.nodes.filter((n) => n.kind === 'exclusive' || n.kind === 'parallel').map((n) => n.id))
  const after = (id: string) =>
    outgoingOf(draft, id)
      .map((flow) => flow.target)
      .filter((to) => to && gateways.has(to))
  return [...gateways]
    .filter((id) =>
      spread(
        after(id).flatMap((to) => to ?? []),
        after,
      ).has(id),
    )
    .map((id) => source.faultAt(id, 'loop-without-task'))
}
