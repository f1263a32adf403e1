import type { IrregularityKind } from '#insight'
import { rankSumP, shareP } from '#insight'
import { wholeLogOf } from '../history/history-log.ts'
import type { FindingReport } from './findings.ts'
import type { MapActivity, ProcessMap } from './process-map.ts'
import type { SelectionFigures } from './selection-figures.ts'
import { samplesOf } from './step-samples.ts'
import type { StepWords } from './step-words.ts'
import { round, type Times, timesOf } from './times.ts'

/** A figure of either side, and how likely a difference as large is by chance; null where too few say anything. */
export interface Pair<Value> {
  readonly a: Value
  readonly b: Value
  readonly p: number | null
  /** Chance is less likely than the published threshold. */
  readonly isClear: boolean
}

/** When a difference counts, as published. */
export interface ComparisonTerms {
  /** Fewer values on a side say nothing. */
  readonly fewest: number
  /** Chance below which a difference is clear. */
  readonly chance: number
}

export interface StepPair extends StepWords {
  readonly events: readonly [number, number]
  /** Times done in a case on average. */
  readonly perCase: Pair<number>
  readonly handling: Pair<Times>
  readonly waiting: Pair<Times>
}

export interface PathPair {
  readonly source: string
  readonly target: string
  readonly counts: readonly [number, number]
  readonly perCase: readonly [number, number]
}

export interface Comparison {
  readonly terms: ComparisonTerms
  readonly cases: readonly [number, number]
  /** Days on the company's clock of finished cases. */
  readonly companyDays: Pair<Times>
  readonly lateShare: Pair<number>
  readonly deviatingShare: Pair<number>
  readonly steps: readonly StepPair[]
  readonly paths: readonly PathPair[]
  readonly variants: readonly { readonly elementIds: readonly string[]; readonly share: Pair<number> }[]
  readonly findings: readonly { readonly kind: IrregularityKind; readonly share: Pair<number> }[]
}

/** One side of a comparison, from its reports. */
export interface Side {
  readonly map: ProcessMap
  readonly figures: SelectionFigures
  readonly findings: FindingReport
}

const shownVariants = 15

/** Two selections side by side: the same steps, paths, ways and findings, with what differs by more than chance. */
export function compare(a: Side, b: Side, terms: ComparisonTerms): Comparison {
  const judge = judgeBy(terms)
  const { times, shares } = judge
  return {
    terms,
    cases: [a.figures.cases, b.figures.cases],
    companyDays: times(a.figures.companyDays, b.figures.companyDays),
    lateShare: shares([a.figures.late, a.figures.finished], [b.figures.late, b.figures.finished]),
    deviatingShare: shares([a.findings.deviating, a.findings.cases], [b.findings.deviating, b.findings.cases]),
    steps: stepPairs(a, b, judge),
    paths: pathPairs(a.map, b.map),
    variants: variantPairs(a.figures, b.figures, judge),
    findings: findingPairs(a.findings, b.findings, judge),
  }
}

type Counted = readonly [hits: number, of: number]

/** Sets figures beside each other under the published terms. */
interface Judge {
  times(a: readonly number[], b: readonly number[]): Pair<Times>
  shares(a: Counted, b: Counted): Pair<number>
  /** Two figures, with the chance that two shares differ as much. */
  pair(a: number, b: number, sharesOfA: Counted, sharesOfB: Counted): Pair<number>
}

function judgeBy({ fewest, chance }: ComparisonTerms): Judge {
  const pairOf = <Value>(a: Value, b: Value, p: number | undefined): Pair<Value> => ({
    ...{ a, b, p: p ?? null },
    isClear: p !== undefined && p < chance,
  })
  const pair: Judge['pair'] = (a, b, [hitsA, ofA], [hitsB, ofB]) => pairOf(a, b, shareP(hitsA, ofA, hitsB, ofB, fewest))
  return {
    times: (a, b) => pairOf(timesOf(a), timesOf(b), rankSumP(a, b, fewest)),
    shares: (a, b) => pair(shareOf(...a), shareOf(...b), a, b),
    pair,
  }
}

