import type { CaseClock, ClockLimit, ClockOwner, ClockSegment } from './case-state.ts'
import type { Fact } from './fact.ts'

interface OpenClock {
  clock: string
  node: string
  limits: readonly ClockLimit[]
  startedAt: string
  endedAt?: string
  because?: string
  segments: ClockSegment[]
}

interface TaskOnClock {
  readonly node: string | undefined
  readonly owner: ClockOwner
  readonly name: string
  readonly ownClock: boolean
}

/** Who holds the time right now, as the facts read so far tell. */
interface Holding {
  readonly tasks: Map<string, TaskOnClock>
  pause: { owner: ClockOwner; reason: string } | undefined
  suspension: { owner: ClockOwner; reason: string } | undefined
  ended: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: bodies were checked when they were written
type Body = any

/**
 * The clock ledger (N6): for each clock of the case the stretches of time and the party they belonged to.
 * A stop that was approved (pause, suspension) belongs to the party it names; otherwise the company owns the time while
 * a company task of the clock is open, and the party of the open tasks owns it when none is.
 */
export function foldClocks(facts: readonly Fact[]): readonly CaseClock[] {
  const clocks = new Map<string, OpenClock>()
  const holding: Holding = { tasks: new Map(), pause: undefined, suspension: undefined, ended: false }
  let index = 0
  while (index < facts.length) {
    // Facts of one command happen together: the owner is judged after the last of them.
    const commandId = facts[index]?.commandId
    let fact = facts[index]
    while (fact && fact.commandId === commandId) {
      readFact(fact, clocks, holding)
      index += 1
      const next = facts[index]
      if (!next || next.commandId !== commandId) break
      fact = next
    }
    if (!fact) break
    for (const clock of clocks.values()) turn(clock, fact.recordedAt, holding)
  }
  return [...clocks.values()]
}

function readFact(fact: Fact, clocks: Map<string, OpenClock>, holding: Holding): void {
  const body: Body = fact.body
  switch (fact.type) {
    case 'clock-started':
      clocks.set(body.clock, {
        clock: body.clock,
        node: body.node,
        limits: body.limits,
        startedAt: fact.recordedAt,
        ...(body.because ? { because: body.because } : {}),
        segments: [],
      })
      break
    case 'clock-reopened': {
      const clock = clocks.get(body.clock)
      if (clock) delete clock.endedAt
      break
    }
    case 'clock-ended':
      endClock(clocks.get(body.clock), fact.recordedAt)
      break
    case 'task-opened':
      holding.tasks.set(body.taskId, {
        node: body.node,
        owner: body.clockOwner,
        name: body.elementId,
        ownClock: body.ownClock === true,
      })
      break
    case 'task-completed':
    case 'task-voided':
      holding.tasks.delete(body.taskId)
      break
    case 'clock-paused':
      holding.pause = { owner: body.owner, reason: body.reasonCode }
      break
    case 'clock-resumed':
      holding.pause = undefined
      break
    case 'case-suspended':
      holding.suspension = { owner: body.owner, reason: body.reasonCode }
      break
    case 'case-resumed':
      holding.suspension = undefined
      break
    case 'case-withdrawn':
    case 'case-cancelled':
    case 'case-closed':
      holding.ended = true
      for (const clock of clocks.values()) endClock(clock, fact.recordedAt)
      break
    case 'case-reopened':
      // Clocks ended with the case; the command that reopens it starts new rounds.
      holding.ended = false
      break
  }
}

function endClock(clock: OpenClock | undefined, at: string): void {
  if (!clock || clock.endedAt !== undefined) return
  clock.endedAt = at
  closeSegment(clock, at)
}

function closeSegment(clock: OpenClock, at: string): void {
  const last = clock.segments.at(-1)
  if (last && last.to === undefined) clock.segments[clock.segments.length - 1] = { ...last, to: at }
}

function turn(clock: OpenClock, at: string, holding: Holding): void {
  if (clock.endedAt !== undefined || holding.ended) return
  const { owner, reason } = ownerOf(clock, holding)
  const last = clock.segments.at(-1)
  if (last && last.to === undefined && last.owner === owner && last.reason === reason) return
  closeSegment(clock, at)
  clock.segments.push({ from: at, owner, reason })
}

function ownerOf(clock: OpenClock, holding: Holding): { owner: ClockOwner; reason: string } {
  const stop = holding.suspension ?? holding.pause
  if (stop) return stop
  const tasks = [...holding.tasks.values()]
  const company = tasks.find((task) => task.owner === 'company' && counts(clock, task))
  if (company) return { owner: 'company', reason: company.name }
  const other = tasks.find((task) => task.owner !== 'company')
  return other ? { owner: other.owner, reason: other.name } : { owner: 'company', reason: 'in-between' }
}

/**
 * A node's clock runs on its own tasks. The whole-process clock runs on every timed company task; works of the grid count
 * only where the limit covers the whole process (residents and 三零, 发改能源规〔2020〕1479号), and there every company task does.
 */
function counts(clock: OpenClock, task: TaskOnClock): boolean {
  if (clock.node !== 'whole') return task.node === clock.node
  if (clock.limits.some((limit) => limit.covers === 'all')) return true
  return task.node !== undefined && !task.ownClock
}
