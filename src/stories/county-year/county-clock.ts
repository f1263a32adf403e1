import { AsyncLocalStorage } from 'node:async_hooks'
import type { TestClock } from '#platform/clock/index'

/** What a command does to what other cases read: a case opened or ended changes how many each account manager has. */
export type Effect = 'opens' | 'ends' | 'none'

/** One case on its way through the year. */
interface Lane {
  readonly serial: number
  nowMs: number
  /** Called when it waits for the clock again, or is over. */
  stood: () => void
}

interface Waiting {
  readonly lane: Lane
  readonly atMs: number
  readonly effect: Effect
  /** Whose turn at the desk it waits for; undefined: nobody's, or it has one. */
  readonly person?: string | undefined
  readonly go: () => void
}

/** Work on a form takes no less: who is let go in one slice of time cannot come back within it. */
export const sliceMs = 90_000
/** Nobody sends two forms at once: between two of one person's pass so many milliseconds at least. */
const betweenFormsMs = 3_000

/**
 * The clock of a county: every case has a time of its own and all move through the year together, a slice of time after
 * the other, so that each command meets the county as it stands at its time. What waits within one slice goes side by
 * side, but for applications, which go in turn, and for what ends a case, which goes last: the order in which answers come
 * back changes nothing. Outside of every case the clock stands at its start, where no timer is due.
 */
export class CountyClock implements TestClock {
  readonly #lanes = new AsyncLocalStorage<Lane>()
  readonly #startMs: number
  readonly #slices = new Map<number, Waiting[]>()
  readonly #freeFromMs = new Map<string, number>()
  #slice: number
  #waiting = 0

  constructor(start: Date) {
    this.#startMs = start.getTime()
    this.#slice = sliceOf(this.#startMs)
  }

  now(): Date {
    return new Date(this.#lanes.getStore()?.nowMs ?? this.#startMs)
  }

  /** Plays so many cases through the year; ends when the last is over. `sideBySide`: most at once. */
  async playAll(cases: number, sideBySide: number, play: (serial: number) => Promise<void>): Promise<void> {
    for (let serial = 0; serial < cases; serial += 1) await this.#begin(serial, play)
    for (; this.#waiting > 0; this.#slice += 1) {
      const due = this.#slices.get(this.#slice)
      if (!due) continue
      this.#slices.delete(this.#slice)
      this.#waiting -= due.length
      await this.#playSlice(due, sideBySide)
    }
  }

  /** Moves the case's time on; never back. */
  async set(instant: Date | null): Promise<void> {
    const lane = this.#laneNow()
    if (!instant) throw new Error('a case of the county has no real time')
    const atMs = Math.max(lane.nowMs, instant.getTime())
    if (sliceOf(atMs) <= this.#slice) lane.nowMs = atMs
    else await this.#stand({ lane, atMs, effect: 'none' })
  }

  /** When a person has worked on a form for so long and has sent what came before it, the clock of the case. */
  async takeTurn(person: string, workMs: number, effect: Effect): Promise<void> {
    if (workMs < sliceMs) throw new RangeError(`work of ${workMs} ms is shorter than a slice`)
    const lane = this.#laneNow()
    await this.#stand({ lane, atMs: lane.nowMs + workMs, effect, person })
  }

  async refresh(): Promise<void> {}

  #laneNow(): Lane {
    const lane = this.#lanes.getStore()
    if (!lane) throw new Error('only inside a case of the county')
    return lane
  }

  #begin(serial: number, play: (serial: number) => Promise<void>): Promise<void> {
    const lane: Lane = { serial, nowMs: this.#startMs, stood: () => undefined }
    return this.#untilItStands(lane, () => {
      void this.#lanes.run(lane, () => play(serial)).finally(() => lane.stood())
    })
  }

  #stand(waiting: Omit<Waiting, 'go'>): Promise<void> {
    return new Promise((go) => {
      this.#put({ ...waiting, go })
      waiting.lane.stood()
    })
  }

  #put(waiting: Waiting): void {
    const slice = sliceOf(waiting.atMs)
    const due = this.#slices.get(slice)
    if (due) due.push(waiting)
    else this.#slices.set(slice, [waiting])
    this.#waiting += 1
  }

  async #playSlice(due: readonly Waiting[], sideBySide: number): Promise<void> {
    const inOrder = due.toSorted((a, b) => a.atMs - b.atMs || a.lane.serial - b.lane.serial)
    const ready = inOrder.flatMap((each) => this.#withTurn(each) ?? [])
    const having = (effect: Effect) => ready.filter((each) => each.effect === effect)
    await Promise.all([this.#letGo(having('opens'), 1), this.#letGo(having('none'), sideBySide)])
    await this.#letGo(having('ends'), sideBySide)
  }

  /** The person's turn is given out; undefined where it comes in a later slice. */
  #withTurn(waiting: Waiting): Waiting | undefined {
    const { person } = waiting
    if (person === undefined) return waiting
    const atMs = Math.max(waiting.atMs, this.#freeFromMs.get(person) ?? 0)
    this.#freeFromMs.set(person, atMs + betweenFormsMs)
    const turn = { ...waiting, atMs, person: undefined }
    if (sliceOf(atMs) === this.#slice) return turn
    this.#put(turn)
    return undefined
  }

  /** Lets cases go in their order, so many at a time, each until it waits again or is over. */
  async #letGo(ready: readonly Waiting[], sideBySide: number): Promise<void> {
    const rest = ready.values()
    const oneAfterAnother = async () => {
      for (const { lane, atMs, go } of rest) {
        lane.nowMs = Math.max(lane.nowMs, atMs)
        await this.#untilItStands(lane, go)
      }
    }
    await Promise.all(Array.from({ length: Math.min(sideBySide, ready.length) }, oneAfterAnother))
  }

  #untilItStands(lane: Lane, go: () => void): Promise<void> {
    return new Promise((resolve) => {
      lane.stood = resolve
      go()
    })
  }
}

const sliceOf = (ms: number): number => Math.floor(ms / sliceMs)
