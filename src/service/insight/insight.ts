import type { PublishedStandards, StaffActor } from '#casefile'
import type { EventLog } from '#insight'
import { accept, dateInShanghai, type Result } from '#kernel'
import type { ProcessGraph } from '#process'
import type { CaseHistory } from './history/case-history.ts'
import { logOf } from './history/history-log.ts'
import { LatelyAsked } from './history/lately-asked.ts'
import { type OfficeTime, officeTimeOf } from './history/office-hours.ts'
import type { ResidentHistory } from './history/resident-history.ts'
import { type CaseSelection, selectCases } from './history/select-cases.ts'
import { caseRow } from './reports/case-rows.ts'
import { type CaseQuestion, casesBehind } from './reports/cases-behind.ts'
import { clockReport } from './reports/clock-report.ts'
import { type Comparison, type ComparisonTerms, compare, type Side } from './reports/comparison.ts'
import { type FindingReport, findingReport } from './reports/findings.ts'
import { indicatorReport } from './reports/indicator-report.ts'
import { indicatorTable } from './reports/indicator-table.ts'
import { movesOf } from './reports/moves.ts'
import { type MapDetail, type ProcessMap, processMap } from './reports/process-map.ts'
import { type PublishedFigures, publishedFigures } from './reports/published-figures.ts'
import { scopeOf } from './reports/scope.ts'
import { selectionFigures } from './reports/selection-figures.ts'
import { stepWords } from './reports/step-words.ts'
import { variantReport } from './reports/variant-report.ts'
import { insightSetting } from './settings.ts'
import { type WhatIfGround, whatIfGround } from './what-if/what-if-basis.ts'

export interface InsightPorts {
  readonly history: ResidentHistory
  standards(companyId: string): Promise<PublishedStandards>
  /** The text of a published process. */
  processText(companyId: string, name: string, version: number): Promise<string | undefined>
}

/** The cases of one selection, and what was made of them today, as long as no case moves and nothing is published. */
interface Asked {
  readonly cases: readonly CaseHistory[]
  readonly standards: PublishedStandards
  readonly graphs: readonly ProcessGraph[]
  readonly office: Result<OfficeTime>
  readonly made: LatelyAsked<unknown>
}

/** A page asks many times about one selection, and its sliders many times for one map. */
const selectionsKept = 12
const answersKept = 16

/** Reports on the company's own history, each for one person: only cases that his roles of oversight cover are counted. */
export class Insight {
  readonly #ports: InsightPorts
  readonly #selections = new LatelyAsked<Asked>(selectionsKept)

  constructor(ports: InsightPorts) {
    this.#ports = ports
  }

  async scope(actor: StaffActor, now: Date) {
    const asked = await this.#ask(actor, {}, now)
    return once(asked, 'scope', () => scopeOf(asked.cases))
  }

  async processMap(actor: StaffActor, selection: CaseSelection, detail: MapDetail, now: Date) {
    const asked = await this.#ask(actor, selection, now)
    return mapOf(asked, detail)
  }

