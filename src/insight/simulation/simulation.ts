import { type GrowingFloat64, growingFloat64 } from '../log/growing-column.ts'
import type { WorkingHours } from '../time/working-hours.ts'
import { arrivalProcess, type NextArrival } from './arrival-process.ts'
import { type CompiledModel, compileModel, nodeKinds } from './compile-model.ts'
import { EventQueue } from './event-queue.ts'
import { RandomStream } from './random.ts'
import type { SimulationModel } from './simulation-model.ts'
import { StaffPool } from './staff-pool.ts'
import { TokenStore } from './token-store.ts'
import { type WaitingLine, waitingLine } from './waiting-line.ts'

/** Called for every task done: numbers of case, node and person (−1: a wait); hours at which it was ready, begun and done. */
export type TaskListener = (
  caseNumber: number,
  node: number,
  person: number,
  readyHours: number,
  begunHours: number,
  doneHours: number,
) => void

/** What one run measured, of cases and tasks that began after the warm-up. */
export interface RunMeasures {
  /** Hours from arrival to end of each finished case. */
  readonly cycleHours: Float64Array
  readonly arrivedCases: number
  /** Cases still under way at the horizon. */
  readonly openCases: number
  readonly lateCases: number
  /** Tasks done over the whole run, warm-up included. */
  readonly taskEvents: number
  /** By node: tasks, hours waited for somebody (counted as the model says), hours of work. */
  readonly taskCount: Float64Array
  readonly waitHours: Float64Array
  readonly workHours: Float64Array
  /** By staff group: hours of work begun after the warm-up. */
  readonly busyHours: Float64Array
}

const arrival = 0
const taskDone = 1
const waitDone = 2
const opening = 3

/**
 * Discrete-event simulation of a process with staff. All state lies in typed arrays, events are numbers, so a million tasks
 * take about a second. `advance` runs in pieces: a caller can show progress and stop in between.
 */
export class Simulation {
  readonly model: SimulationModel
  readonly #compiled: CompiledModel
  readonly #queue = new EventQueue()
  readonly #tokens: TokenStore
  readonly #staff: StaffPool
  readonly #lines: readonly WaitingLine[]
  /** Tasks that wait for the one person who keeps the case. */
  readonly #ownLines: readonly WaitingLine[]
  /** By role: most cases a person keeps, 0 for roles without one-to-one service. */
  readonly #keepLimit: Float64Array
  readonly #keyOf: (token: number, time: number) => number
  readonly #nextArrival: NextArrival
  readonly #routing: RandomStream
  readonly #work: RandomStream
  readonly #kindShares: Float64Array
  readonly #listener: TaskListener | undefined
  readonly #warmUp: number
  /** Hours by which the times of cases are counted. */
  readonly #counted: WorkingHours | undefined
  readonly #cycleHours: GrowingFloat64 = growingFloat64()
  readonly #taskCount: Float64Array
  readonly #waitHours: Float64Array
  readonly #workHours: Float64Array
  readonly #busyHours: Float64Array
  #arrived = 0
  #finished = 0
  #late = 0
  #taskEvents = 0
  #now = 0

