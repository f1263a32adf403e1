import type { Reservation } from '#power'

/** Where somebody stands in the queue at one place; 1 is next. */
export interface PlaceInQueue {
  readonly place: string
  readonly position: number
}

/** Positions of a reservation that waits, place by place; `waiting` is everybody who waits, earliest applicant first. */
export function positionsOf(found: Reservation, waiting: readonly Reservation[]): readonly PlaceInQueue[] {
  if (found.state !== 'waiting') return []
  const at = waiting.findIndex(({ id }) => id === found.id)
  const before = at < 0 ? [] : waiting.slice(0, at)
  return found.amounts.map(({ place }) => ({
    place,
    position: 1 + before.filter(({ amounts }) => amounts.some((amount) => amount.place === place)).length,
  }))
}
