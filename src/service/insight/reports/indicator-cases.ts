import type { PublishedStandards } from '#casefile'
import type { IndicatorCase } from '#insight'
import { dateInShanghai } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'
import { companyDays, nodeTimes, ownedDays } from './case-clock.ts'

/** Cases for the indicators: those archived, counted in the month of that. Days that cannot be told leave a case out. */
export function indicatorCases(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  now: Date,
): readonly IndicatorCase[] {
  return cases.flatMap((history) => {
    const { status, endedAt } = history
    if (status !== 'closed' || endedAt === undefined) return []
    const days = ownedDays(history, standards.calendar, now)
    const connectionDays = companyDays(history, standards.calendar, now)
    if (days === 'undetermined' || connectionDays === 'undetermined') return []
    const nodes = nodeTimes(history, standards, now)
    return [
      {
        caseId: history.caseId,
        unit: history.unitId,
        connectionClass: history.limitClass,
        rateGroup: rateGroupOf(history),
        archivedMonth: dateInShanghai(new Date(endedAt)).slice(0, 7),
        nodes,
        connectionDays,
        stages: history.stages.length,
        counterVisits: history.counterVisits.length,
        appliedOnline: history.channel === 'portal',
        completeAtOnce: timesDone(history, 'complete-application') === 0,
        ...passedFirst('planPassedFirst', timesDone(history, 'draft-supply-plan')),
        ...passedFirst('inspectionPassedFirst', timesDone(history, 'inspect-completion')),
        ...archivedInTime(nodes),
        ...(history.satisfaction === undefined ? {} : { satisfaction: history.satisfaction }),
        days,
      },
    ]
  })
}

/** Groups of the on-time rate; their weights are rows of `insight-settings`. */
export const rateGroups = ['hv', 'lv', 'generation'] as const

function rateGroupOf({ kind, voltageClass }: CaseHistory): (typeof rateGroups)[number] {
  return kind === 'pv' || kind === 'charging-pile' ? 'generation' : voltageClass
}

const timesDone = ({ runs }: CaseHistory, useCase: string): number =>
  runs.filter((run) => run.useCase === useCase).length

function passedFirst<Key extends string>(key: Key, times: number): Partial<Record<Key, boolean>> {
  return times === 0 ? {} : ({ [key]: times === 1 } as Record<Key, boolean>)
}

function archivedInTime(nodes: IndicatorCase['nodes']): { archivedInTime?: boolean } {
  const archive = nodes.filter(({ node }) => node === 'archive')
  return archive.length === 0
    ? {}
    : { archivedInTime: archive.every(({ usedDays, limitDays }) => usedDays <= limitDays) }
}
