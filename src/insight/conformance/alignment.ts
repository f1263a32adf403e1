import { accept, type Fault, type Result, refuse } from '#kernel'
import type { EventLog } from '../log/event-log.ts'
import { type AcceptingNet, transitionsByLabel } from '../petri/petri-net.ts'
import { netFaults } from '../petri/reachability.ts'
import { variants } from '../process-map/variants.ts'
import { type AlignmentMove, AlignmentSearch } from './alignment-search.ts'

export interface VariantAlignment {
  /** Moves of log or model alone, silent transitions free. */
  readonly cost: number
  /** 1 − cost / (events + shortest way through the model). */
  readonly fitness: number
  readonly moves: readonly AlignmentMove[]
}

export interface LogAlignment {
  /** Mean fitness of the cases, each counted the same. */
  readonly fitness: number
  /** The same over all moves at once, so that long cases weigh more: 1 − sum of costs / sum of worst costs. */
  readonly moveFitness: number
  /** Share of cases that cost nothing, per cent. */
  readonly percentFit: number
  /** Cost of each case, in the order of the log. */
  readonly costs: readonly number[]
  /** In the order of `variants(log)`. */
  readonly byVariant: readonly VariantAlignment[]
}

/**
 * Optimal alignments of every variant with a net (A. Adriansyah, B. F. van Dongen, W. M. P. van der Aalst, "Conformance
 * checking using cost-based fitness analysis", EDOC 2011): the cheapest way to explain the trace by the model, one for each
 * event the model does not explain and each visible step the trace does not show. Refused: nets without bound, or whose
 * final marking cannot be reached, and traces whose search grows past a million states.
 */
export function alignLog(log: EventLog, net: AcceptingNet): Result<LogAlignment> {
  const faults = netFaults(net)
  if (faults.length > 0) return refuse({ code: 'model-refused', faults })
  const aligner = new TraceAligner(net)
  const shortest = aligner.align([])
  if (typeof shortest === 'string')
    return refuse({ code: 'model-refused', faults: [{ path: 'net', code: `final-marking-${shortest}` }] })
  const found = variants(log)
  const byVariant: VariantAlignment[] = []
  const failed: Fault[] = []
  for (const example of found.exampleCase) {
    const trace = Array.from(log.activityOf.subarray(log.caseStarts[example], log.caseStarts[example + 1]))
    const aligned = aligner.align(trace.map((code) => log.activities[code] ?? ''))
    if (typeof aligned === 'string') failed.push({ path: `case ${log.caseIds[example]}`, code: `alignment-${aligned}` })
    else byVariant.push({ ...aligned, fitness: fitnessOf(aligned.cost, trace.length + shortest.cost) })
  }
  if (failed.length > 0) return refuse({ code: 'alignment-failed', faults: failed })
  return accept({ ...summarise(log, found.variantOf, byVariant, shortest.cost), byVariant })
}

const fitnessOf = (cost: number, worst: number): number => (worst === 0 ? 1 : 1 - cost / worst)

function summarise(
  log: EventLog,
  variantOf: Uint32Array,
  byVariant: readonly VariantAlignment[],
  shortestCost: number,
): Omit<LogAlignment, 'byVariant'> {
  const costs = Array.from(variantOf, (variant) => byVariant[variant]?.cost ?? 0)
  const total = costs.reduce((sum, cost) => sum + cost, 0)
  const fitnessSum = variantOf.reduce((sum, variant) => sum + (byVariant[variant]?.fitness ?? 0), 0)
  return {
    fitness: fitnessSum / log.caseCount,
    moveFitness: fitnessOf(total, log.eventCount + log.caseCount * shortestCost),
    percentFit: (100 * costs.filter((cost) => cost === 0).length) / log.caseCount,
    costs,
  }
}

/** Aligns traces given by name; events the net does not know are moves of the log, set aside before the search. */
export class TraceAligner {
  readonly #search: AlignmentSearch
  readonly #labels: ReadonlyMap<string, number>

  constructor(net: AcceptingNet) {
    this.#labels = new Map([...transitionsByLabel(net).keys()].map((label, code) => [label, code]))
    const labelOf = Int32Array.from(net.transitions, ({ label }) =>
      label === null ? -1 : (this.#labels.get(label) ?? -1),
    )
    this.#search = new AlignmentSearch(net, labelOf, this.#labels.size)
  }

  align(trace: readonly string[]): { cost: number; moves: readonly AlignmentMove[] } | 'unreachable' | 'too-large' {
    const known = trace.flatMap((activity, event) => {
      const label = this.#labels.get(activity)
      return label === undefined ? [] : [{ event, label }]
    })
    const aligned = this.#search.align(known.map(({ label }) => label))
    if (typeof aligned === 'string') return aligned
    const moves = aligned.moves.map(({ event, transition }) => ({ event: known[event]?.event ?? -1, transition }))
    return { cost: aligned.cost + trace.length - known.length, moves: withForeign(moves, trace.length) }
  }
}

/** Puts the events that were set aside back in their places, as moves of the log. */
function withForeign(moves: readonly AlignmentMove[], eventCount: number): AlignmentMove[] {
  const whole: AlignmentMove[] = []
  let next = 0
  const foreignUpTo = (event: number): void => {
    for (; next < event; next++) whole.push({ event: next, transition: -1 })
  }
  for (const move of moves) {
    if (move.event >= 0) foreignUpTo(move.event)
    whole.push(move)
    if (move.event >= 0) next = move.event + 1
  }
  foreignUpTo(eventCount)
  return whole
}
