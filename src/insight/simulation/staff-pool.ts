import type { WorkingHours } from '../time/working-hours.ts'
import type { SimulationModel } from './simulation-model.ts'

/** Who is free: members of each staff group by number, found and removed in constant time. */
export class StaffPool {
  readonly groupOf: Int32Array
  /** Cases each person keeps under one-to-one service. */
  readonly load: Int32Array
  readonly hours: readonly (WorkingHours | undefined)[]
  readonly #firstOf: Int32Array
  readonly #free: readonly Int32Array[]
  readonly #freeCount: Int32Array
  readonly #placeOf: Int32Array

  constructor(model: SimulationModel) {
    const counts = model.staff.map(({ count }) => count)
    const total = counts.reduce((sum, count) => sum + count, 0)
    this.groupOf = new Int32Array(total)
    this.load = new Int32Array(total)
    this.#placeOf = new Int32Array(total).fill(-1)
    this.#firstOf = new Int32Array(counts.length)
    this.#freeCount = new Int32Array(counts.length)
    this.#free = counts.map((count) => new Int32Array(count))
    this.hours = model.staff.map(({ calendar }) => (calendar === undefined ? undefined : model.calendars?.[calendar]))
    let person = 0
    counts.forEach((count, group) => {
      this.#firstOf[group] = person
      for (let i = 0; i < count; i++, person++) this.groupOf[person] = group
      // The first members lie on top, so that few people in a large group do the work of a small one.
      for (let i = count - 1; i >= 0; i--) this.release((this.#firstOf[group] ?? 0) + i)
    })
  }

  get count(): number {
    return this.groupOf.length
  }

  isOpen(group: number, time: number): boolean {
    const hours = this.hours[group]
    return hours === undefined || hours.isOpen(time)
  }

  isFree(person: number): boolean {
    return (this.#placeOf[person] as number) >= 0
  }

  /** A free person of the group, -1 for none. */
  anyFree(group: number): number {
    const count = this.#freeCount[group] as number
    return count === 0 ? -1 : ((this.#free[group] as Int32Array)[count - 1] as number)
  }

  freeMembers(group: number): number[] {
    return Array.from((this.#free[group] as Int32Array).subarray(0, this.#freeCount[group]))
  }

  take(person: number): void {
    const group = this.groupOf[person] as number
    const free = this.#free[group] as Int32Array
    const last = (this.#freeCount[group] as number) - 1
    this.#freeCount[group] = last
    const place = this.#placeOf[person] as number
    const moved = free[last] as number
    free[place] = moved
    this.#placeOf[moved] = place
    this.#placeOf[person] = -1
  }

  release(person: number): void {
    const group = this.groupOf[person] as number
    const count = this.#freeCount[group] as number
    ;(this.#free[group] as Int32Array)[count] = person
    this.#placeOf[person] = count
    this.#freeCount[group] = count + 1
  }

  /** Of these groups the person with the fewest kept cases below the limit, -1 for none. */
  leastLoaded(groups: Int32Array, limit: number): number {
    let best = -1
    for (const group of groups) {
      const first = this.#firstOf[group] as number
      for (let person = first; person < first + (this.#free[group] as Int32Array).length; person++) {
        const load = this.load[person] as number
        if (load < limit && (best < 0 || load < (this.load[best] as number))) best = person
      }
    }
    return best
  }
}
