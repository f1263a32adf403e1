import { dateInShanghai } from '#kernel'
import type { CaseHistory } from '../history/case-history.ts'

/** What there is to select from. */
export interface InsightScope {
  readonly cases: number
  readonly facts: number
  /** First and last month in which a case was applied for, `YYYY-MM`; null without history. */
  readonly firstMonth: string | null
  readonly lastMonth: string | null
  readonly unitIds: readonly string[]
  readonly kinds: readonly string[]
  readonly variants: readonly { readonly variant: string; readonly cases: number }[]
}

export function scopeOf(cases: readonly CaseHistory[]): InsightScope {
  const months = cases.map(({ openedAt }) => dateInShanghai(new Date(openedAt)).slice(0, 7)).sort()
  const variants = Map.groupBy(cases, ({ variant }) => variant)
  return {
    cases: cases.length,
    facts: cases.reduce((sum, each) => sum + each.factCount, 0),
    firstMonth: months[0] ?? null,
    lastMonth: months.at(-1) ?? null,
    unitIds: [...new Set(cases.map(({ unitId }) => unitId))].sort(),
    kinds: [...new Set(cases.map(({ kind }) => kind))].sort(),
    variants: [...variants]
      .filter(([variant]) => variant !== '')
      .map(([variant, each]) => ({ variant, cases: each.length }))
      .sort((a, b) => b.cases - a.cases),
  }
}
