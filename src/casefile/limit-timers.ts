import {
  addDays,
  dateInShanghai,
  instantAtShanghai,
  type JsonObject,
  type PlainDate,
  type WorkingCalendar,
} from '#kernel'
import type { ClockDues, LimitDue } from './clock-dues.ts'
import type { Fact } from './fact.ts'
import type { PublishedStandards } from './standards.ts'
import { canonicalJson, type TimerRow } from './write/index.ts'

/** When a running limit speaks up: working days before it is due, and after; of the table `notice-settings`. */
export interface LimitWatch {
  /** First and second warning, farthest first. */
  readonly warnDays: readonly number[]
  /** Escalation to the team's managers, and to the company's. */
  readonly escalateDays: readonly number[]
}

export function limitWatchOn(standards: PublishedStandards, today: PlainDate): LimitWatch {
  return {
    warnDays: [
      standards.setting('warn-working-days-before-due', today),
      standards.setting('warn-again-working-days-before-due', today),
    ],
    escalateDays: [
      standards.setting('escalate-working-days-after-due', today),
      standards.setting('escalate-company-working-days-after-due', today),
    ],
  }
}

/** People are told in the morning; a limit is breached when its last day is over. */
export const tellAt = '08:30'
const dayEnds = '00:00'

/** One moment at which a running limit speaks up. */
export interface LimitRound {
  readonly clock: ClockDues
  readonly limit: LimitDue
  readonly kind: 'limit-undetermined' | 'limit-warning' | 'limit-breach' | 'limit-escalation'
  readonly round: number
  /** Milliseconds since 1970. */
  readonly atMs: number
}

/** Warnings, breach and escalations of a limit that runs, in no order. None while the clock stands still. */
export function roundsOfLimit(
  clock: ClockDues,
  limit: LimitDue,
  calendar: WorkingCalendar,
  watch: LimitWatch,
): readonly LimitRound[] {
  const { dueOn } = limit
  if (dueOn === undefined) return []
  const make = (kind: LimitRound['kind'], round: number, at: Date) => ({
    clock,
    limit,
    kind,
    round,
    atMs: at.getTime(),
  })
  if (dueOn === 'undetermined') return [make('limit-undetermined', 0, new Date(clock.startedAt))]
  const startedOn = dateInShanghai(new Date(clock.startedAt))
  const warnings = watch.warnDays.map((days, index) =>
    make('limit-warning', index + 1, instantAtShanghai(workingDaysBefore(dueOn, days, calendar, startedOn), tellAt)),
  )
  const escalations = watch.escalateDays.flatMap((days, index) => {
    const day = calendar.addWorkingDays(dueOn, days)
    return day === 'undetermined' ? [] : [make('limit-escalation', index + 1, instantAtShanghai(day, tellAt))]
  })
  return [...warnings, make('limit-breach', 1, instantAtShanghai(addDays(dueOn, 1), dayEnds)), ...escalations]
}

const factOfRound: Readonly<Record<LimitRound['kind'], string>> = {
  'limit-undetermined': 'limit-undetermined',
  'limit-warning': 'limit-warned',
  'limit-breach': 'limit-breached',
  'limit-escalation': 'limit-escalated',
}
const sayings = new Set(Object.values(factOfRound))

/** What a round leaves in the case, once for each clock, rule set, due date and round: the fact's type. */
export const factTypeOfTimer = (kind: string): string | undefined => factOfRound[kind as LimitRound['kind']]

/** What tells a saying of a limit from every other. */
export function sayingKey(type: string, { clock, ruleSet, dueOn, round }: JsonObject): string {
  return `${type} ${clock} ${ruleSet} ${dueOn} ${round}`
}

/** Everything that limits have said in a case so far. */
export function listSayings(facts: readonly Fact[]): ReadonlySet<string> {
  return new Set(facts.filter(({ type }) => sayings.has(type)).map(({ type, body }) => sayingKey(type, body)))
}

/** Of the rounds of a case's limits that nothing was said of yet, the first. */
export function findNextRound(
  rounds: Iterable<readonly LimitRound[]>,
  said: ReadonlySet<string>,
): LimitRound | undefined {
  let next: LimitRound | undefined
  for (const ofLimit of rounds) {
    for (const round of ofLimit) {
      if (next && next.atMs <= round.atMs) continue
      if (said.size === 0 || !said.has(sayingKey(factOfRound[round.kind], bodyOf(round)))) next = round
    }
  }
  return next
}

/**
 * The one timer a case's limits have: what fires leaves a fact, and with it the next one is set; so each round is said once, and a new
 * case waits for one moment, not for twenty. Its id is made of all it is about, so that setting it twice is setting it once.
 */
export function timerOf(caseId: string, round: LimitRound): TimerRow {
  const body = bodyOf(round)
  return {
    timerId: `${caseId}:${body.clock}:${body.ruleSet}:${round.kind}:${round.round}:${body.dueOn}`,
    dueAt: new Date(round.atMs).toISOString(),
    kind: round.kind,
    body: canonicalJson(body),
  }
}

function bodyOf({ clock, limit, round }: LimitRound) {
  const { ruleSet, limitDays, dueOn = '' } = limit
  return { clock: clock.clock, node: clock.node, ruleSet, limitDays, dueOn, round }
}

/** The day that lies `count` working days before `date`, not before `notBefore`. */
function workingDaysBefore(date: PlainDate, count: number, calendar: WorkingCalendar, notBefore: PlainDate): PlainDate {
  let day = date
  for (let left = count; left > 0 && day > notBefore; ) {
    day = addDays(day, -1)
    if (calendar.isWorkingDay(day) === true) left -= 1
  }
  return day
}
