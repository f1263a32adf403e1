import type { PlainDate } from '#kernel'
import type { BilingualText } from './clause-library.ts'
import type { ContractValues } from './contract-values.ts'

/** What the case says: which contract, from which day, the values of placeholders and the conditions of clauses. */
export interface ContractFacts {
  readonly kind: string
  readonly onDate: PlainDate
  readonly values: ContractValues
  readonly conditions: Readonly<Record<string, boolean>>
}

/** A customer's wish and the answer to it. `clauseId` is a clause of this contract, or `new` for a term it does not have. */
export interface AnsweredClauseWish {
  readonly clauseId: string
  readonly wish: string
  readonly granted: boolean
  readonly answer: string
  /** What stands in the contract instead, where the wish is granted. */
  readonly agreedText?: string | undefined
  readonly escalatedTo?: string | undefined
}

export interface DraftedClause {
  readonly id: string
  /** Counted through the whole contract from 1. */
  readonly number: number
  readonly title: BilingualText
  readonly text: BilingualText
  readonly plain: BilingualText
  readonly basis: string
  readonly mandatory: boolean
  readonly fixed: boolean
  /** The clause departs from the standard: what the standard says (empty for an added one), and why it was changed. */
  readonly changed?: { readonly standardText: BilingualText; readonly wish: string; readonly answer: string }
}

export interface ContractDraft {
  readonly library: string
  readonly kind: string
  readonly onDate: PlainDate
  readonly title: BilingualText
  readonly chapters: readonly {
    readonly id: string
    readonly title: BilingualText
    readonly clauses: readonly DraftedClause[]
  }[]
  /** Wishes that were not granted, for the record and for the superior. */
  readonly declined: readonly AnsweredClauseWish[]
}