  /** The model must be free of faults (`modelFaults`). One seed gives one run, on every machine. */
  constructor(model: SimulationModel, seed: number, listener?: TaskListener) {
    this.model = model
    const compiled = compileModel(model)
    const rules = compiled.roles.map((role) => model.roles?.[role])
    this.#compiled = compiled
    this.#listener = listener
    this.#warmUp = model.warmUpHours ?? 0
    this.#counted = model.countedBy === undefined ? undefined : model.calendars?.[model.countedBy]
    this.#tokens = new TokenStore(compiled.joinCount, compiled.roles.length)
    this.#staff = new StaffPool(model)
    const rule = model.queueRule ?? 'first-come'
    this.#lines = compiled.roles.map(() => waitingLine(rule))
    this.#keepLimit = Float64Array.from(rules, (each) => (each?.oneToOne ? (each.loadLimit ?? Infinity) : 0))
    const keeps = this.#keepLimit.some((limit) => limit > 0)
    this.#ownLines = keeps ? Array.from({ length: this.#staff.count }, () => waitingLine(rule)) : []
    this.#keyOf = this.#keyFor(model)
    this.#nextArrival = arrivalProcess(model, new RandomStream(seed, 0))
    this.#routing = new RandomStream(seed, 1)
    this.#work = new RandomStream(seed, 2)
    let share = 0
    this.#kindShares = Float64Array.from(model.kinds ?? [], (kind) => (share += kind.share))
    this.#taskCount = new Float64Array(model.nodes.length)
    this.#waitHours = new Float64Array(model.nodes.length)
    this.#workHours = new Float64Array(model.nodes.length)
    this.#busyHours = new Float64Array(model.staff.length)
    this.#queue.push(this.#nextArrival(0), arrival)
    this.#staff.hours.forEach((hours, group) => {
      if (hours) this.#queue.push(hours.openingAfter(0), group * 4 + opening)
    })
  }

  /** Share of the horizon that has passed, 0 to 1. */
  get progress(): number {
    return Math.min(1, this.#now / this.model.horizonHours)
  }

  /** Handles up to so many events; true when the horizon is reached. */
  advance(events = Number.POSITIVE_INFINITY): boolean {
    const queue = this.#queue
    const horizon = this.model.horizonHours
    for (let handled = 0; handled < events; handled++) {
      const time = queue.pop()
      if (!(time < horizon)) {
        this.#now = horizon
        return true
      }
      this.#now = time
      const what = queue.code & 3
      const index = queue.code >>> 2
      if (what === taskDone) this.#finishTask(index, time)
      else if (what === arrival) this.#arrive(time)
      else if (what === waitDone) this.#finishWait(index, time)
      else this.#open(index, time)
    }
    return false
  }

  measures(): RunMeasures {
    return {
      cycleHours: this.#cycleHours.finish(),
      arrivedCases: this.#arrived,
      openCases: this.#arrived - this.#finished,
      lateCases: this.#late,
      taskEvents: this.#taskEvents,
      taskCount: this.#taskCount,
      waitHours: this.#waitHours,
      workHours: this.#workHours,
      busyHours: this.#busyHours,
    }
  }

  #keyFor(model: SimulationModel): (token: number, time: number) => number {
    const tokens = this.#tokens
    const priorities = (model.kinds ?? []).map(({ priority = 0 }) => priority)
    switch (model.queueRule ?? 'first-come') {
      case 'first-come':
        return (_, time) => time
      case 'oldest-case':
        return (token) => tokens.arrivalOf[tokens.caseOf[token] as number] as number
      case 'shortest':
        return (token) => tokens.workOf[token] as number
      case 'priority': {
        // One step of priority outweighs any time within the horizon.
        const step = model.horizonHours + 1
        return (token, time) => time - step * (priorities[tokens.kindOf[tokens.caseOf[token] as number] as number] ?? 0)
      }
    }
  }

  #arrive(time: number): void {
    this.#queue.push(this.#nextArrival(time), arrival)
    const kind = this.#kindShares.length > 1 ? drawn(this.#kindShares, this.#routing.next()) : 0
    this.#arrived++
    const token = this.#tokens.openCase(time, kind, this.#arrived)
    this.#move(token, this.#compiled.start, time)
  }

  /** Takes a token to a node and on, until it stands at a task, waits, or is gone. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: the hot loop of the simulation, one branch per kind of node
  #move(token: number, to: number, time: number): void {
    const { kind, next, targets, cumulative, incoming, joinOf, samplers, waitHours } = this.#compiled
    const tokens = this.#tokens
    for (let node = to; ; ) {
      const what = kind[node] as number
      if (what === nodeKinds.task) {
        tokens.nodeOf[token] = node
        this.#ready(token, node, time)
        return
      }
      if (what === nodeKinds.choice) {
        const branch = drawn(cumulative[node] as Float64Array, this.#routing.next())
        node = (targets[node] as Int32Array)[branch] as number
      } else if (what === nodeKinds.wait) {
        tokens.nodeOf[token] = node
        tokens.readyAt[token] = time
        const sampler = samplers[node]
        const passes = sampler ? sampler(this.#work) : 0
        const hours = waitHours[node]
        this.#queue.push(hours ? hours.add(time, passes) : time + passes, token * 4 + waitDone)
        return
      } else if (what === nodeKinds.split) {
        const ways = targets[node] as Int32Array
        for (let i = 1; i < ways.length; i++) this.#move(tokens.openBranch(token), ways[i] as number, time)
        node = ways[0] as number
      } else if (what === nodeKinds.join) {
        if (!tokens.isComplete(token, joinOf[node] as number, incoming[node] as number)) {
          tokens.close(token)
          return
        }
        node = next[node] as number
      } else {
        this.#end(token, time)
        return
      }
    }
  }

  #end(token: number, time: number): void {
    const tokens = this.#tokens
    const ofCase = tokens.caseOf[token] as number
    if (tokens.close(token) > 0) return
    const arrivedAt = tokens.arrivalOf[ofCase] as number
    this.#finished++
    if (arrivedAt >= this.#warmUp) {
      const took = this.#counted ? this.#counted.elapsed(arrivedAt, time) : time - arrivedAt
      this.#cycleHours.push(took)
      if (took > (this.model.limitHours ?? Infinity)) this.#late++
    }
    this.#letKeepersGo(ofCase, time)
    tokens.closeCase(ofCase)
  }

  /** A task has become ready: somebody free takes it, or it waits. */
  #ready(token: number, node: number, time: number): void {
    const tokens = this.#tokens
    const sampler = this.#compiled.samplers[node]
    tokens.readyAt[token] = time
    tokens.workOf[token] = sampler ? sampler(this.#work) : 0
    const role = this.#compiled.roleOf[node] as number
    if ((this.#keepLimit[role] as number) > 0) {
      this.#readyForKeeper(token, role, time)
      return
    }
    const staff = this.#staff
    // Index loops here and in `#takeWork`: this is the inner loop of every run.
    const groups = this.#compiled.groupsOfRole[role] as Int32Array
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i] as number
      const person = staff.anyFree(group)
      if (person >= 0 && staff.isOpen(group, time)) {
        this.#begin(token, person, time)
        return
      }
    }
    ;(this.#lines[role] as WaitingLine).push(this.#keyOf(token, time), token)
  }

  #readyForKeeper(token: number, role: number, time: number): void {
    const tokens = this.#tokens
    const ofCase = tokens.caseOf[token] as number
    let keeper = tokens.keeper(ofCase, role)
    if (keeper < 0) {
      keeper = this.#staff.leastLoaded(this.#compiled.groupsOfRole[role] as Int32Array, this.#keepLimit[role] as number)
      if (keeper < 0) {
        ;(this.#lines[role] as WaitingLine).push(this.#keyOf(token, time), token)
        return
      }
      this.#keep(ofCase, role, keeper)
    }
    const group = this.#staff.groupOf[keeper] as number
    if (this.#staff.isFree(keeper) && this.#staff.isOpen(group, time)) this.#begin(token, keeper, time)
    else (this.#ownLines[keeper] as WaitingLine).push(this.#keyOf(token, time), token)
  }

  #keep(ofCase: number, role: number, keeper: number): void {
    this.#tokens.setKeeper(ofCase, role, keeper)
    this.#staff.load[keeper] = (this.#staff.load[keeper] as number) + 1
  }

  /** The case is over: whoever kept it may take the next that waited for a person with room. */
  #letKeepersGo(ofCase: number, time: number): void {
    for (let role = 0; role < this.#keepLimit.length; role++) {
      const keeper = (this.#keepLimit[role] as number) > 0 ? this.#tokens.keeper(ofCase, role) : -1
      if (keeper < 0) continue
      this.#staff.load[keeper] = (this.#staff.load[keeper] as number) - 1
      const line = this.#lines[role] as WaitingLine
      if (line.size > 0) this.#readyForKeeper(line.take(), role, time)
    }
  }

  #begin(token: number, person: number, time: number): void {
    const tokens = this.#tokens
    const group = this.#staff.groupOf[person] as number
    const hours = this.#staff.hours[group]
    const work = tokens.workOf[token] as number
    this.#staff.take(person)
    tokens.personOf[token] = person
    tokens.begunAt[token] = time
    if ((tokens.readyAt[token] as number) >= this.#warmUp) this.#count(token, group, time, work)
    this.#queue.push(hours ? hours.add(time, work) : time + work, token * 4 + taskDone)
  }

  #count(token: number, group: number, time: number, work: number): void {
    const node = this.#tokens.nodeOf[token] as number
    this.#taskCount[node] = (this.#taskCount[node] as number) + 1
    const ready = this.#tokens.readyAt[token] as number
    const waited = this.#counted && time > ready ? this.#counted.elapsed(ready, time) : time - ready
    this.#waitHours[node] = (this.#waitHours[node] as number) + waited
    this.#workHours[node] = (this.#workHours[node] as number) + work
    this.#busyHours[group] = (this.#busyHours[group] as number) + work
  }

  #finishWait(token: number, time: number): void {
    const tokens = this.#tokens
    const node = tokens.nodeOf[token] as number
    if (this.#listener) {
      const number = tokens.numberOf[tokens.caseOf[token] as number] as number
      const ready = tokens.readyAt[token] as number
      this.#listener(number, node, -1, ready, ready, time)
    }
    this.#move(token, this.#compiled.next[node] as number, time)
  }

  #finishTask(token: number, time: number): void {
    const tokens = this.#tokens
    const node = tokens.nodeOf[token] as number
    const person = tokens.personOf[token] as number
    this.#taskEvents++
    if (this.#listener) {
      const number = tokens.numberOf[tokens.caseOf[token] as number] as number
      this.#listener(number, node, person, tokens.readyAt[token] as number, tokens.begunAt[token] as number, time)
    }
    this.#staff.release(person)
    this.#takeWork(person, time)
    this.#move(token, this.#compiled.next[node] as number, time)
  }

  /** A free person takes the waiting task with the smallest key among those they may do. */
  #takeWork(person: number, time: number): void {
    const group = this.#staff.groupOf[person] as number
    if (!this.#staff.isOpen(group, time)) return
    let best: WaitingLine | undefined = this.#ownLines[person]
    let key = best ? best.peek() : Number.POSITIVE_INFINITY
    const roles = this.#compiled.rolesOfGroup[group] as Int32Array
    for (let i = 0; i < roles.length; i++) {
      const role = roles[i] as number
      if ((this.#keepLimit[role] as number) > 0) continue
      const line = this.#lines[role] as WaitingLine
      if (line.peek() < key) {
        key = line.peek()
        best = line
      }
    }
    if (best && best.size > 0) this.#begin(best.take(), person, time)
  }

  #open(group: number, time: number): void {
    const hours = this.#staff.hours[group]
    if (hours) this.#queue.push(hours.openingAfter(time), group * 4 + opening)
    for (const person of this.#staff.freeMembers(group)) this.#takeWork(person, time)
  }
}

/** The first place whose cumulative share is above u; the last one where rounding leaves none. */
function drawn(cumulative: Float64Array, u: number): number {
  let place = 0
  while (place < cumulative.length - 1 && u >= (cumulative[place] as number)) place++
  return place
}
