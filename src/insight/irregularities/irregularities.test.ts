import { describe, expect, it } from 'vitest'
import { RandomStream } from '../simulation/random.ts'
import {
  type CaseRecord,
  type ExpectedOrder,
  type FactTypes,
  type IrregularityKind,
  irregularityKinds,
  type RecordedFact,
} from './case-record.ts'
import { findIrregularities } from './find-irregularities.ts'

const types: FactTypes = {
  opened: ['task-opened'],
  completed: ['task-completed'],
  reopening: ['returned'],
  abandoned: ['cancelled'],
}
const stages = ['accept', 'survey', 'plan', 'sign-1', 'sign-2', 'reply', 'inspect', 'contract', 'meter', 'archive']
const order: ExpectedOrder = {
  required: stages,
  before: stages.slice(1).map((stage, i) => [stages[i]!, stage] as const),
  countersigned: [
    ['plan', 'sign-1'],
    ['plan', 'sign-2'],
  ],
  acceptance: 'accept',
}
const limits = { backDatedHours: 24, outsideMinutes: 60, tooQuickSeconds: 10, batchCases: 3, restartDays: 30 }
const yearMs = 365 * 86_400_000
const planted = 1000
const caseTotal = 20_000

type Row = { -readonly [K in keyof RecordedFact]: RecordedFact[K] }
interface Draft {
  readonly caseId: string
  subjectKey: string
  facts: Row[]
}

/** A year of cases as the standard wants them, some of them returned and done again in good order. */
function cleanCase(number: number, random: RandomStream): Draft {
  let at = Math.floor(random.next() * yearMs)
  const facts: Row[] = []
  const fact = (type: string, elementId: string, actor: string, lateMs = 0): void => {
    facts.push({ type, elementId, happenedAt: at, recordedAt: at + lateMs, actor })
  }
  stages.forEach((stage, i) => {
    fact('task-opened', stage, 'system')
    at += 60_000 + Math.floor(random.exponential() * 36_000_000)
    const actor = `${stage.replace(/-\d/, '')} ${i} ${Math.floor(random.next() * 200)}`
    fact('task-completed', stage, actor, Math.floor(random.next() * 7_200_000))
    at += 7_300_000
    if (stage === 'sign-2' && random.next() < 0.1) {
      fact('returned', 'plan', actor)
      for (const again of ['plan', 'sign-1', 'sign-2']) {
        at += 86_400_000
        fact('task-completed', again, `${again} again`)
      }
      at += 1000
    }
  })
  return { caseId: `case-${number}`, subjectKey: `wish-${number}`, facts }
}

const completion = ({ facts }: Draft, stage: string): Row =>
  facts.find((f) => f.type === 'task-completed' && f.elementId === stage)!

