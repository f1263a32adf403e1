import type { StaffMove } from '#insight'

/** A scenario as it stands on the page. */
export interface DraftScenario {
  /** Of the page's list only. */
  readonly key: string
  readonly name: string
  readonly dropped: readonly string[]
  readonly merged: readonly string[]
  readonly parallel: readonly string[]
  readonly moves: readonly StaffMove[]
  readonly staff: Readonly<Record<string, number>>
  readonly oneToOne: boolean
  readonly loadLimit?: number
  readonly arrivalChange: number
  readonly urgentShare?: number
}

export const emptyScenario = (key: string, name: string): DraftScenario => ({
  key,
  name,
  dropped: [],
  merged: [],
  parallel: [],
  moves: [],
  staff: {},
  oneToOne: false,
  arrivalChange: 0,
})

/** Numbers of people worth asking about: from half as many as today to twice as many, seven at most. */
export function peopleAround(today: number): readonly number[] {
  const from = Math.max(1, Math.floor(today / 2))
  const to = Math.max(from + 5, today * 2)
  const step = Math.max(1, Math.ceil((to - from) / 6))
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
}
