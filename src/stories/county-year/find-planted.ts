import type { PublishedStandards } from '#casefile'
import { type IrregularityKind, irregularityKinds } from '#insight'
import { plainDate } from '#kernel'
import type { CaseHistory } from '#service/insight/history/case-history'
import { findingReport } from '#service/insight/reports/findings'
import type { Misdeed } from './misdeeds.ts'
import { plantedInLog, plantInLog } from './plant-in-log.ts'

/** How one rule did among the cases of a year. */
export interface RuleFigures {
  readonly kind: IrregularityKind
  readonly planted: number
  readonly found: number
  /** Found in cases nobody did anything wrong in. */
  readonly falseAlarms: number
}

const endOfYear = plainDate('2026-12-31')

/**
 * Looks for all irregularities of a year: those people played (`misdeeds`, by address) and so many of each other kind, planted here in
 * the log of cases that went well.
 */
export function findPlanted(
  histories: readonly CaseHistory[],
  misdeeds: ReadonlyMap<string, Misdeed>,
  inLogOfEach: number,
  standards: PublishedStandards,
): readonly RuleFigures[] {
  const wanted = new Map<string, IrregularityKind>()
  const clean: CaseHistory[] = []
  for (const each of histories) {
    const misdeed = misdeeds.get(each.address)
    if (misdeed !== undefined && each.status === 'closed') wanted.set(each.caseId, misdeed)
    else if (misdeed === undefined && each.status === 'closed' && each.limitClass === 'resident') clean.push(each)
  }
  const changed = new Map<string, CaseHistory>()
  plantedInLog.forEach((kind, place) => {
    for (const each of clean.slice(place * inLogOfEach, (place + 1) * inLogOfEach)) {
      changed.set(each.caseId, plantInLog(each, kind, standards, endOfYear))
      wanted.set(each.caseId, kind)
    }
  })
  const year = histories.map((each) => changed.get(each.caseId) ?? each)
  const { groups } = findingReport(year, standards, endOfYear)
  return irregularityKinds.map((kind) => {
    const findings = groups.find((group) => group.kind === kind)?.findings ?? []
    const found = new Set(findings.map(({ caseId }) => caseId))
    const planted = [...wanted].flatMap(([caseId, what]) => (what === kind ? [caseId] : []))
    const right = planted.filter((caseId) => found.has(caseId)).length
    const falseAlarms = [...found].filter((caseId) => !wanted.has(caseId)).length
    return { kind, planted: planted.length, found: right, falseAlarms }
  })
}
