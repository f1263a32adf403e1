import type { Cut } from './cuts.ts'
import type { FollowsGraph } from './follows-graph.ts'
import { type CountedTrace, mapTraces, type SubLog, SubLogBuilder } from './sub-log.ts'

/** Divides a log by a cut: one part a group, in the cut's order. Events that do not fit the cut are left out. */
export function splitLog(log: SubLog, graph: FollowsGraph, cut: Cut): SubLog[] {
  const groupOf = new Map(cut.groups.flatMap((group, g) => group.map((a) => [graph.codes[a] ?? 0, g] as const)))
  const parts = cut.groups.map(() => new SubLogBuilder())
  switch (cut.operator) {
    case 'choice':
      for (const trace of log) splitChoice(trace, groupOf, cut, parts)
      return parts.map((part) => part.build())
    case 'sequence':
      for (const trace of log) splitSequence(trace, groupOf, parts)
      return parts.map((part) => part.build())
    case 'parallel':
      return cut.groups.map((_, g) => mapTraces(log, (trace) => trace.filter((code) => groupOf.get(code) === g)))
    case 'loop':
      for (const trace of log) splitLoop(trace, groupOf, parts)
      return parts.map((part) => part.build())
  }
}

type GroupOf = ReadonlyMap<number, number>

/** The trace goes to the group it has most events of; of equal ones to the smaller, of which it then shows more. */
function splitChoice(
  { activities, count }: CountedTrace,
  groupOf: GroupOf,
  cut: Cut,
  parts: readonly SubLogBuilder[],
): void {
  const eventsOf = parts.map(() => 0)
  for (const code of activities) {
    const group = groupOf.get(code) ?? 0
    eventsOf[group] = (eventsOf[group] ?? 0) + 1
  }
  const sizeOf = (g: number): number => cut.groups[g]?.length ?? 0
  const ranked = [...eventsOf.keys()].sort((a, b) => (eventsOf[b] ?? 0) - (eventsOf[a] ?? 0) || sizeOf(a) - sizeOf(b))
  const [most = 0] = ranked
  parts[most]?.add(
    activities.filter((code) => groupOf.get(code) === most),
    count,
  )
}

/** Cuts the trace after each group's part where that leaves the fewest events on the wrong side. */
function splitSequence({ activities, count }: CountedTrace, groupOf: GroupOf, parts: readonly SubLogBuilder[]): void {
  let from = 0
  parts.forEach((part, g) => {
    const to = endOfPart(activities, groupOf, g, from)
    part.add(
      activities.slice(from, to).filter((code) => groupOf.get(code) === g),
      count,
    )
    from = to
  })
}

function endOfPart(activities: readonly number[], groupOf: GroupOf, group: number, from: number): number {
  let cost = 0
  let leastCost = 0
  let end = from
  for (let i = from; i < activities.length; i++) {
    const here = groupOf.get(activities[i] ?? 0) ?? 0
    // Events of earlier groups come too late wherever the cut is made: they do not count.
    if (here === group) cost--
    else if (here > group) cost++
    if (cost < leastCost) {
      leastCost = cost
      end = i + 1
    }
  }
  return end
}

/** Body and ways back take turns; a trace that ends on a way back has gone through an empty body. */
function splitLoop({ activities, count }: CountedTrace, groupOf: GroupOf, parts: readonly SubLogBuilder[]): void {
  let current = 0
  let run: number[] = []
  for (const code of activities) {
    const group = groupOf.get(code) ?? 0
    if (group !== current) {
      parts[current]?.add(run, count)
      // From one way back to another the body lies between, empty.
      if (group > 0 && current > 0) parts[0]?.add([], count)
      run = []
      current = group
    }
    run.push(code)
  }
  parts[current]?.add(run, count)
  if (current > 0) parts[0]?.add([], count)
}
