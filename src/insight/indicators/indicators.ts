import type { ClockOwner, IndicatorCase } from './indicator-case.ts'

/** A share with what it was counted from, so that a page can say "47 of 50" and show the three. */
export interface Share {
  /** Undefined when there were none to count. */
  readonly rate: number | undefined
  readonly of: number
  /** Cases that did not pass. */
  readonly failed: readonly string[]
}

export interface Indicators {
  readonly cases: number
  /**
   * On-time rate with the node rule: a case passes only if every node its variant has kept its limit. The groups' rates are
   * weighted; a group without cases leaves its weight to the others.
   */
  readonly onTimeRate: number | undefined
  readonly onTimeByGroup: Readonly<Record<string, Share>>
  readonly meanConnectionDays: Readonly<Record<string, number>>
  readonly meanStages: number
  readonly meanCounterVisits: number
  readonly onlineShare: Share
  readonly completeAtOnce: Share
  readonly planFirstPass: Share
  readonly inspectionFirstPass: Share
  readonly archivedInTime: Share
  readonly meanSatisfaction: number | undefined
  /** Days by owner, all cases together. */
  readonly daysOf: Readonly<Record<ClockOwner, number>>
}

/** Weight of each group in the on-time rate: dated data of the company. */
export type GroupWeights = Readonly<Record<string, number>>

/** The indicators of a set of cases. */
export function indicators(cases: readonly IndicatorCase[], weights: GroupWeights): Indicators {
  const onTimeByGroup = groupShares(cases)
  return {
    cases: cases.length,
    onTimeRate: weightedRate(onTimeByGroup, weights),
    onTimeByGroup,
    meanConnectionDays: meansBy(
      cases,
      ({ connectionClass }) => connectionClass,
      ({ connectionDays }) => connectionDays,
    ),
    meanStages: mean(cases.map(({ stages }) => stages)) ?? 0,
    meanCounterVisits: mean(cases.map(({ counterVisits }) => counterVisits)) ?? 0,
    onlineShare: share(cases, ({ appliedOnline }) => appliedOnline),
    completeAtOnce: share(cases, ({ completeAtOnce }) => completeAtOnce),
    planFirstPass: share(cases, ({ planPassedFirst }) => planPassedFirst),
    inspectionFirstPass: share(cases, ({ inspectionPassedFirst }) => inspectionPassedFirst),
    archivedInTime: share(cases, ({ archivedInTime }) => archivedInTime),
    meanSatisfaction: mean(cases.flatMap(({ satisfaction }) => satisfaction ?? [])),
    daysOf: daysByOwner(cases),
  }
}

/** The same for every value of a key: unit, month. */
export function indicatorsBy(
  cases: readonly IndicatorCase[],
  key: (each: IndicatorCase) => string,
  weights: GroupWeights,
): Map<string, Indicators> {
  return new Map([...Map.groupBy(cases, key)].map(([value, group]) => [value, indicators(group, weights)]))
}

/** Every node kept its limit; undefined for a case without nodes, which can neither pass nor fail. */
export const isOnTime = ({ nodes }: IndicatorCase): boolean | undefined =>
  nodes.length === 0 ? undefined : nodes.every(({ usedDays, limitDays }) => usedDays <= limitDays)

function share(cases: readonly IndicatorCase[], holds: (each: IndicatorCase) => boolean | undefined): Share {
  const asked = cases.filter((each) => holds(each) !== undefined)
  const failed = asked.filter((each) => holds(each) === false).map(({ caseId }) => caseId)
  const rate = asked.length === 0 ? undefined : (asked.length - failed.length) / asked.length
  return { rate, of: asked.length, failed }
}

function groupShares(cases: readonly IndicatorCase[]): Record<string, Share> {
  const groups = Map.groupBy(cases, ({ rateGroup }) => rateGroup)
  return Object.fromEntries([...groups].map(([group, members]) => [group, share(members, isOnTime)]))
}

function weightedRate(shares: Readonly<Record<string, Share>>, weights: GroupWeights): number | undefined {
  let sum = 0
  let weightSum = 0
  for (const [group, { rate }] of Object.entries(shares)) {
    const weight = weights[group] ?? 0
    if (rate === undefined) continue
    sum += weight * rate
    weightSum += weight
  }
  return weightSum === 0 ? undefined : sum / weightSum
}

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length

function meansBy<T>(items: readonly T[], key: (item: T) => string, value: (item: T) => number): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(items, key)].map(([name, group]) => [name, mean(group.map(value)) ?? 0]))
}

function daysByOwner(cases: readonly IndicatorCase[]): Record<ClockOwner, number> {
  const sum = { company: 0, customer: 0, government: 0, weather: 0 }
  for (const { days } of cases) for (const { owner, days: count } of days) sum[owner] += count
  return sum
}
