import type { PublishedStandards } from '#casefile'
import { type BackTest, backTest, calibrate, type Estimate, tasksBefore, type WhatIfTask } from '#insight'
import { accept, addDays, dateInShanghai, instantAtShanghai, type PlainDate, type Result, refuse } from '#kernel'
import type { ProcessGraph } from '#process'
import type { CaseHistory } from '../history/case-history.ts'
import { type OfficeTime, openIntervals } from '../history/office-hours.ts'
import { whatIfSetting } from '../settings.ts'
import { observe } from './observe-history.ts'

/** A step of the process as a lever. */
export interface WhatIfStep {
  readonly elementId: string
  readonly name: string
  readonly useCase: string
  readonly stage: string
  readonly role: string
  /** The customer's or an authority's time: nobody's work. */
  readonly waits: boolean
  /** What the law says to leaving it out: `refused`, or `conditional` on ordinary customers. */
  readonly law: { readonly effect: string; readonly ruleZh: string; readonly ruleEn: string } | null
  /** Steps it would be done at the same time as, were it done alongside what comes before; null where nothing stands out there. */
  readonly alongside: readonly string[] | null
  /** What must be done before it begins, by use case, with the rule. */
  readonly mustFollow: readonly { readonly earlier: string; readonly ruleZh: string; readonly ruleEn: string }[]
}

/** A limit for the whole of a case, as published. */
export interface WholeLimit {
  readonly ruleSet: string
  readonly days: number
}

/** Today's process as the company's own history tells it, before anything is changed. */
export interface WhatIfBasis {
  readonly process: {
    readonly name: string
    readonly version: number
    readonly variant: string
  }
  /** Days on which the cases it rests on were applied for. */
  readonly from: string
  readonly to: string
  readonly cases: number
  readonly finished: number
  /** Left out: cancelled and withdrawn cases, and cases under other versions. */
  readonly leftOut: number
  /** Share of the cases in which the customer was told the construction standards and confirmed. */
  readonly standardsConfirmedShare: number
  readonly steps: readonly WhatIfStep[]
  readonly staff: readonly {
    readonly name: string
    readonly roles: readonly string[]
    readonly count: number
    /** Works for this unit's cases alone; null: for all. */
    readonly unitId: string | null
  }[]
  /** Units between which people can move; empty where nobody belongs to one. */
  readonly units: readonly string[]
  /** Limits of the class most of these cases are of. */
  readonly limits: readonly WholeLimit[]
  readonly urgentShare: number
  readonly estimates: readonly Estimate[]
  readonly backTest: BackTest
  readonly limitDays: number
  /** Cases one person keeps at a time under one-to-one service, before it is changed. */
  readonly loadLimit: number
  readonly runs: number
  readonly role: string
}

export interface WhatIfGround {
  readonly basis: WhatIfBasis
  /** Lacks scenarios, people and seed. */
  readonly task: Omit<WhatIfTask, 'scenarios' | 'people' | 'seed'>
}

/** Whose service may become one-to-one. */
const oneToOneRole = 'account-manager'