/** Changes a clean case so that it shows exactly one irregularity. */
const plant: Record<IrregularityKind, (draft: Draft, cases: readonly Draft[], number: number) => void> = {
  skipped: (draft) => {
    draft.facts = draft.facts.filter(({ elementId }) => elementId !== 'inspect')
  },
  reordered: (draft) => {
    const [contract, meter] = [completion(draft, 'contract'), completion(draft, 'meter')]
    const shift = meter.happenedAt - contract.happenedAt + 1000
    contract.happenedAt += shift
    contract.recordedAt += shift
    draft.facts.sort((a, b) => a.recordedAt - b.recordedAt)
  },
  repeated: (draft) => {
    const contract = completion(draft, 'contract')
    draft.facts.push({
      ...contract,
      happenedAt: contract.happenedAt + 60_000,
      recordedAt: contract.recordedAt + 60_000,
    })
    draft.facts.sort((a, b) => a.recordedAt - b.recordedAt)
  },
  'back-dated': (draft) => {
    const last = completion(draft, 'archive')
    last.recordedAt = last.happenedAt + 25 * 3_600_000
  },
  'outside-system': (draft) => {
    const opened = draft.facts.find((f) => f.type === 'task-opened' && f.elementId === 'archive')!
    const archive = completion(draft, 'archive')
    archive.happenedAt = opened.happenedAt - 90 * 60_000
    archive.recordedAt = opened.recordedAt + 60 * 60_000
  },
  'too-quick': (draft) => {
    const opened = draft.facts.find((f) => f.type === 'task-opened' && f.elementId === 'archive')!
    const archive = completion(draft, 'archive')
    archive.happenedAt = opened.happenedAt + 3000
    archive.recordedAt = opened.recordedAt + 4000
  },
  'same-second-batch': (draft, cases, number) => {
    // Five cases at a time are archived in the second of the first of them, opened a day before.
    const first = cases[number - (number % 5)]!
    const archive = completion(draft, 'archive')
    const model = completion(first, 'archive')
    const opened = draft.facts.find((f) => f.type === 'task-opened' && f.elementId === 'archive')!
    const wait = Math.max(archive.happenedAt, model.happenedAt) + 5 * yearMs
    if (draft === first) model.happenedAt = model.recordedAt = wait
    archive.happenedAt = archive.recordedAt = completion(first, 'archive').recordedAt
    archive.actor = 'archive script'
    opened.happenedAt = opened.recordedAt = archive.recordedAt - 86_400_000
  },
  'clock-restarted': (draft, cases, number) => {
    // The case of the next thousand's mirror ends abandoned and comes back as this one a day later.
    const other = cases[number]!
    const accepted = completion(draft, 'accept')
    other.facts = other.facts.slice(0, 2)
    other.facts.push({
      type: 'cancelled',
      elementId: 'case',
      actor: 'clerk',
      happenedAt: accepted.recordedAt - 86_400_000,
      recordedAt: accepted.recordedAt - 86_400_000,
    })
    draft.subjectKey = other.subjectKey
  },
  'same-countersigner': (draft) => {
    const actor = 'one for all'
    for (const fact of draft.facts) {
      if (fact.type === 'task-completed' && (fact.elementId === 'plan' || fact.elementId === 'sign-2'))
        fact.actor = actor
    }
  },
}

function simulatedYear() {
  const random = new RandomStream(2026)
  const cases = Array.from({ length: caseTotal }, (_, number) => cleanCase(number, random))
  const wanted = new Set<string>()
  irregularityKinds.forEach((kind, k) => {
    const victims = cases.slice(k * planted, (k + 1) * planted)
    const spare = cases.slice(caseTotal - planted)
    victims.forEach((draft, number) => {
      plant[kind](draft, kind === 'clock-restarted' ? spare : victims, number)
      wanted.add(`${kind} ${draft.caseId}`)
    })
  })
  return { cases: cases as readonly CaseRecord[], wanted }
}

describe('irregularities', () => {
  it('finds a thousand planted of each kind in a simulated year, and counts false alarms', () => {
    const { cases, wanted } = simulatedYear()
    const found = new Set(
      findIrregularities(cases, () => order, types, limits).map(({ kind, caseId }) => `${kind} ${caseId}`),
    )
    for (const kind of irregularityKinds) {
      const planned = [...wanted].filter((key) => key.startsWith(`${kind} `))
      const missed = planned.filter((key) => !found.has(key))
      const falseAlarms = [...found].filter((key) => key.startsWith(`${kind} `) && !wanted.has(key))
      expect({ kind, planned: planned.length, missed, falseAlarms }).toEqual({
        kind,
        planned: planted,
        missed: [],
        falseAlarms: [],
      })
    }
  })

  it('shows the evidence', () => {
    const at = (hours: number) => hours * 3_600_000
    const fact = (elementId: string, happened: number, recorded: number, actor: string): RecordedFact => ({
      type: 'task-completed',
      elementId,
      happenedAt: at(happened),
      recordedAt: at(recorded),
      actor,
    })
    const record: CaseRecord = {
      caseId: 'x',
      facts: [
        fact('accept', 0, 0, 'wang'),
        fact('plan', 5, 50, 'li'),
        fact('sign-1', 51, 51, 'li'),
        fact('plan', 60, 60, 'li'),
      ],
    }
    expect(findIrregularities([record], () => ({ ...order, required: ['survey'] }), types, limits)).toEqual([
      { kind: 'skipped', caseId: 'x', elementId: 'survey', facts: [1], data: { before: 'plan' } },
      { kind: 'repeated', caseId: 'x', elementId: 'plan', facts: [1, 3], data: {} },
      { kind: 'same-countersigner', caseId: 'x', elementId: 'sign-1', facts: [3, 2], data: { actor: 'li' } },
      { kind: 'back-dated', caseId: 'x', elementId: 'plan', facts: [1], data: { hours: 45 } },
    ])
  })
})
