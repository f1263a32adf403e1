import type { PublishedStandards } from '#casefile'
import type { PlainDate } from '#kernel'
import type { CaseHistory, EvidentFact } from '#service/insight/history/case-history'
import { expectedOrder } from '#service/insight/reports/expected-order'

/** Irregularities that the system refuses, so that they can only stand in a log that was tampered with or comes from elsewhere. */
export const plantedInLog = ['skipped', 'reordered', 'repeated', 'same-countersigner'] as const
export type PlantedInLog = (typeof plantedInLog)[number]

const minuteMs = 60_000

/** The log of a case as the engine wrote it, changed so that it shows one irregularity. */
export function plantInLog(
  history: CaseHistory,
  kind: PlantedInLog,
  standards: PublishedStandards,
  onDate: PlainDate,
): CaseHistory {
  return { ...history, facts: changed(history, kind, standards, onDate) }
}

function changed(
  { facts, process }: CaseHistory,
  kind: PlantedInLog,
  standards: PublishedStandards,
  onDate: PlainDate,
): readonly EvidentFact[] {
  if (kind === 'skipped') return facts.filter(({ elementId }) => elementId !== 'survey-site')
  const completed = (elementId: string) =>
    facts.findIndex((fact) => fact.type === 'task-completed' && fact.elementId === elementId)
  const place = completed('draft-contract')
  const once = facts[place]
  if (!once) throw new Error('the case has no contract that was drafted')
  if (kind === 'reordered') {
    // Signed before it was drafted.
    const signed = facts[completed('sign-contract')]
    if (!signed) throw new Error('the case has no contract that was signed')
    const laterMs = signed.recordedAt + minuteMs
    const late = { ...once, happenedAt: laterMs, recordedAt: laterMs }
    return facts
      .toSpliced(place, 1)
      .concat(late)
      .sort((a, b) => a.recordedAt - b.recordedAt)
  }
  if (kind === 'repeated') {
    const again = { ...once, happenedAt: once.happenedAt + minuteMs, recordedAt: once.recordedAt + minuteMs }
    return facts.toSpliced(place + 1, 0, again)
  }
  const graph = standards.processVersion(process?.name ?? '', process?.version ?? 0)?.graph
  if (!graph) throw new Error('the process of the case is not published')
  const done = (elementId: string) =>
    facts.findLast((fact) => fact.type === 'task-completed' && fact.elementId === elementId)
  const pair = expectedOrder(graph, standards, onDate).countersigned.find(([a, b]) => done(a) && done(b))
  if (!pair) throw new Error('no two steps of the case must be done by two people')
  const [work, signature] = pair
  const signer = done(work)?.actor ?? ''
  return facts.map((fact) => (fact === done(signature) ? { ...fact, actor: signer } : fact))
}
