import type { PublishedStandards } from '#casefile'
import {
  type CaseRecord,
  type ExpectedOrder,
  type FactTypes,
  findIrregularities,
  type Irregularity,
  type IrregularityKind,
  type IrregularityLimits,
  irregularityKinds,
} from '#insight'
import type { PlainDate } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'
import { insightSetting } from '../settings.ts'
import { findingKey, type Settlement, type Verdict } from '../settling/settlement.ts'
import { expectedOrder, processOrder } from './expected-order.ts'

/** One case in which practice and standard differ, with the facts that show it. */
export interface FindingCase {
  readonly caseId: string
  readonly elementId: string
  /** Numbers of the facts in the case. */
  readonly facts: readonly number[]
  readonly data: Readonly<Record<string, unknown>>
  /** What the auditor said; absent while it is open. */
  readonly settled?: Settlement | undefined
}

/** Findings by what auditors said about them. */
export type SettledCounts = Readonly<Record<Verdict | 'open', number>>

export interface FindingGroup {
  readonly kind: IrregularityKind
  readonly findings: readonly FindingCase[]
  /** Cases with at least one. */
  readonly cases: number
  /** Units where they gather, most first. */
  readonly byUnit: readonly { readonly unitId: string; readonly cases: number }[]
  /** Steps where they gather, most first. */
  readonly byElement: readonly { readonly elementId: string; readonly findings: number }[]
  readonly settled: SettledCounts
}

export interface FindingReport {
  readonly cases: number
  /** Cases with a finding that is no false alarm, as far as auditors have said. */
  readonly deviating: number
  readonly limits: IrregularityLimits
  readonly groups: readonly FindingGroup[]
}

/** What the rules look for among the facts of a case. */
const factTypes: FactTypes = {
  opened: ['task-opened', 'task-looped'],
  completed: ['task-completed'],
  reopening: ['task-looped', 'work-voided', 'case-reopened'],
  abandoned: ['case-withdrawn', 'case-cancelled'],
}

export function findingReport(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  today: PlainDate,
): FindingReport {
  const limits = limitsOn(standards, today)
  const judged = cases.filter(({ process }) => process !== undefined)
  const byId = new Map(judged.map((each) => [each.caseId, each]))
  const orders = new Map<string, ExpectedOrder>()
  const orderOf = ({ caseId }: CaseRecord): ExpectedOrder => orderFor(byId.get(caseId), standards, today, orders)
  const found = findIrregularities(
    judged.map((each) => recordOf(each, standards)),
    orderOf,
    factTypes,
    limits,
  )
  const byKind = Map.groupBy(found, ({ kind }) => kind)
  const groups = irregularityKinds.flatMap((kind) => {
    const findings = (byKind.get(kind) ?? []).map((each) => findingOf(each, byId.get(each.caseId)))
    return findings.length === 0 ? [] : [groupOf(kind, openFirst(findings), byId)]
  })
  const deviating = new Set(groups.flatMap(({ findings }) => findings.filter(isDeviation).map(({ caseId }) => caseId)))
  return { cases: judged.length, deviating: deviating.size, limits, groups }
}

const isDeviation = ({ settled }: FindingCase): boolean => settled?.verdict !== 'false-alarm'
const openFirst = (findings: readonly FindingCase[]): readonly FindingCase[] =>
  findings.toSorted((a, b) => Number(a.settled !== undefined) - Number(b.settled !== undefined))

function findingOf({ kind, caseId, elementId, facts, data }: Irregularity, history: CaseHistory | undefined) {
  const evidence = facts.map((number) => history?.facts[number]?.seq ?? 0)
  const settled = history?.settlements?.get(findingKey(kind, elementId, evidence))
  return { caseId, elementId, facts: evidence, data, ...(settled && { settled }) }
}

function countSettled(findings: readonly FindingCase[]): SettledCounts {
  const counts = { open: 0, confirmed: 0, justified: 0, 'false-alarm': 0 }
  for (const { settled } of findings) counts[settled?.verdict ?? 'open'] += 1
  return counts
}

function limitsOn(standards: PublishedStandards, today: PlainDate): IrregularityLimits {
  return {
    backDatedHours: insightSetting(standards, 'back-dated-hours', today),
    outsideMinutes: insightSetting(standards, 'outside-minutes', today),
    tooQuickSeconds: insightSetting(standards, 'too-quick-seconds', today),
    batchCases: insightSetting(standards, 'batch-cases', today),
    restartDays: insightSetting(standards, 'restart-days', today),
  }
}

/** The standard the case ran under: the version it was started with or moved to. */
function orderFor(
  history: CaseHistory | undefined,
  standards: PublishedStandards,
  today: PlainDate,
  orders: Map<string, ExpectedOrder>,
): ExpectedOrder {
  const { name = '', version = 0 } = history?.process ?? {}
  const key = `${name} ${version}`
  const known = orders.get(key)
  if (known) return known
  const published = standards.processVersion(name, version)
  const order = published
    ? expectedOrder(published.graph, standards, today)
    : { required: [], before: [], countersigned: [], acceptance: '' }
  orders.set(key, order)
  return order
}

/** The case for the rules: a step that the process itself opens again was called for, and is no repetition. */
function recordOf(history: CaseHistory, standards: PublishedStandards): CaseRecord {
  const { name = '', version = 0 } = history.process ?? {}
  const graph = standards.processVersion(name, version)?.graph
  const looping = graph ? processOrder(graph).looping : new Set<string>()
  const opened = new Set<string>()
  const facts = history.facts.map((fact) => {
    if (fact.type !== 'task-opened' || !looping.has(fact.elementId)) return fact
    if (opened.has(fact.elementId)) return { ...fact, type: 'task-looped' }
    opened.add(fact.elementId)
    return fact
  })
  return { caseId: history.caseId, subjectKey: history.subjectKey, facts }
}

function groupOf(
  kind: IrregularityKind,
  findings: readonly FindingCase[],
  byId: ReadonlyMap<string, CaseHistory>,
): FindingGroup {
  const caseIds = [...new Set(findings.map(({ caseId }) => caseId))]
  const units = Map.groupBy(caseIds, (caseId) => byId.get(caseId)?.unitId ?? '')
  const elements = Map.groupBy(findings, ({ elementId }) => elementId)
  return {
    kind,
    findings,
    cases: caseIds.length,
    byUnit: [...units].map(([unitId, each]) => ({ unitId, cases: each.length })).sort((a, b) => b.cases - a.cases),
    byElement: [...elements]
      .map(([elementId, each]) => ({ elementId, findings: each.length }))
      .sort((a, b) => b.findings - a.findings),
    settled: countSettled(findings),
  }
}
