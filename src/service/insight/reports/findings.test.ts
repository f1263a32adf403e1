import { expect, it } from 'vitest'
import { plainDate } from '#kernel'
import { shippedStandards } from '../../../../tests/shipped-standards.ts'
import type { CaseHistory, EvidentFact } from '../history/case-history.ts'
import { findingKey } from '../settling/settlement.ts'
import { processOrder } from './expected-order.ts'
import { findingReport } from './findings.ts'

const standards = await shippedStandards()
const today = plainDate('2026-06-01')
const graph = standards.processVersion('lv-standard', 1)?.graph
if (!graph) throw new Error('lv-standard is not shipped')
const { required } = processOrder(graph)
const hourMs = 3_600_000

/** A case that did every required step of the standard in its order, an hour and a person for each. */
function soundCase(caseId: string, startMs = Date.parse('2026-03-02T01:00:00Z')): CaseHistory {
  const facts = required.flatMap((elementId, place): EvidentFact[] => {
    const at = startMs + place * hourMs
    const fact = (type: string, seq: number, ms: number) => ({
      seq,
      type,
      elementId,
      happenedAt: ms,
      recordedAt: ms,
      actor: `staff:${caseId}-${place}`,
    })
    return [fact('task-opened', 2 * place + 1, at), fact('task-completed', 2 * place + 2, at + hourMs / 2)]
  })
  return {
    caseId,
    caseNumber: caseId,
    customerName: '',
    address: '',
    kind: 'new',
    variant: 'lv-standard',
    process: { name: 'lv-standard', version: 1 },
    unitId: 'chengguan',
    voltageClass: 'lv',
    limitClass: 'resident',
    status: 'closed',
    openedAt: new Date(startMs).toISOString(),
    endedAt: undefined,
    energisedAt: undefined,
    isUrgent: false,
    standardsConfirmed: false,
    subjectKey: caseId,
    channel: 'portal',
    counterVisits: [],
    satisfaction: undefined,
    runs: [],
    stages: [],
    clocks: [],
    factCount: facts.length,
    facts,
  }
}

const kindsOf = (cases: readonly CaseHistory[]) => findingReport(cases, standards, today).groups.map(({ kind }) => kind)
const change = (each: CaseHistory, facts: (facts: readonly EvidentFact[]) => readonly EvidentFact[]): CaseHistory => ({
  ...each,
  facts: facts(each.facts),
})

it('reads from the process what every case must do, and in which order', () => {
  expect(required).toContain('survey-site')
  expect(required).toContain('archive-file')
  // Only when papers are missing, only when there are fees.
  expect(required).not.toContain('complete-application')
  expect(required).not.toContain('settle-fees')
  const { before } = processOrder(graph)
  expect(before).toContainEqual(['tie-in', 'energise'])
  // Branches of one split have no order among themselves.
  expect(before).not.toContainEqual(['draft-contract', 'determine-fees'])
  expect(before).not.toContainEqual(['determine-fees', 'draft-contract'])
})

it('finds nothing in cases that kept the standard', () => {
  const later = Date.parse('2026-04-06T01:00:00Z')
  expect(kindsOf([soundCase('a'), soundCase('b', later)])).toEqual([])
})

it('finds a step left out', () => {
  const skipped = change(soundCase('a'), (facts) => facts.filter(({ elementId }) => elementId !== 'survey-site'))
  const [group] = findingReport([skipped, soundCase('b', 0)], standards, today).groups
  expect(group).toMatchObject({ kind: 'skipped', cases: 1, byElement: [{ elementId: 'survey-site' }] })
})

it('finds the tie-in said to have happened after the supply was switched on', () => {
  const energised = soundCase('a').facts.find((fact) => fact.elementId === 'energise' && fact.type === 'task-completed')
  const late = change(soundCase('a'), (facts) =>
    facts.map((fact) =>
      fact.elementId === 'tie-in' && energised
        ? { ...fact, happenedAt: energised.happenedAt + hourMs, recordedAt: energised.recordedAt + hourMs }
        : fact,
    ),
  )
  const reordered = findingReport([late], standards, today).groups.find(({ kind }) => kind === 'reordered')
  expect(reordered?.findings).toContainEqual(
    expect.objectContaining({ elementId: 'energise', data: { before: 'tie-in' } }),
  )
})

