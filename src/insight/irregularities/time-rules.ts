import type { CaseRecord, FactTypes, Irregularity, IrregularityLimits } from './case-record.ts'

const minuteMs = 60_000
const hourMs = 3_600_000
const dayMs = 86_400_000

/** Said to have happened long before it was recorded. */
export function backDated(record: CaseRecord, types: FactTypes, limits: IrregularityLimits): Irregularity[] {
  return record.facts.flatMap(({ type, elementId, happenedAt, recordedAt }, number) => {
    const hours = (recordedAt - happenedAt) / hourMs
    if (!types.completed.includes(type) || hours <= limits.backDatedHours) return []
    return [{ kind: 'back-dated' as const, caseId: record.caseId, elementId, facts: [number], data: { hours } }]
  })
}

/** Said to have been done before the system had opened it: the work went its own way, and was entered afterwards. */
export function outsideSystem(record: CaseRecord, types: FactTypes, limits: IrregularityLimits): Irregularity[] {
  const openings = new Map<string, number>()
  return record.facts.flatMap(({ type, elementId, happenedAt, recordedAt }, number) => {
    if (types.opened.includes(type)) openings.set(elementId, number)
    const opened = openings.get(elementId)
    if (!types.completed.includes(type) || opened === undefined) return []
    const minutes = ((record.facts[opened]?.recordedAt ?? recordedAt) - happenedAt) / minuteMs
    if (minutes <= limits.outsideMinutes) return []
    return [
      { kind: 'outside-system' as const, caseId: record.caseId, elementId, facts: [opened, number], data: { minutes } },
    ]
  })
}

/** Done within seconds of being opened: nobody can have worked on it. */
export function tooQuick(record: CaseRecord, types: FactTypes, limits: IrregularityLimits): Irregularity[] {
  const openedAt = new Map<string, number>()
  return record.facts.flatMap(({ type, elementId, recordedAt }, number) => {
    if (types.opened.includes(type)) openedAt.set(elementId, number)
    const opened = openedAt.get(elementId)
    if (!types.completed.includes(type) || opened === undefined) return []
    const seconds = (recordedAt - (record.facts[opened]?.recordedAt ?? 0)) / 1000
    if (seconds >= limits.tooQuickSeconds) return []
    return [
      { kind: 'too-quick' as const, caseId: record.caseId, elementId, facts: [opened, number], data: { seconds } },
    ]
  })
}

interface BatchMember {
  readonly caseId: string
  readonly fact: number
}

/** Many cases completed by one actor in one second: by a script, or before the fact. One finding a case. */
export function sameSecondBatches(
  records: readonly CaseRecord[],
  types: FactTypes,
  limits: IrregularityLimits,
): Irregularity[] {
  const batches = new Map<string, BatchMember[]>()
  for (const { caseId, facts } of records) {
    facts.forEach(({ type, elementId, recordedAt, actor }, fact) => {
      if (!types.completed.includes(type)) return
      const key = `${Math.floor(recordedAt / 1000)} ${elementId} ${actor}`
      const members = batches.get(key)
      if (!members) batches.set(key, [{ caseId, fact }])
      else if (members.at(-1)?.caseId !== caseId) members.push({ caseId, fact })
    })
  }
  const findings: Irregularity[] = []
  for (const [key, members] of batches) {
    if (members.length < limits.batchCases) continue
    const [, elementId = ''] = key.split(' ')
    for (const { caseId, fact } of members) {
      const together = members.filter((other) => other.caseId !== caseId).map((other) => other.caseId)
      findings.push({ kind: 'same-second-batch', caseId, elementId, facts: [fact], data: { together } })
    }
  }
  return findings
}

/** The same wish accepted anew soon after it was abandoned: its clock began again. */
export function restartedClocks(
  records: readonly CaseRecord[],
  types: FactTypes,
  acceptance: string,
  limits: IrregularityLimits,
): Irregularity[] {
  const bySubject = Map.groupBy(
    records.filter(({ subjectKey }) => subjectKey !== undefined),
    ({ subjectKey }) => subjectKey,
  )
  return [...bySubject.values()].flatMap((cases) =>
    cases.length < 2 ? [] : restartsAmong(cases, types, acceptance, limits),
  )
}

function restartsAmong(
  cases: readonly CaseRecord[],
  types: FactTypes,
  acceptance: string,
  limits: IrregularityLimits,
): Irregularity[] {
  return cases.flatMap((record) => {
    const number = record.facts.findIndex(
      ({ type, elementId }) => types.completed.includes(type) && elementId === acceptance,
    )
    const acceptedAt = record.facts[number]?.recordedAt
    if (acceptedAt === undefined) return []
    for (const other of cases) {
      const ended = other.facts.find(({ type }) => types.abandoned.includes(type))
      const days = (acceptedAt - (ended?.recordedAt ?? Number.NaN)) / dayMs
      if (other !== record && days >= 0 && days <= limits.restartDays) {
        const data = { abandonedCase: other.caseId, days }
        return [
          { kind: 'clock-restarted' as const, caseId: record.caseId, elementId: acceptance, facts: [number], data },
        ]
      }
    }
    return []
  })
}