const shareOf = (hits: number, of: number): number => (of === 0 ? 0 : hits / of)

function stepPairs(a: Side, b: Side, { pair, times }: Judge): readonly StepPair[] {
  const [ofA, ofB] = [samplesByStep(a), samplesByStep(b)]
  const words = new Map([...a.map.activities, ...b.map.activities].map((step) => [step.elementId, step]))
  return [...words.values()].map(({ elementId, name, useCase, stage, owner }) => {
    const [left, right] = [ofA.get(elementId), ofB.get(elementId)]
    const [eventsA, eventsB] = [left?.step.events ?? 0, right?.step.events ?? 0]
    return {
      ...{ elementId, name, useCase, stage, owner },
      events: [eventsA, eventsB],
      perCase: pair(
        round(shareOf(eventsA, a.map.cases)),
        round(shareOf(eventsB, b.map.cases)),
        // Of cases that did it at all: how often one did is no share.
        [left?.step.cases ?? 0, a.map.cases],
        [right?.step.cases ?? 0, b.map.cases],
      ),
      handling: times(left?.handling ?? [], right?.handling ?? []),
      waiting: times(left?.waiting ?? [], right?.waiting ?? []),
    }
  })
}

interface StepSample {
  readonly step: MapActivity
  readonly handling: readonly number[]
  readonly waiting: readonly number[]
}

function samplesByStep({ map, figures }: Side): ReadonlyMap<string, StepSample> {
  const log = wholeLogOf(figures.list)
  const samples = samplesOf(log, figures.office)
  const steps = new Map(map.activities.map((step) => [step.elementId, step]))
  return new Map(
    log.activities.flatMap((elementId, code) => {
      const step = steps.get(elementId)
      const sample = { handling: samples.handlingDays[code] ?? [], waiting: samples.waitingDays[code] ?? [] }
      return step ? [[elementId, { step, ...sample }] as const] : []
    }),
  )
}

function pathPairs(a: ProcessMap, b: ProcessMap): readonly PathPair[] {
  const key = (path: { source: string; target: string }) => `${path.source} ${path.target}`
  const [ofA, ofB] = [a, b].map(({ paths }) => new Map(paths.map((path) => [key(path), path.count])))
  const all = new Map([...a.paths, ...b.paths].map((path) => [key(path), path]))
  return [...all].map(([name, { source, target }]) => {
    const counts = [ofA?.get(name) ?? 0, ofB?.get(name) ?? 0] as const
    return { source, target, counts, perCase: [shareOf(counts[0], a.cases), shareOf(counts[1], b.cases)] }
  })
}

function variantPairs(a: SelectionFigures, b: SelectionFigures, { shares }: Judge): Comparison['variants'] {
  const ways = new Set([...a.ways.keys(), ...b.ways.keys()])
  return [...ways]
    .map((way) => ({
      elementIds: way.split(' '),
      share: shares([a.ways.get(way) ?? 0, a.finished], [b.ways.get(way) ?? 0, b.finished]),
    }))
    .sort((x, y) => Math.max(y.share.a, y.share.b) - Math.max(x.share.a, x.share.b))
    .slice(0, shownVariants)
}

function findingPairs(a: FindingReport, b: FindingReport, { shares }: Judge): Comparison['findings'] {
  const kinds = new Set([...a.groups, ...b.groups].map(({ kind }) => kind))
  const casesOf = ({ groups }: FindingReport, kind: IrregularityKind) =>
    groups.find((group) => group.kind === kind)?.cases ?? 0
  return [...kinds].map((kind) => ({ kind, share: shares([casesOf(a, kind), a.cases], [casesOf(b, kind), b.cases]) }))
}
