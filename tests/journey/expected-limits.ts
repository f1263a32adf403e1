import { readFileSync } from 'node:fs'
import type { StaffCaseView } from '../../src/casefile/views/staff-view.ts'

/**
 * What the limits of a case must have said, computed a second time and otherwise than the program does: from the facts people left,
 * day by day, with the calendar file read here. Nothing of the casefile's code is used.
 */
export interface Saying {
  /** `limit-warned supply-plan#1 law 2026-03-05 1` */
  readonly key: string
  readonly at: string
}

export interface ExpectedLimits {
  /** Must have been said, exactly once, at this time. */
  readonly must: readonly Saying[]
  /** When people acted: what is due in the same instant as two commands may be said between them, or never. */
  readonly acted: ReadonlySet<string>
}

type Body = Readonly<Record<string, unknown>>
interface Limit {
  readonly ruleSet: string
  readonly workingDays: number
  readonly covers?: string
}
interface Segment {
  readonly owner: string
  readonly from: string
  to?: string
}
interface Clock {
  readonly node: string
  readonly limits: readonly Limit[]
  readonly startedOn: string
  running: boolean
  readonly segments: Segment[]
}
interface Task {
  readonly node: string | undefined
  readonly owner: string
  readonly ownClock: boolean
}

const calendar = JSON.parse(readFileSync('standards/calendar/2026.json', 'utf8')) as {
  holidays: string[]
  makeUpDays: string[]
}
const dayMs = 86_400_000
const next = (day: string, count = 1) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
const shanghaiDay = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
const atShanghai = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`).toISOString()

function isWorked(day: string): boolean {
  if (calendar.makeUpDays.includes(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.includes(day)
}

/** The `count`-th worked day after a day; undefined: in a year without calendar. */
function workedAfter(day: string, count: number): string | undefined {
  let found = day
  for (let left = count; left > 0; ) {
    found = next(found)
    if (found > '2026-12-31') return undefined
    if (isWorked(found)) left -= 1
  }
  return found
}

function workedBetween(from: string, to: string): number {
  let count = 0
  for (let day = next(from); day <= to; day = next(day)) if (isWorked(day)) count += 1
  return count
}

/** Day the limit is used up, walking the company's stretches. */
function dueOn(limit: Limit, segments: readonly Segment[]): string | undefined {
  let left = limit.workingDays
  for (const { owner, from, to } of segments) {
    if (owner !== 'company') continue
    const used = to === undefined ? Number.POSITIVE_INFINITY : workedBetween(shanghaiDay(from), shanghaiDay(to))
    if (used > left) return workedAfter(shanghaiDay(from), left)
    left -= used
  }
  return undefined
}

const warnDays = [2, 1]
const escalateDays = [1, 3]

function sayings(name: string, clock: Clock): Saying[] {
  return clock.limits.flatMap((limit) => {
    const due = dueOn(limit, clock.segments)
    const say = (kind: string, round: number, at: string): Saying => ({
      key: `${kind} ${name} ${limit.ruleSet} ${due ?? 'undetermined'} ${round}`,
      at,
    })
    if (due === undefined) return [say('limit-undetermined', 0, atShanghai(clock.startedOn, '00:00'))]
    const warned = warnDays.map((days, index) => {
      let day = due
      for (let left = days; left > 0 && day > clock.startedOn; ) {
        day = next(day, -1)
        if (isWorked(day)) left -= 1
      }
      return say('limit-warned', index + 1, atShanghai(day, '08:30'))
    })
    const escalated = escalateDays.flatMap((days, index) => {
      const day = workedAfter(due, days)
      return day === undefined ? [] : [say('limit-escalated', index + 1, atShanghai(day, '08:30'))]
    })
    return [...warned, say('limit-breached', 1, atShanghai(next(due), '00:00')), ...escalated]
  })
}

/** The whole case, instant by instant; `until`: where the test clock stands at the end. */
export function expectLimits(view: StaffCaseView, until: string): ExpectedLimits {
  const people = view.facts.filter((fact) => !fact.type.startsWith('limit-'))
  const instants = [...new Set(people.map((fact) => fact.recordedAt))]
  const state: Reading = { clocks: new Map(), tasks: new Map(), stopped: undefined }
  const must = new Map<string, string>()
  for (const [index, at] of instants.entries()) {
    for (const fact of people.filter((entry) => entry.recordedAt === at)) read(fact, state, at)
    for (const clock of state.clocks.values()) turn(clock, at, clock.running ? ownerOf(clock, state) : undefined)
    const end = instants[index + 1] ?? until
    for (const { key, at: due } of [...state.clocks].flatMap(([name, clock]) => spoken(name, clock))) {
      if (due > end || must.has(key)) continue
      const isLate = due <= at
      must.set(key, isLate ? at : due)
    }
  }
  return { must: [...must].map(([key, at]) => ({ key, at })), acted: new Set(instants) }
}

interface Reading {
  readonly clocks: Map<string, Clock>
  readonly tasks: Map<string, Task>
  stopped: string | undefined
}

/** Only a clock that runs on the company's time speaks. */
const spoken = (name: string, clock: Clock): Saying[] =>
  clock.running && clock.segments.at(-1)?.owner === 'company' ? sayings(name, clock) : []

function read(fact: StaffCaseView['facts'][number], state: Reading, at: string): void {
  const { clocks, tasks } = state
  const body = fact.body as Body
  if (fact.type === 'clock-started') {
    const { clock, node, limits } = body as { clock: string; node: string; limits: Limit[] }
    clocks.set(clock, { node, limits, startedOn: shanghaiDay(at), running: true, segments: [] })
  }
  if (fact.type === 'clock-ended') {
    const clock = clocks.get(String(body.clock))
    if (clock) clock.running = false
  }
  if (fact.type === 'task-opened') {
    const node = typeof body.node === 'string' ? body.node : undefined
    tasks.set(String(body.taskId), { node, owner: String(body.clockOwner), ownClock: body.ownClock === true })
  }
  if (fact.type === 'task-completed' || fact.type === 'task-voided') tasks.delete(String(body.taskId))
  if (fact.type === 'case-suspended') state.stopped = String(body.owner)
  if (fact.type === 'case-resumed') state.stopped = undefined
}

function ownerOf(clock: Clock, { tasks, stopped }: Reading): string {
  if (stopped) return stopped
  const open = [...tasks.values()]
  const whole = clock.limits.some((limit) => limit.covers === 'all')
  const counts = (task: Task) =>
    clock.node === 'whole' ? whole || (task.node !== undefined && !task.ownClock) : task.node === clock.node
  if (open.some((task) => task.owner === 'company' && counts(task))) return 'company'
  return open.find((task) => task.owner !== 'company')?.owner ?? 'company'
}

function turn(clock: Clock, at: string, owner: string | undefined): void {
  const last = clock.segments.at(-1)
  if (last && last.to === undefined) {
    if (owner === undefined) last.to = at
    else if (last.owner !== owner) {
      last.to = at
      clock.segments.push({ owner, from: at })
    }
  } else if (owner !== undefined) clock.segments.push({ owner, from: at })
}