  /** The process of one variant in the version most of these cases ran under, and what happened at each of its steps. */
  async published(actor: StaffActor, selection: CaseSelection, now: Date): Promise<Result<PublishedAnswer>> {
    const asked = await this.#ask(actor, selection, now)
    const map = mapOf(asked, { activityShare: 1, pathShare: 1 })
    if (!map.ok) return map
    const figures = publishedFigures(asked.cases, map.value)
    if (!figures) return accept({ process: null, xml: null, cases: 0, otherVersions: 0, activities: [] })
    const { name, version } = figures.process
    return accept({ ...figures, xml: (await this.#ports.processText(actor.companyId, name, version)) ?? null })
  }

  async variants(actor: StaffActor, selection: CaseSelection, limit: number, now: Date) {
    const asked = await this.#ask(actor, selection, now)
    const { cases, standards, graphs } = asked
    return once(asked, `variants ${limit}`, () => {
      const report = variantReport(cases, standards, now, limit)
      const elementIds = new Set(report.rows.flatMap((row) => row.elementIds))
      return { ...report, steps: [...elementIds].map(stepWords(graphs, cases)) }
    })
  }

  async cases(actor: StaffActor, selection: CaseSelection, question: CaseQuestion, limit: number, now: Date) {
    const { cases, standards } = await this.#ask(actor, selection, now)
    const found = casesBehind(cases, question, standards, now)
    return { total: found.length, cases: found.toReversed().slice(0, limit).map(caseRow) }
  }

  /** `shown` findings of each rule with their cases; the counts are of all. */
  async findings(actor: StaffActor, selection: CaseSelection, shown: number, now: Date) {
    const asked = await this.#ask(actor, selection, now)
    const { cases, graphs } = asked
    const report = findingsOf(asked, now)
    const words = stepWords(graphs, cases)
    const groups = report.groups.map((group) => ({ ...group, findings: group.findings.slice(0, shown) }))
    const named = groups.flatMap((group) => group.findings)
    const caseIds = new Set(named.map(({ caseId }) => caseId))
    const steps = new Set(report.groups.flatMap(({ byElement }) => byElement.map(({ elementId }) => elementId)))
    return {
      ...report,
      groups,
      steps: [...steps].map(words),
      rows: cases.filter(({ caseId }) => caseIds.has(caseId)).map(caseRow),
    }
  }

  async clocks(actor: StaffActor, selection: CaseSelection, now: Date) {
    const asked = await this.#ask(actor, selection, now)
    const { cases, standards, graphs } = asked
    return once(asked, 'clocks', () => {
      const report = clockReport(cases, standards, now)
      const late = new Set(report.late.map(({ caseId }) => caseId))
      const words = stepWords(graphs, cases)
      return {
        ...report,
        reasons: report.byReason.map(({ reason }) => reasonWords(reason, words, standards, now)),
        rows: cases.filter(({ caseId }) => late.has(caseId)).map(caseRow),
      }
    })
  }

  async indicators(actor: StaffActor, selection: CaseSelection, now: Date) {
    const asked = await this.#ask(actor, selection, now)
    return once(asked, 'indicators', () => indicatorReport(asked.cases, asked.standards, now, dateInShanghai(now)))
  }

  async moves(actor: StaffActor, selection: CaseSelection, limit: number, now: Date) {
    const asked = await this.#ask(actor, selection, now)
    return once(asked, `moves ${limit}`, () => movesOf(asked.cases, limit, stepWords(asked.graphs, asked.cases)))
  }

  async indicatorTable(actor: StaffActor, selection: CaseSelection, now: Date) {
    const { cases, standards } = await this.#ask(actor, selection, now)
    return indicatorTable(await this.indicators(actor, selection, now), cases, standards, now)
  }

  /** Two selections side by side. */
  async comparison(actor: StaffActor, a: CaseSelection, b: CaseSelection, now: Date): Promise<Result<Comparison>> {
    const sideA = sideOf(await this.#ask(actor, a, now), now)
    const sideB = sideOf(await this.#ask(actor, b, now), now)
    if (!sideA.ok) return sideA
    return sideB.ok ? accept(compare(sideA.value, sideB.value, await this.#comparisonTerms(actor, now))) : sideB
  }

  async #comparisonTerms({ companyId }: StaffActor, now: Date): Promise<ComparisonTerms> {
    const standards = await this.#ports.standards(companyId)
    const today = dateInShanghai(now)
    return {
      fewest: insightSetting(standards, 'compare-fewest-values', today),
      chance: insightSetting(standards, 'compare-chance', today),
    }
  }

  /** The log of the finished cases. */
  async ownLog(actor: StaffActor, now: Date): Promise<EventLog> {
    const { cases } = await this.#ask(actor, {}, now)
    return logOf(cases.filter(({ status }) => status === 'closed'))
  }

  /** Today's process from the history of the selection's most frequent process, for what-if. */
  async whatIf(actor: StaffActor, selection: CaseSelection, now: Date): Promise<Result<WhatIfGround>> {
    const asked = await this.#ask(actor, selection, now)
    const { cases, standards, office } = asked
    if (!office.ok) return office
    return once(asked, 'what-if', () => whatIfGround(cases, standards, office.value, now))
  }

  async #ask(actor: StaffActor, selection: CaseSelection, now: Date): Promise<Asked> {
    const [everything, standards] = await Promise.all([
      this.#ports.history.cases(actor.companyId),
      this.#ports.standards(actor.companyId),
    ])
    const question = JSON.stringify([actor.companyId, selection, actor.grants])
    // Days are counted by the calendar, so that an answer holds until midnight.
    return this.#selections.get(question, [everything, standards, dateInShanghai(now)], () => {
      const cases = selectCases(everything, selection, actor)
      const office = officeTimeOf(cases, standards, now)
      return { cases, standards, graphs: graphsOf(cases, standards), office, made: new LatelyAsked(answersKept) }
    })
  }
}

function sideOf(asked: Asked, now: Date): Result<Side> {
  const { cases, standards, office } = asked
  const map = mapOf(asked, { activityShare: 1, pathShare: 1 })
  if (!map.ok) return map
  if (!office.ok) return office
  return accept({
    map: map.value,
    findings: findingsOf(asked, now),
    figures: once(asked, 'figures', () => selectionFigures(cases, office.value, standards, now)),
  })
}

const findingsOf = (asked: Asked, now: Date): FindingReport =>
  once(asked, 'findings', () => findingReport(asked.cases, asked.standards, dateInShanghai(now)))

const once = <Answer>({ made }: Asked, question: string, make: () => Answer): Answer =>
  made.get(question, [], make) as Answer

function mapOf(asked: Asked, detail: MapDetail): Result<ProcessMap> {
  const { cases, graphs, office } = asked
  if (!office.ok) return office
  return once(asked, `map ${JSON.stringify(detail)}`, () =>
    accept(processMap(cases, detail, office.value, stepWords(graphs, cases))),
  )
}

function graphsOf(cases: readonly CaseHistory[], standards: PublishedStandards): readonly ProcessGraph[] {
  const versions = new Map(cases.map(({ process }) => [`${process?.name} ${process?.version}`, process]))
  return [...versions.values()].flatMap((process) => {
    const graph = process && standards.processVersion(process.name, process.version)?.graph
    return graph ? [graph] : []
  })
}

/** Nulls where no case of the selection has begun. */
export type PublishedAnswer = Omit<PublishedFigures, 'process'> & {
  readonly process: PublishedFigures['process'] | null
  readonly xml: string | null
}

/** What a reason on a clock is called: the step that held it, or the published reason of a pause. */
function reasonWords(
  reason: string,
  words: ReturnType<typeof stepWords>,
  standards: PublishedStandards,
  now: Date,
): { readonly reason: string; readonly nameZh: string; readonly nameEn: string; readonly useCase: string } {
  const rows = standards.decide('pause-reasons', { reason }, dateInShanghai(now))
  const outputs = rows.ok ? rows.value[0]?.outputs : undefined
  const { name, useCase } = words(reason)
  return {
    reason,
    nameZh: String(outputs?.nameZh ?? name),
    nameEn: String(outputs?.nameEn ?? ''),
    useCase,
  }
}
