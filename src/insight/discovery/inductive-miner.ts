import type { EventLog } from '../log/event-log.ts'
import { type Cut, findCut } from './cuts.ts'
import { fallThrough } from './fall-through.ts'
import { type FollowsGraph, followsGraph, withoutInfrequent } from './follows-graph.ts'
import { activity, block, type ProcessTree, silent } from './process-tree.ts'
import { splitLog } from './split-log.ts'
import { caseCount, type SubLog, subLogOf } from './sub-log.ts'

/**
 * Inductive miner: S. J. J. Leemans, D. Fahland, W. M. P. van der Aalst, "Discovering block-structured process models from
 * event logs – a constructive approach" (Petri Nets 2013). With `noise` 0 every trace of the log fits the model; with a
 * noise between 0 and 1 it is the infrequent variant, which leaves out ways taken at most that share as often as the most
 * frequent one from the same activity.
 */
export function discoverTree(log: EventLog, noise = 0): ProcessTree {
  // Activities in alphabetical order, so that the model does not depend on which case happens to come first.
  const names = log.activities.toSorted((a, b) => (a < b ? -1 : 1))
  return mine(subLogOf(log, names), names, noise)
}

function mine(log: SubLog, names: readonly string[], noise: number): ProcessTree {
  const filled = log.filter(({ activities }) => activities.length > 0)
  if (filled.length === 0) return silent
  const emptyCases = caseCount(log) - caseCount(filled)
  if (emptyCases > noise * caseCount(log)) return block('choice', [silent, mine(filled, names, noise)])
  const [first] = filled
  const [code] = first?.activities ?? []
  if (filled.length === 1 && first?.activities.length === 1 && code !== undefined) return activity(names[code] ?? '')
  const graph = followsGraph(filled)
  const cut = findCut(graph) ?? (noise > 0 ? findCut(withoutInfrequent(graph, noise)) : undefined)
  return cut ? divide(filled, graph, cut, names, noise) : mineWithoutCut(filled, graph, names, noise)
}

function divide(log: SubLog, graph: FollowsGraph, cut: Cut, names: readonly string[], noise: number): ProcessTree {
  return block(
    cut.operator,
    splitLog(log, graph, cut).map((part) => mine(part, names, noise)),
  )
}

function mineWithoutCut(log: SubLog, graph: FollowsGraph, names: readonly string[], noise: number): ProcessTree {
  const way = fallThrough(log, graph)
  switch (way.kind) {
    case 'divide':
      return block(
        way.operator,
        way.parts.map((part) => mine(part, names, noise)),
      )
    case 'repeat':
      return block('loop', [mine(way.part, names, noise), silent])
    case 'flower':
      return block('loop', [silent, ...way.codes.map((code) => activity(names[code] ?? ''))])
  }
}
