/** What time it is. Pure code gets instants as arguments; the outer layers ask a clock. */
export interface Clock {
  now(): Date
}

export const realClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is set, or follows the real time once it was let go (`null`); kept in the database it belongs to, so that a restart finds it again. */
export interface TestClock extends Clock {
  set(instant: Date | null): Promise<void>
  /** Reads again what another process set. */
  refresh(): Promise<void>
}
