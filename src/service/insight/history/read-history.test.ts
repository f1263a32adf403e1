import { expect, it } from 'vitest'
import type { Fact } from '#casefile'
import { findingKey } from '../settling/settlement.ts'
import { readHistory } from './read-history.ts'

const recordedAt = '2026-03-04T01:30:00.000Z'
const fact = (seq: number, type: string, body: Fact['body'], happenedAt = recordedAt): Fact => ({
  seq,
  type,
  happenedAt,
  recordedAt,
  actor: 'staff:sun-li',
  commandId: 'c1',
  body,
})
const profile = {
  caseNumber: 'YK26-0302-001',
  kind: 'new',
  category: 'resident',
  unitId: 'chengguan',
  voltageClass: 'lv',
  customerKey: 'k',
  customerName: '陈秀英',
  address: '滨河里 12 幢',
  capacityKva: null,
}
const opened = fact(1, 'case-opened', { profile })
const step = { elementId: 'install-meter', taskId: 'install-meter#1' }

it('judges a step by the time its form says the work was done', () => {
  const installedAt = '2026-03-03T05:30:00.000Z'
  const history = readHistory('case', [
    opened,
    fact(2, 'meter-installed', step, installedAt),
    fact(3, 'task-completed', step),
    fact(4, 'task-completed', { elementId: 'plan-outage', taskId: 'plan-outage#1' }),
  ])
  expect(history?.facts.map(({ seq, happenedAt }) => [seq, new Date(happenedAt).toISOString()])).toEqual([
    [3, installedAt],
    [4, recordedAt],
  ])
})

it('keeps the last word an auditor said about a finding', () => {
  const about = { kind: 'back-dated', elementId: 'install-meter', facts: [3], byName: '郑安' }
  const history = readHistory('case', [
    opened,
    fact(2, 'finding-settled', { ...about, verdict: 'confirmed', reason: '补录' }),
    fact(3, 'finding-settled', { ...about, verdict: 'justified', reason: '当日系统停机' }),
  ])
  expect(history?.settlements?.get(findingKey('back-dated', 'install-meter', [3]))).toEqual({
    verdict: 'justified',
    reason: '当日系统停机',
    byName: '郑安',
    at: recordedAt,
  })
})
