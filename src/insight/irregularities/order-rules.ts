import type { CaseRecord, ExpectedOrder, FactTypes, Irregularity } from './case-record.ts'

/** Completions of each element: numbers of facts, in the order recorded. */
export type Completions = ReadonlyMap<string, readonly number[]>

export function completionsOf(record: CaseRecord, types: FactTypes): Completions {
  const byElement = new Map<string, number[]>()
  record.facts.forEach(({ type, elementId }, number) => {
    if (!types.completed.includes(type)) return
    const known = byElement.get(elementId)
    if (known) known.push(number)
    else byElement.set(elementId, [number])
  })
  return byElement
}

/** A required element never completed although one that must come after it was. */
export function skipped(record: CaseRecord, done: Completions, order: ExpectedOrder): Irregularity[] {
  return order.required.flatMap((elementId) => {
    if (done.has(elementId)) return []
    const followers = order.before.flatMap(([a, b]) => (a === elementId ? (done.get(b) ?? []) : []))
    const [first] = followers.toSorted((a, b) => a - b)
    if (first === undefined) return []
    const after = record.facts[first]?.elementId
    return [{ kind: 'skipped' as const, caseId: record.caseId, elementId, facts: [first], data: { before: after } }]
  })
}

/**
 * Completed, by the time it is said to have happened, before what it rests on; judged by the first completions. Of an earlier step that
 * says no time of its own only the entry is known, not when it was done: then the order of the entries counts.
 */
export function reordered(record: CaseRecord, done: Completions, order: ExpectedOrder): Irregularity[] {
  return order.before.flatMap(([a, b]) => {
    const [early] = done.get(a) ?? []
    const [late] = done.get(b) ?? []
    const [first, second] = [record.facts[early ?? -1], record.facts[late ?? -1]]
    if (early === undefined || late === undefined || !first || !second) return []
    const isSaid = first.happenedAt !== first.recordedAt
    if (isSaid ? first.happenedAt <= second.happenedAt : first.recordedAt <= second.recordedAt) return []
    return [
      { kind: 'reordered' as const, caseId: record.caseId, elementId: b, facts: [late, early], data: { before: a } },
    ]
  })
}

/** Completed again with nothing in between that called for it. */
export function repeated(record: CaseRecord, done: Completions, types: FactTypes): Irregularity[] {
  const reopenings = record.facts.flatMap(({ type }, number) => (types.reopening.includes(type) ? [number] : []))
  return [...done].flatMap(([elementId, numbers]) =>
    numbers.slice(1).flatMap((number, i) => {
      const before = numbers[i] ?? 0
      if (reopenings.some((each) => each > before && each < number)) return []
      return [{ kind: 'repeated' as const, caseId: record.caseId, elementId, facts: [before, number], data: {} }]
    }),
  )
}

/** The person who did the work, or gave another signature on it, signed. */
export function sameCountersigner(record: CaseRecord, done: Completions, order: ExpectedOrder): Irregularity[] {
  const last = (elementId: string): number => done.get(elementId)?.at(-1) ?? -1
  const findings: Irregularity[] = []
  const signaturesOf = new Map<string, string[]>()
  for (const [work, signature] of order.countersigned) {
    const others = [work, ...(signaturesOf.get(work) ?? [])]
    signaturesOf.set(work, [...(signaturesOf.get(work) ?? []), signature])
    const signed = last(signature)
    const actor = record.facts[signed]?.actor
    const same = others.map(last).find((number) => actor !== undefined && record.facts[number]?.actor === actor)
    if (same !== undefined) {
      findings.push({
        kind: 'same-countersigner',
        caseId: record.caseId,
        elementId: signature,
        facts: [same, signed],
        data: { actor },
      })
    }
  }
  return findings
}
