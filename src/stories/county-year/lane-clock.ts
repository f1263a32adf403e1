import { AsyncLocalStorage } from 'node:async_hooks'
import type { TestClock } from '#platform/clock/index'

/**
 * A clock with a time for each lane: what is played inside a lane sees the lane's own time, so that cases of different
 * days are played side by side. Outside every lane it stands at the beginning, where no timer is due.
 */
export class LaneClock implements TestClock {
  readonly #lane = new AsyncLocalStorage<{ nowMs: number }>()
  readonly #startMs: number

  constructor(start: Date) {
    this.#startMs = start.getTime()
  }

  now(): Date {
    return new Date(this.#lane.getStore()?.nowMs ?? this.#startMs)
  }

  async inLane<T>(play: () => Promise<T>): Promise<T> {
    return await this.#lane.run({ nowMs: this.#startMs }, play)
  }

  /** Moves the lane's time on; never back. */
  async set(instant: Date | null): Promise<void> {
    const lane = this.#lane.getStore()
    if (!lane || !instant) throw new Error('only inside a lane, and only to a moment')
    lane.nowMs = Math.max(lane.nowMs, instant.getTime())
  }

  async refresh(): Promise<void> {}
}
