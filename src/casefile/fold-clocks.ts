import type { CaseClock, ClockOwner, ClockSegment } from './case-state.ts'
import type { Fact } from './fact.ts'

interface TaskOnClock {
  readonly node: string | undefined
  readonly owner: ClockOwner
  readonly name: string
  readonly ownClock: boolean
}

/** Who holds the time right now, as the facts read so far tell. */
export interface Holding {
  readonly tasks: ReadonlyMap<string, TaskOnClock>
  readonly pause?: { readonly owner: ClockOwner; readonly reason: string }
  readonly suspension?: { readonly owner: ClockOwner; readonly reason: string }
  readonly ended: boolean
}

/** The clocks after some facts, and what the next facts are read on. Never changed; an untouched clock stays the same object. */
export interface ClockFold {
  readonly clocks: readonly CaseClock[]
  readonly holding: Holding
}

export const noClocks: ClockFold = { clocks: [], holding: { tasks: new Map(), ended: false } }

/** The fold's working copy while facts are read; what is in it is replaced, never changed. */
interface Draft {
  readonly clocks: Map<string, CaseClock>
  readonly tasks: Map<string, TaskOnClock>
  pause: Holding['pause']
  suspension: Holding['suspension']
  ended: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: bodies were checked when they were written
type Body = any

/**
 * The clock ledger (N6): for each clock of the case the stretches of time and the party they belonged to.
 * A stop that was approved (pause, suspension) belongs to the party it names; otherwise the company owns the time while
 * a company task of the clock is open, and the party of the open tasks owns it when none is.
 *
 * Reads on from `noClocks` or from an earlier fold. `facts`: those that follow, the facts of a command all together.
 */
export function foldClocksOn({ clocks, holding }: ClockFold, facts: readonly Fact[]): ClockFold {
  const draft: Draft = {
    clocks: new Map(clocks.map((clock) => [clock.clock, clock])),
    tasks: new Map(holding.tasks),
    pause: holding.pause,
    suspension: holding.suspension,
    ended: holding.ended,
  }
  for (const [index, fact] of facts.entries()) {
    readFact(fact, draft)
    // Facts of one command happen together: the owner is judged after the last of them.
    if (facts[index + 1]?.commandId !== fact.commandId) turnAll(draft, fact.recordedAt)
  }
  const { pause, suspension, tasks, ended } = draft
  return {
    clocks: [...draft.clocks.values()],
    holding: { tasks, ended, ...(pause ? { pause } : {}), ...(suspension ? { suspension } : {}) },
  }
}

function readFact(fact: Fact, draft: Draft): void {
  const body: Body = fact.body
  switch (fact.type) {
    case 'clock-started':
      draft.clocks.set(body.clock, {
        clock: body.clock,
        node: body.node,
        limits: body.limits,
        startedAt: fact.recordedAt,
        ...(body.because ? { because: body.because } : {}),
        segments: [],
      })
      break
    case 'clock-reopened': {
      const clock = draft.clocks.get(body.clock)
      if (clock) draft.clocks.set(body.clock, withoutEnd(clock))
      break
    }
    case 'clock-ended':
      endClock(draft, body.clock, fact.recordedAt)
      break
    case 'task-opened':
      draft.tasks.set(body.taskId, {
        node: body.node,
        owner: body.clockOwner,
        name: body.elementId,
        ownClock: body.ownClock === true,
      })
      break
    case 'task-completed':
    case 'task-voided':
      draft.tasks.delete(body.taskId)
      break
    case 'clock-paused':
      draft.pause = { owner: body.owner, reason: body.reasonCode }
      break
    case 'clock-resumed':
      draft.pause = undefined
      break
    case 'case-suspended':
      draft.suspension = { owner: body.owner, reason: body.reasonCode }
      break
    case 'case-resumed':
      draft.suspension = undefined
      break
    case 'case-withdrawn':
    case 'case-cancelled':
    case 'case-closed':
      draft.ended = true
      for (const clock of draft.clocks.keys()) endClock(draft, clock, fact.recordedAt)
      break
    case 'case-reopened':
      // Clocks ended with the case; the command that reopens it starts new rounds.
      draft.ended = false
      break
  }
}

function withoutEnd({ endedAt: _, ...clock }: CaseClock): CaseClock {
  return clock
}

function endClock({ clocks }: Draft, name: string, at: string): void {
  const clock = clocks.get(name)
  if (!clock || clock.endedAt !== undefined) return
  clocks.set(name, { ...clock, endedAt: at, segments: closed(clock.segments, at) })
}

function closed(segments: readonly ClockSegment[], at: string): readonly ClockSegment[] {
  const last = segments.at(-1)
  return last && last.to === undefined ? [...segments.slice(0, -1), { ...last, to: at }] : segments
}

function turnAll(draft: Draft, at: string): void {
  if (draft.ended) return
  for (const [name, clock] of draft.clocks) {
    if (clock.endedAt !== undefined) continue
    const { owner, reason } = ownerOf(clock, draft)
    const last = clock.segments.at(-1)
    if (last && last.to === undefined && last.owner === owner && last.reason === reason) continue
    draft.clocks.set(name, { ...clock, segments: [...closed(clock.segments, at), { from: at, owner, reason }] })
  }
}

function ownerOf(clock: CaseClock, draft: Draft): { owner: ClockOwner; reason: string } {
  const stop = draft.suspension ?? draft.pause
  if (stop) return stop
  const tasks = [...draft.tasks.values()]
  const company = tasks.find((task) => task.owner === 'company' && counts(clock, task))
  if (company) return { owner: 'company', reason: company.name }
  const other = tasks.find((task) => task.owner !== 'company')
  return other ? { owner: other.owner, reason: other.name } : { owner: 'company', reason: 'in-between' }
}

/**
 * A node's clock runs on its own tasks. The whole-process clock runs on every timed company task; works of the grid count
 * only where the limit covers the whole process (residents and 三零, 发改能源规〔2020〕1479号), and there every company task does.
 */
function counts(clock: CaseClock, task: TaskOnClock): boolean {
  if (clock.node !== 'whole') return task.node === clock.node
  if (clock.limits.some((limit) => limit.covers === 'all')) return true
  return task.node !== undefined && !task.ownClock
}
