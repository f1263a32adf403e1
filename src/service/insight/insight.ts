import type { PublishedStandards, StaffActor } from '#casefile'
import { accept, dateInShanghai, type Result } from '#kernel'
import type { ProcessGraph } from '#process'
import type { CaseHistory } from './history/case-history.ts'
import { officeTimeOf } from './history/office-hours.ts'
import type { ResidentHistory } from './history/resident-history.ts'
import { type CaseSelection, selectCases } from './history/select-cases.ts'
import { caseRow } from './reports/case-rows.ts'
import { type CaseQuestion, casesBehind } from './reports/cases-behind.ts'
import { clockReport } from './reports/clock-report.ts'
import { findingReport } from './reports/findings.ts'
import { indicatorReport } from './reports/indicator-report.ts'
import { type MapDetail, processMap } from './reports/process-map.ts'
import { type PublishedFigures, publishedFigures } from './reports/published-figures.ts'
import { scopeOf } from './reports/scope.ts'
import { stepWords } from './reports/step-words.ts'
import { variantReport } from './reports/variant-report.ts'

export interface InsightPorts {
  readonly history: ResidentHistory
  standards(companyId: string): Promise<PublishedStandards>
  /** The text of a published process. */
  processText(companyId: string, name: string, version: number): Promise<string | undefined>
}

interface Asked {
  readonly cases: readonly CaseHistory[]
  readonly standards: PublishedStandards
  readonly graphs: readonly ProcessGraph[]
}

/** Reports on the company's own history, each for one person: only cases that his roles of oversight cover are counted. */
export class Insight {
  readonly #ports: InsightPorts

  constructor(ports: InsightPorts) {
    this.#ports = ports
  }

  async scope(actor: StaffActor) {
    const { cases } = await this.#ask(actor, {})
    return scopeOf(cases)
  }

  async processMap(actor: StaffActor, selection: CaseSelection, detail: MapDetail, now: Date) {
    const { cases, standards, graphs } = await this.#ask(actor, selection)
    const office = officeTimeOf(cases, standards, now)
    return office.ok ? accept(processMap(cases, detail, office.value, stepWords(graphs, cases))) : office
  }

  /** The process of one variant in the version most of these cases ran under, and what happened at each of its steps. */
  async published(actor: StaffActor, selection: CaseSelection, now: Date): Promise<Result<PublishedAnswer>> {
    const { cases, standards, graphs } = await this.#ask(actor, selection)
    const office = officeTimeOf(cases, standards, now)
    if (!office.ok) return office
    const map = processMap(cases, { activityShare: 1, pathShare: 1 }, office.value, stepWords(graphs, cases))
    const figures = publishedFigures(cases, map)
    if (!figures) return accept({ process: null, xml: null, cases: 0, otherVersions: 0, activities: [] })
    const { name, version } = figures.process
    return accept({ ...figures, xml: (await this.#ports.processText(actor.companyId, name, version)) ?? null })
  }

  async variants(actor: StaffActor, selection: CaseSelection, limit: number, now: Date) {
    const { cases, standards, graphs } = await this.#ask(actor, selection)
    const report = variantReport(cases, standards, now, limit)
    const words = stepWords(graphs, cases)
    const elementIds = new Set(report.rows.flatMap((row) => row.elementIds))
    return { ...report, steps: [...elementIds].map(words) }
  }

  async cases(actor: StaffActor, selection: CaseSelection, question: CaseQuestion, limit: number, now: Date) {
    const { cases, standards } = await this.#ask(actor, selection)
    const found = casesBehind(cases, question, standards, now)
    return { total: found.length, cases: found.toReversed().slice(0, limit).map(caseRow) }
  }

  async findings(actor: StaffActor, selection: CaseSelection, now: Date) {
    const { cases, standards, graphs } = await this.#ask(actor, selection)
    const report = findingReport(cases, standards, dateInShanghai(now))
    const named = new Set(report.groups.flatMap((group) => group.findings))
    const caseIds = new Set([...named].map(({ caseId }) => caseId))
    const words = stepWords(graphs, cases)
    return {
      ...report,
      steps: [...new Set([...named].map(({ elementId }) => elementId))].map(words),
      rows: cases.filter(({ caseId }) => caseIds.has(caseId)).map(caseRow),
    }
  }

  async clocks(actor: StaffActor, selection: CaseSelection, now: Date) {
    const { cases, standards, graphs } = await this.#ask(actor, selection)
    const report = clockReport(cases, standards, now)
    const late = new Set(report.late.map(({ caseId }) => caseId))
    const words = stepWords(graphs, cases)
    return {
      ...report,
      reasons: report.byReason.map(({ reason }) => reasonWords(reason, words, standards, now)),
      rows: cases.filter(({ caseId }) => late.has(caseId)).map(caseRow),
    }
  }

  async indicators(actor: StaffActor, selection: CaseSelection, now: Date) {
    const { cases, standards } = await this.#ask(actor, selection)
    return indicatorReport(cases, standards, now, dateInShanghai(now))
  }

  async #ask(actor: StaffActor, selection: CaseSelection): Promise<Asked> {
    const [everything, standards] = await Promise.all([
      this.#ports.history.cases(actor.companyId),
      this.#ports.standards(actor.companyId),
    ])
    const cases = selectCases(everything, selection, actor)
    const versions = new Map(cases.map(({ process }) => [`${process?.name} ${process?.version}`, process]))
    const graphs = [...versions.values()].flatMap((process) => {
      const graph = process && standards.processVersion(process.name, process.version)?.graph
      return graph ? [graph] : []
    })
    return { cases, standards, graphs }
  }
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
