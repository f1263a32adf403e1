import {
  type AcceptingNet,
  alignLog,
  directlyFollows,
  discoverTree,
  type EventLog,
  edgeTotals,
  netFaults,
  netSize,
  readBpmnNet,
  readPnml,
  throughput,
  tokenReplay,
  treeToNet,
  variants,
  variantTrace,
  writeBpmn,
  writePnml,
  writeTree,
} from '#insight'
import { accept, type Result, refuse } from '#kernel'

/** A log in figures. Times in seconds of the calendar, nights and holidays included: no office hours are known of it. */
export interface LogFigures {
  readonly events: number
  readonly cases: number
  readonly activities: readonly { readonly name: string; readonly events: number }[]
  readonly dfgEdges: number
  readonly dfgSum: number
  readonly variantCount: number
  readonly variants: readonly { readonly steps: readonly string[]; readonly cases: number }[]
  readonly medianSeconds: number
  readonly meanSeconds: number
}

const shownVariants = 20

export function logFigures(log: EventLog): LogFigures {
  const found = variants(log)
  const graph = directlyFollows(log)
  const { medianSeconds, meanSeconds } = throughput(log)
  return {
    events: log.eventCount,
    cases: log.caseCount,
    activities: log.activities
      .map((name, code) => ({ name, events: graph.eventCount[code] ?? 0 }))
      .sort((a, b) => b.events - a.events),
    ...edgeTotals(graph),
    variantCount: found.variantCount,
    variants: Array.from({ length: Math.min(shownVariants, found.variantCount) }, (_, variant) => ({
      steps: variantTrace(log, found, variant),
      cases: found.caseCount[variant] ?? 0,
    })),
    medianSeconds,
    meanSeconds,
  }
}

/** How well a model explains a log: by token replay, and by optimal alignments. */
export interface Fitness {
  readonly places: number
  readonly transitions: number
  readonly arcs: number
  readonly tokenFitness: number
  /** Per cent. */
  readonly tokenFitCases: number
  readonly alignmentFitness: number
  /** Per cent. */
  readonly alignedFitCases: number
  /** Cases that the model explains worst, most moves of log or model alone first. */
  readonly worst: readonly { readonly caseId: string; readonly cost: number }[]
}

const shownWorst = 20

export function fitnessOf(log: EventLog, net: AcceptingNet): Result<Fitness> {
  const faults = netFaults(net)
  if (faults.length > 0) return refuse({ code: 'model-refused', faults })
  const replayed = tokenReplay(log, net)
  const aligned = alignLog(log, net)
  if (!aligned.ok) return aligned
  const { fitness, percentFit, costs } = aligned.value
  return accept({
    ...netSize(net),
    tokenFitness: replayed.tokenFitness,
    tokenFitCases: replayed.percentFitTraces,
    alignmentFitness: fitness,
    alignedFitCases: percentFit,
    worst: costs
      .map((cost, c) => ({ caseId: log.caseIds[c] ?? '', cost }))
      .filter(({ cost }) => cost > 0)
      .sort((a, b) => b.cost - a.cost)
      .slice(0, shownWorst),
  })
}

/** A model made from a log, as text of either kind, with how well it explains what it was made from. */
export interface DiscoveredModel {
  readonly tree: string
  readonly bpmn: string
  readonly pnml: string
  readonly fitness: Fitness
}

export function discoverModel(log: EventLog, noise: number): Result<DiscoveredModel> {
  const tree = discoverTree(log, noise)
  const net = treeToNet(tree)
  const fitness = fitnessOf(log, net)
  if (!fitness.ok) return fitness
  return accept({
    tree: writeTree(tree),
    bpmn: writeBpmn(tree, 'discovered'),
    pnml: writePnml(net),
    fitness: fitness.value,
  })
}

/** Compares a log with a model somebody drew: `.bpmn` or PNML, told apart by the file's name. */
export function checkModel(log: EventLog, file: string, text: string): Result<Fitness> {
  const activities = new Set(log.activities)
  const net = /\.bpmn$/i.test(file) ? readBpmnNet(text, activities) : readPnml(text, activities)
  return net.ok ? fitnessOf(log, net.value) : net
}
