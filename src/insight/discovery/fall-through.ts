import { findCut } from './cuts.ts'
import { type FollowsGraph, followsGraph } from './follows-graph.ts'
import type { Operator } from './process-tree.ts'
import { mapTraces, type SubLog, SubLogBuilder } from './sub-log.ts'

/** What to do with a log that has no cut: an operator over parts; a `flower` allows its activities in any order. */
export type FallThrough =
  | { readonly kind: 'divide'; readonly operator: Operator; readonly parts: readonly SubLog[] }
  | { readonly kind: 'repeat'; readonly part: SubLog }
  | { readonly kind: 'flower'; readonly codes: readonly number[] }

/** The fall-throughs of the inductive miner, from the one that says most about the process to the one that says nothing. */
export function fallThrough(log: SubLog, graph: FollowsGraph): FallThrough {
  return (
    oncePerTrace(log, graph) ??
    concurrentActivity(log, graph) ??
    repeated(log, (before, code) => isEnd(graph, before) && isStart(graph, code)) ??
    repeated(log, (_, code) => isStart(graph, code)) ?? { kind: 'flower', codes: graph.codes }
  )
}

const without = (log: SubLog, code: number): SubLog => mapTraces(log, (trace) => trace.filter((each) => each !== code))
const only = (log: SubLog, code: number): SubLog => mapTraces(log, (trace) => trace.filter((each) => each === code))

/** An activity that every trace has exactly once runs beside the rest. */
function oncePerTrace(log: SubLog, graph: FollowsGraph): FallThrough | undefined {
  if (graph.size < 2) return undefined
  const code = graph.codes.find((each) =>
    log.every(({ activities }) => activities.filter((other) => other === each).length === 1),
  )
  if (code === undefined) return undefined
  return { kind: 'divide', operator: 'parallel', parts: [only(log, code), without(log, code)] }
}

/** An activity without which the rest has a cut runs beside it. */
function concurrentActivity(log: SubLog, graph: FollowsGraph): FallThrough | undefined {
  for (const code of graph.codes) {
    const rest = without(log, code)
    if (findCut(followsGraph(rest))) {
      return { kind: 'divide', operator: 'parallel', parts: [only(log, code), rest] }
    }
  }
  return undefined
}

/** Traces that begin anew within themselves, as `anew` tells, are several runs of a loop's body. */
function repeated(log: SubLog, anew: (before: number, code: number) => boolean): FallThrough | undefined {
  const builder = new SubLogBuilder()
  let cutAnywhere = false
  for (const { activities, count } of log) {
    let from = 0
    for (let i = 1; i < activities.length; i++) {
      if (!anew(activities[i - 1] ?? 0, activities[i] ?? 0)) continue
      builder.add(activities.slice(from, i), count)
      from = i
      cutAnywhere = true
    }
    builder.add(activities.slice(from), count)
  }
  return cutAnywhere ? { kind: 'repeat', part: builder.build() } : undefined
}

const isStart = (graph: FollowsGraph, code: number): boolean => (graph.starts[graph.codes.indexOf(code)] ?? 0) > 0
const isEnd = (graph: FollowsGraph, code: number): boolean => (graph.ends[graph.codes.indexOf(code)] ?? 0) > 0
