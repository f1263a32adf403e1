import { useState } from 'react'
import { keepDraft, readDraft } from '../../ui/form/draft.ts'

export interface Wish {
  readonly clauseId: string
  readonly wish: string
}

interface Reading {
  readonly read: readonly string[]
  readonly wishes: readonly Wish[]
  /** Index of the clause that lies open. */
  readonly at: number
}

/** Where somebody is in a long contract, kept on this device: which clauses were understood, what should be otherwise. */
export function useReading(key: string) {
  const draftKey = `${key}/reading`
  const [reading, setReading] = useState<Reading>(() => ({
    read: [],
    wishes: [],
    at: 0,
    ...(readDraft(draftKey)?.values as Partial<Reading> | undefined),
  }))
  const change = (part: Partial<Reading>) => {
    const next = { ...reading, ...part }
    setReading(next)
    keepDraft(draftKey, { values: { ...next }, savedAt: new Date().toISOString() })
  }
  return {
    ...reading,
    goTo: (at: number) => change({ at }),
    understood: (clauseId: string, at: number) => change({ read: [...new Set([...reading.read, clauseId])], at }),
    keepWish: (wish: Wish) =>
      change({ wishes: [...reading.wishes.filter((kept) => kept.clauseId !== wish.clauseId), wish] }),
    dropWish: (clauseId: string) => change({ wishes: reading.wishes.filter((kept) => kept.clauseId !== clauseId) }),
  }
}

export type ReadingState = ReturnType<typeof useReading>
