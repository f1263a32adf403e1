import { type GrowingFloat64, growingFloat64 } from '../log/growing-column.ts'
import type { WorkingHours } from '../time/working-hours.ts'
import { arrivalProcess, type NextArrival } from './arrival-process.ts'
import { type CompiledModel, compileModel, nodeKinds } from './compile-model.ts'
import type { Sampler } from './distribution.ts'
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
 * Discrete-event simulation of a process with staff. All state lies in arrays of numbers and events are numbers, so a
 * million tasks take about a tenth of a second. `advance` runs in pieces: a caller can show progress and stop in between.
 */
export class Simulation {
  readonly model: SimulationModel
  readonly #compiled: CompiledModel
  readonly #queue = new EventQueue()
  readonly #tokens: TokenStore
  readonly #staff: StaffPool
  /** By role. */
  readonly #lines: readonly WaitingLine[]
  /** By staff group: the lines of its roles whose tasks anyone who holds the role may take. */
  readonly #linesOf: readonly (readonly WaitingLine[])[]
  /** Tasks that wait for the one person who keeps the case. */
  readonly #ownLines: readonly WaitingLine[] | undefined
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
  /** The clock, hours: a field and not a parameter, since a fraction handed from call to call is an object each time. */
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
    this.#linesOf = compiled.rolesOfGroup.map((roles) =>
      Array.from(roles).flatMap((role) => (this.#keepLimit[role] === 0 ? (this.#lines[role] ?? []) : [])),
    )
    const keeps = this.#keepLimit.some((limit) => limit > 0)
    this.#ownLines = keeps ? Array.from({ length: this.#staff.count }, () => waitingLine(rule)) : undefined
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
      if (what === taskDone) this.#finishTask(index)
      else if (what === arrival) this.#arrive()
      else if (what === waitDone) this.#finishWait(index)
      else this.#open(index)
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

  #arrive(): void {
    this.#queue.push(this.#nextArrival(this.#now), arrival)
    const kind = this.#kindShares.length > 1 ? drawn(this.#kindShares, this.#routing.next()) : 0
    this.#arrived++
    const token = this.#tokens.openCase(this.#now, kind, this.#arrived)
    this.#move(token, this.#compiled.start)
  }

