import type { Fault } from '#kernel'
import { compileCondition } from '../condition.ts'
import type { SourceFile } from '../source-file.ts'
import { type DraftFlow, type DraftGraph, type DraftNode, outgoingOf } from './draft-graph.ts'

/** Sequence flows that point nowhere, conditions where nothing is chosen, and choices without a condition. */
export function checkFlows(draft: DraftGraph, source: SourceFile): Fault[] {
  const nodes = new Map(draft.nodes.map((node) => [node.id, node]))
  return [
    ...draft.flows.flatMap((flow) => [...checkEnds(flow, source), ...checkCondition(flow, nodes, draft, source)]),
    ...draft.nodes.flatMap((node) => checkDefault(node, draft, source)),
  ]
}

/** An end that is missing or names no element. An end at an element outside the subset is that element's fault alone. */
function checkEnds(flow: DraftFlow, source: SourceFile): Fault[] {
  const written = source.attributesOf(flow.id)
  return (['source', 'target'] as const)
    .filter((end) => flow[end] === undefined)
    .map((end) => source.faultAt(flow.id, `unknown-${end}`, { reference: written[`${end}Ref`] ?? '' }))
}

function checkCondition(
  flow: DraftFlow,
  nodes: ReadonlyMap<string, DraftNode>,
  draft: DraftGraph,
  source: SourceFile,
): Fault[] {
  const from = nodes.get(flow.source ?? '')
  if (!from) return []
  const chooses = from.kind === 'exclusive' && outgoingOf(draft, from.id).length > 1
  if (!chooses) return flow.condition === undefined ? [] : [source.faultAt(flow.id, 'condition-without-choice')]
  const isDefault = from.defaultFlow === flow.id
  if (flow.condition === undefined) return isDefault ? [] : [source.faultAt(flow.id, 'missing-condition')]
  if (isDefault) return [source.faultAt(flow.id, 'default-with-condition')]
  if (flow.conditionLanguage !== undefined && !/feel/i.test(flow.conditionLanguage)) {
    return [
      source.faultAt(flow.id, 'condition-not-feel', { condition: flow.condition, language: flow.conditionLanguage }),
    ]
  }
  const compiled = compileCondition(flow.condition)
  return compiled.ok ? [] : [source.faultAt(flow.id, compiled.refusal.code, compiled.refusal.data)]
}

function checkDefault(node: DraftNode, draft: DraftGraph, source: SourceFile): Fault[] {
  const written = source.attributesOf(node.id).default
  if (written === undefined) return []
  if (node.kind !== 'exclusive') return [source.faultAt(node.id, 'default-without-choice', { flow: written })]
  const leaves = outgoingOf(draft, node.id).some((flow) => flow.id === written)
  return leaves ? [] : [source.faultAt(node.id, 'unknown-default', { flow: written })]
}