/** Refused where the cases have no process, none of them is finished, or a year has no calendar. */
export function whatIfGround(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  { msPerDay }: OfficeTime,
  now: Date,
): Result<WhatIfGround> {
  const today = dateInShanghai(now)
  const chosen = mostFrequentProcess(cases)
  const graph = chosen && standards.processVersion(chosen.process.name, chosen.process.version)?.graph
  if (!chosen || !graph) return refuse({ code: 'no-finished-case' })
  const earliest = chosen.cases.map(({ openedAt }) => dateInShanghai(new Date(openedAt))).sort()[0] ?? today
  // An older way of working is not today's.
  const bound = addDays(today, -whatIfSetting(standards, 'history-days', today))
  const from = earliest < bound ? bound : (earliest as PlainDate)
  const startMs = instantAtShanghai(from, '00:00').getTime()
  const days = Math.max(1, Math.ceil((now.getTime() - startMs) / 86_400_000))
  const intervals = openIntervals(standards, from, today)
  if (!intervals.ok) return intervals
  const kept = chosen.cases.filter(({ openedAt }) => Date.parse(openedAt) >= startMs)
  const observation = observe(kept, graph, { startsOn: from, startMs, days, office: intervals.value }, (key) =>
    whatIfSetting(standards, key, today),
  )
  const calibration = calibrate(observation)
  if (!calibration.ok) return calibration
  const { scenario, estimates, visits } = calibration.value
  const hoursPerDay = msPerDay / 3_600_000
  const runs = whatIfSetting(standards, 'runs', today)
  const limitDays = whatIfSetting(standards, 'limit-days', today)
  return accept({
    basis: {
      process: { ...chosen.process, variant: kept[0]?.variant ?? '' },
      from,
      to: today,
      cases: kept.length,
      finished: observation.cases.filter(({ endedHours }) => endedHours !== undefined).length,
      leftOut: cases.length - kept.length,
      standardsConfirmedShare: kept.filter((each) => each.standardsConfirmed).length / kept.length,
      steps: graph.tasks.map((task) => stepOf(task, graph, observation.waits, standards, today)),
      staff: scenario.staff.map(({ name, roles, count, unit }) => ({ name, roles, count, unitId: unit ?? null })),
      units: (scenario.units ?? []).map(({ name }) => name),
      limits: wholeLimits(kept, standards, today),
      urgentShare: scenario.kinds?.find(({ name }) => name === 'urgent')?.share ?? 0,
      estimates,
      backTest: backTest(observation, {
        needed: whatIfSetting(standards, 'back-test-cases', today),
        thresholdDays: whatIfSetting(standards, 'back-test-distance-days', today),
        hoursPerDay,
      }),
      limitDays,
      loadLimit: whatIfSetting(standards, 'one-to-one-load', today),
      runs,
      role: oneToOneRole,
    },
    task: {
      graph: plainGraph(graph),
      today: scenario,
      office: intervals.value,
      terms: {
        hoursPerDay,
        limitDays,
        yuanPerHour: whatIfSetting(standards, 'staff-yuan-per-hour', today),
        furtherLimits: [],
        visits,
        overloadedAt: whatIfSetting(standards, 'overloaded-share', today),
      },
      role: oneToOneRole,
      runs,
    },
  })
}

function mostFrequentProcess(cases: readonly CaseHistory[]) {
  const begun = cases.filter(({ process, status }) => process && status !== 'cancelled' && status !== 'withdrawn')
  const groups = Map.groupBy(begun, ({ process }) => `${process?.name} ${process?.version}`)
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0]
  const process = largest?.[0]?.process
  return largest && process ? { cases: largest, process } : undefined
}

function stepOf(
  { id, name, useCase, stage, role }: ProcessGraph['tasks'][number],
  graph: ProcessGraph,
  waits: ReadonlySet<string>,
  standards: PublishedStandards,
  today: PlainDate,
): WhatIfStep {
  const rows = standards.decide('steps-required-by-law', { useCase }, today)
  const found = rows.ok ? rows.value[0]?.outputs : undefined
  const law = found
    ? { effect: String(found.effect), ruleZh: String(found.ruleZh), ruleEn: String(found.ruleEn) }
    : null
  const order = standards.decide('order-required-by-law', { useCase }, today)
  const mustFollow = (order.ok ? order.value : []).map(({ outputs }) => ({
    earlier: String(outputs.earlier),
    ruleZh: String(outputs.ruleZh),
    ruleEn: String(outputs.ruleEn),
  }))
  const alongside = tasksBefore(graph, id) ?? null
  return { elementId: id, name, useCase, stage, role, waits: waits.has(id), law, alongside, mustFollow }
}

function wholeLimits(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  today: PlainDate,
): readonly WholeLimit[] {
  const classes = Map.groupBy(cases, ({ limitClass }) => limitClass)
  const [limitClass = ''] = [...classes].sort((a, b) => b[1].length - a[1].length)[0] ?? []
  const rows = standards.decide('limits', { limitClass, node: 'whole', greenChannel: false }, today)
  if (!rows.ok) return []
  return rows.value.map(({ outputs }) => ({ ruleSet: String(outputs.ruleSet), days: Number(outputs.workingDays) }))
}

/** What a run needs of the graph, fit to be sent to a thread. */
function plainGraph({ nodes, flows, start, tasks }: ProcessGraph): WhatIfTask['graph'] {
  return {
    start,
    nodes: nodes.map(({ id, kind, incoming, outgoing }) => ({ id, kind, incoming, outgoing })),
    flows: flows.map(({ id, source, target }) => ({ id, source, target })),
    taskById: new Map(tasks.map(({ id, role }) => [id, { role }])),
  }
}