  /** Takes a token to a node and on, until it stands at a task, waits, or is gone. */
  #move(token: number, to: number): void {
    const kinds = this.#compiled.kind
    let node = to
    while (kinds[node] !== nodeKinds.task) {
      node = this.#pass(token, node)
      if (node < 0) return
    }
    this.#tokens.nodeOf[token] = node
    this.#ready(token, node)
  }

  /** Takes a token through a node that is no task; answers the node behind it, -1 when the token waits or is gone. */
  #pass(token: number, node: number): number {
    const graph = this.#compiled
    switch (graph.kind[node]) {
      case nodeKinds.choice: {
        const branch = drawn(graph.cumulative[node] as Float64Array, this.#routing.next())
        return (graph.targets[node] as Int32Array)[branch] as number
      }
      case nodeKinds.wait:
        this.#wait(token, node)
        return -1
      case nodeKinds.split: {
        const ways = graph.targets[node] as Int32Array
        for (let i = 1; i < ways.length; i++) this.#move(this.#tokens.openBranch(token), ways[i] as number)
        return ways[0] as number
      }
      case nodeKinds.join:
        if (this.#tokens.isComplete(token, graph.joinOf[node] as number, graph.incoming[node] as number))
          return graph.next[node] as number
        this.#tokens.close(token)
        return -1
      default:
        this.#end(token)
        return -1
    }
  }

  #wait(token: number, node: number): void {
    const graph = this.#compiled
    this.#tokens.nodeOf[token] = node
    this.#tokens.readyAt[token] = this.#now
    const passes = (graph.samplers[node] as Sampler)(this.#work)
    const hours = graph.waitHours[node]
    this.#queue.push(hours ? hours.add(this.#now, passes) : this.#now + passes, token * 4 + waitDone)
  }

  #end(token: number): void {
    const tokens = this.#tokens
    const ofCase = tokens.caseOf[token] as number
    if (tokens.close(token) > 0) return
    const arrivedAt = tokens.arrivalOf[ofCase] as number
    this.#finished++
    if (arrivedAt >= this.#warmUp) {
      const took = this.#counted ? this.#counted.elapsed(arrivedAt, this.#now) : this.#now - arrivedAt
      this.#cycleHours.push(took)
      if (took > (this.model.limitHours ?? Infinity)) this.#late++
    }
    this.#letKeepersGo(ofCase)
    tokens.closeCase(ofCase)
  }

  /** A task has become ready: somebody free takes it, or it waits. */
  #ready(token: number, node: number): void {
    const tokens = this.#tokens
    tokens.readyAt[token] = this.#now
    tokens.workOf[token] = (this.#compiled.samplers[node] as Sampler)(this.#work)
    const role = this.#compiled.roleOf[node] as number
    if ((this.#keepLimit[role] as number) > 0) {
      this.#readyForKeeper(token, role)
      return
    }
    const staff = this.#staff
    // Index loops here and in `#nextFor`: this is the inner loop of every run.
    const groups = this.#compiled.groupsOfRole[role] as Int32Array
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i] as number
      const person = staff.anyFree(group)
      if (person >= 0 && staff.isOpen(group, this.#now)) {
        staff.take(person)
        this.#begin(token, person)
        return
      }
    }
    ;(this.#lines[role] as WaitingLine).push(this.#keyOf(token, this.#now), token)
  }

  #readyForKeeper(token: number, role: number): void {
    const tokens = this.#tokens
    const ofCase = tokens.caseOf[token] as number
    let keeper = tokens.keeper(ofCase, role)
    if (keeper < 0) {
      keeper = this.#staff.leastLoaded(this.#compiled.groupsOfRole[role] as Int32Array, this.#keepLimit[role] as number)
      if (keeper < 0) {
        ;(this.#lines[role] as WaitingLine).push(this.#keyOf(token, this.#now), token)
        return
      }
      this.#keep(ofCase, role, keeper)
    }
    const group = this.#staff.groupOf[keeper] as number
    if (this.#staff.isFree(keeper) && this.#staff.isOpen(group, this.#now)) {
      this.#staff.take(keeper)
      this.#begin(token, keeper)
    } else this.#ownLines?.[keeper]?.push(this.#keyOf(token, this.#now), token)
  }

  #keep(ofCase: number, role: number, keeper: number): void {
    this.#tokens.setKeeper(ofCase, role, keeper)
    this.#staff.load[keeper] = (this.#staff.load[keeper] as number) + 1
  }

  /** The case is over: whoever kept it may take the next that waited for a person with room. */
  #letKeepersGo(ofCase: number): void {
    for (let role = 0; role < this.#keepLimit.length; role++) {
      const keeper = (this.#keepLimit[role] as number) > 0 ? this.#tokens.keeper(ofCase, role) : -1
      if (keeper < 0) continue
      this.#staff.load[keeper] = (this.#staff.load[keeper] as number) - 1
      const line = this.#lines[role] as WaitingLine
      if (line.size > 0) this.#readyForKeeper(line.take(), role)
    }
  }

  /** The person must have been taken from those who are free. */
  #begin(token: number, person: number): void {
    const tokens = this.#tokens
    const group = this.#staff.groupOf[person] as number
    const hours = this.#staff.hours[group]
    const work = tokens.workOf[token] as number
    tokens.personOf[token] = person
    tokens.begunAt[token] = this.#now
    if ((tokens.readyAt[token] as number) >= this.#warmUp) this.#count(token, group, work)
    this.#queue.push(hours ? hours.add(this.#now, work) : this.#now + work, token * 4 + taskDone)
  }

  #count(token: number, group: number, work: number): void {
    const node = this.#tokens.nodeOf[token] as number
    this.#taskCount[node] = (this.#taskCount[node] as number) + 1
    const ready = this.#tokens.readyAt[token] as number
    const waited = this.#counted && this.#now > ready ? this.#counted.elapsed(ready, this.#now) : this.#now - ready
    this.#waitHours[node] = (this.#waitHours[node] as number) + waited
    this.#workHours[node] = (this.#workHours[node] as number) + work
    this.#busyHours[group] = (this.#busyHours[group] as number) + work
  }

  #finishWait(token: number): void {
    const tokens = this.#tokens
    const node = tokens.nodeOf[token] as number
    if (this.#listener) {
      const number = tokens.numberOf[tokens.caseOf[token] as number] as number
      const ready = tokens.readyAt[token] as number
      this.#listener(number, node, -1, ready, ready, this.#now)
    }
    this.#move(token, this.#compiled.next[node] as number)
  }

  #finishTask(token: number): void {
    const tokens = this.#tokens
    const node = tokens.nodeOf[token] as number
    const person = tokens.personOf[token] as number
    this.#taskEvents++
    if (this.#listener) {
      const number = tokens.numberOf[tokens.caseOf[token] as number] as number
      this.#listener(number, node, person, tokens.readyAt[token] as number, tokens.begunAt[token] as number, this.#now)
    }
    const waiting = this.#nextFor(person)
    if (waiting >= 0) this.#begin(waiting, person)
    else this.#staff.release(person)
    this.#move(token, this.#compiled.next[node] as number)
  }

  /** Takes from the lines the task a free person does next, the smallest key among those they may do; -1 for none. */
  #nextFor(person: number): number {
    const group = this.#staff.groupOf[person] as number
    if (!this.#staff.isOpen(group, this.#now)) return -1
    let best: WaitingLine | undefined
    let key = Number.POSITIVE_INFINITY
    if (this.#ownLines) {
      best = this.#ownLines[person] as WaitingLine
      key = best.peek()
    }
    const lines = this.#linesOf[group] as readonly WaitingLine[]
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i] as WaitingLine
      const first = line.peek()
      if (first < key) {
        key = first
        best = line
      }
    }
    return key < Number.POSITIVE_INFINITY ? (best as WaitingLine).take() : -1
  }

  #open(group: number): void {
    const hours = this.#staff.hours[group]
    if (hours) this.#queue.push(hours.openingAfter(this.#now), group * 4 + opening)
    for (const person of this.#staff.freeMembers(group)) {
      const waiting = this.#nextFor(person)
      if (waiting < 0) continue
      this.#staff.take(person)
      this.#begin(waiting, person)
    }
  }
}

/** The first place whose cumulative share is above u; the last one where rounding leaves none. */
function drawn(cumulative: Float64Array, u: number): number {
  let place = 0
  while (place < cumulative.length - 1 && u >= (cumulative[place] as number)) place++
  return place
}