it('finds work recorded days after it is said to have happened, with the number of its fact', () => {
  const backDated = change(soundCase('a'), (facts) =>
    facts.map((fact) =>
      fact.elementId === 'archive-file' && fact.type === 'task-completed'
        ? { ...fact, recordedAt: fact.happenedAt + 73 * hourMs }
        : fact,
    ),
  )
  const { groups } = findingReport([backDated], standards, today)
  const seq = backDated.facts.find((fact) => fact.elementId === 'archive-file' && fact.type === 'task-completed')?.seq
  expect(groups).toMatchObject([{ kind: 'back-dated', findings: [{ elementId: 'archive-file', facts: [seq] }] }])
})

it('takes a step that the process opened again for called for, and one that nothing called for not', () => {
  const again = (opens: boolean) =>
    change(soundCase('a'), (facts) => [
      ...facts,
      ...facts
        .filter(({ elementId, type }) => elementId === 'inspect-completion' && (opens || type === 'task-completed'))
        .map((fact) => ({ ...fact, seq: fact.seq + 1000, actor: 'staff:other' })),
    ])
  expect(kindsOf([again(true)])).not.toContain('repeated')
  expect(kindsOf([again(false)])).toContain('repeated')
})

it('finds one person where the table asks for two', () => {
  const alone = change(soundCase('a'), (facts) => facts.map((fact) => ({ ...fact, actor: 'staff:zhou-lan' })))
  expect(kindsOf([alone])).toEqual(['same-countersigner'])
})

it('finds a wish accepted anew after it was withdrawn', () => {
  const first = change({ ...soundCase('a'), subjectKey: 'same' }, (facts) => [
    ...facts.slice(0, 2),
    {
      seq: 3,
      type: 'case-withdrawn',
      elementId: '',
      happenedAt: 0,
      recordedAt: Date.parse('2026-03-10T01:00:00Z'),
      actor: 'c',
    },
  ])
  const second = { ...soundCase('b', Date.parse('2026-03-11T01:00:00Z')), subjectKey: 'same' }
  expect(kindsOf([first, second])).toEqual(['clock-restarted'])
})

it('counts what auditors said: false alarms are no deviations, and open findings come first', () => {
  const quick = (caseId: string): CaseHistory =>
    change(soundCase(caseId), (facts) =>
      facts.map((fact) =>
        fact.type === 'task-completed' && fact.elementId === 'archive-file'
          ? {
              ...fact,
              happenedAt: fact.happenedAt - hourMs / 2 + 1000,
              recordedAt: fact.recordedAt - hourMs / 2 + 1000,
            }
          : fact,
      ),
    )
  const [first, second] = [quick('a'), quick('b')]
  const [finding] = findingReport([first], standards, today).groups[0]?.findings ?? []
  if (!finding) throw new Error('nothing was found')
  const said = { verdict: 'false-alarm', reason: '时钟误差', byName: '郑安', at: '2026-06-01T01:00:00Z' } as const
  const key = findingKey('too-quick', finding.elementId, finding.facts)
  const settled = { ...first, settlements: new Map([[key, said]]) }
  const report = findingReport([settled, second], standards, today)
  expect(report.deviating).toBe(1)
  expect(report.groups[0]?.settled).toEqual({ open: 1, confirmed: 0, justified: 0, 'false-alarm': 1 })
  expect(report.groups[0]?.findings.map(({ caseId, settled: by }) => [caseId, by?.verdict])).toEqual([
    ['b', undefined],
    ['a', 'false-alarm'],
  ])
  // Said of other facts, it settles nothing.
  const other = { ...first, settlements: new Map([[findingKey('too-quick', finding.elementId, [1]), said]]) }
  expect(findingReport([other], standards, today).groups[0]?.settled.open).toBe(1)
})
