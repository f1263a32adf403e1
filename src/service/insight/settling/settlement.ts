import type { Fact } from '#casefile'
import type { IrregularityKind } from '#insight'

/** 属实 · 有正当理由 · 误报. */
export const verdicts = ['confirmed', 'justified', 'false-alarm'] as const
export type Verdict = (typeof verdicts)[number]

/** What an auditor said about one finding of a case, by the rule, the step and the facts that show it. */
export interface Settlement {
  readonly verdict: Verdict
  readonly reason: string
  readonly byName: string
  /** When it was recorded, ISO 8601. */
  readonly at: string
}

export const findingKey = (kind: IrregularityKind, elementId: string, facts: readonly number[]): string =>
  `${kind} ${elementId} ${facts.join(' ')}`

/** What was settled in a case, the last word on each finding; undefined where nothing was. */
export function settlementsOf(facts: readonly Fact[]): ReadonlyMap<string, Settlement> | undefined {
  const settled = facts.filter((fact) => fact.type === 'finding-settled')
  if (settled.length === 0) return undefined
  return new Map(
    settled.map(({ body, recordedAt }) => {
      const { kind, elementId, facts: evidence, verdict, reason, byName } = body as unknown as SettledBody
      return [findingKey(kind, elementId, evidence), { verdict, reason, byName, at: recordedAt }]
    }),
  )
}

/** The body of a `finding-settled`, as the verb's form made it. */
interface SettledBody {
  readonly kind: IrregularityKind
  readonly elementId: string
  readonly facts: readonly number[]
  readonly verdict: Verdict
  readonly reason: string
  readonly byName: string
}
