import { dateInShanghai, type PlainDate, type WorkingCalendar } from '#kernel'
import type { CaseClock, ClockLimit, ClockOwner } from './case-state.ts'

/** A count of working days, or that the calendar of a year it runs into is not published yet. */
export type WorkingDays = number | 'undetermined'

export type LimitStanding = 'on-time' | 'soon' | 'today' | 'late' | 'stopped' | 'ended' | 'undetermined'

export interface LimitReading {
  readonly ruleSet: string
  readonly basis: string
  readonly basisEn?: string
  readonly limitDays: number
  readonly usedDays: WorkingDays
  /** Last day on which the step is still on time; undefined while the clock is stopped or ended. */
  readonly dueOn?: PlainDate | 'undetermined'
  readonly standing: LimitStanding
  readonly breached: boolean
}

export interface ClockReading {
  readonly clock: string
  readonly node: string
  readonly startedAt: string
  readonly endedAt?: string
  readonly because?: string
  /** Whose time runs now; undefined when the clock has ended. */
  readonly owner?: ClockOwner
  readonly ownerReason?: string
  readonly usedDays: WorkingDays
  readonly daysByOwner: Readonly<Record<ClockOwner, WorkingDays>>
  /** Tightest first. */
  readonly limits: readonly LimitReading[]
}

function add(sum: WorkingDays, days: WorkingDays): WorkingDays {
  return sum === 'undetermined' || days === 'undetermined' ? 'undetermined' : sum + days
}

/** Working days of a stretch: from the day after it begins to the day it ends (民法典 §201; a resumed clock counts from the next day). */
function daysOf(from: string, to: string, calendar: WorkingCalendar): WorkingDays {
  return calendar.workingDaysIn(dateInShanghai(new Date(from)), dateInShanghai(new Date(to)))
}

/** The company's working days of a clock that stands still: its stretches have all ended. */
export const companyDays = (clock: CaseClock, calendar: WorkingCalendar): WorkingDays =>
  clock.segments
    .filter((segment) => segment.owner === 'company')
    .reduce<WorkingDays>((sum, { from, to }) => add(sum, daysOf(from, to ?? from, calendar)), 0)

export function readClock(clock: CaseClock, calendar: WorkingCalendar, now: Date, warnDays: number): ClockReading {
  const daysByOwner: Record<ClockOwner, WorkingDays> = { company: 0, customer: 0, government: 0, weather: 0 }
  for (const segment of clock.segments) {
    const days = daysOf(segment.from, segment.to ?? now.toISOString(), calendar)
    daysByOwner[segment.owner] = add(daysByOwner[segment.owner], days)
  }
  const running = clock.endedAt === undefined ? clock.segments.at(-1) : undefined
  const limits = clock.limits
    .map((limit) => readLimit(limit, clock, calendar, now, warnDays, daysByOwner.company))
    .sort((a, b) => a.limitDays - b.limitDays)
  return {
    clock: clock.clock,
    node: clock.node,
    startedAt: clock.startedAt,
    ...(clock.endedAt ? { endedAt: clock.endedAt } : {}),
    ...(clock.because ? { because: clock.because } : {}),
    ...(running ? { owner: running.owner, ownerReason: running.reason } : {}),
    usedDays: daysByOwner.company,
    daysByOwner,
    limits,
  }
}

function readLimit(
  limit: ClockLimit,
  clock: CaseClock,
  calendar: WorkingCalendar,
  now: Date,
  warnDays: number,
  usedDays: WorkingDays,
): LimitReading {
  const { ruleSet, basis, basisEn, workingDays: limitDays } = limit
  const reading = { ruleSet, basis, ...(basisEn ? { basisEn } : {}), limitDays, usedDays }
  const breached = usedDays !== 'undetermined' && usedDays > limit.workingDays
  if (clock.endedAt !== undefined) return { ...reading, standing: 'ended', breached }
  const running = clock.segments.at(-1)
  if (running?.owner !== 'company') return { ...reading, standing: breached ? 'late' : 'stopped', breached }
  const dueOn = dueDate(limit, clock, calendar)
  if (dueOn === 'undetermined' || usedDays === 'undetermined') {
    return { ...reading, dueOn, standing: 'undetermined', breached }
  }
  return { ...reading, dueOn, standing: standingOf(usedDays, limit, dueOn, dateInShanghai(now), warnDays), breached }
}

function standingOf(
  usedDays: number,
  limit: ClockLimit,
  dueOn: PlainDate,
  today: PlainDate,
  warnDays: number,
): LimitStanding {
  if (usedDays > limit.workingDays || today > dueOn) return 'late'
  if (today === dueOn) return 'today'
  return limit.workingDays - usedDays <= warnDays ? 'soon' : 'on-time'
}

/** The day on which the limit is used up if the clock runs on (or was, if it is late), or that its year's calendar is not published. */
export function dueDate(limit: ClockLimit, clock: CaseClock, calendar: WorkingCalendar): PlainDate | 'undetermined' {
  let left = limit.workingDays
  for (const { from, to } of companyStretches(clock)) {
    const fromDate = dateInShanghai(new Date(from))
    if (to === undefined) return calendar.addWorkingDays(fromDate, left)
    const days = calendar.workingDaysIn(fromDate, dateInShanghai(new Date(to)))
    if (days === 'undetermined') return 'undetermined'
    if (days > left) return calendar.addWorkingDays(fromDate, left)
    left -= days
  }
  return 'undetermined'
}

/** The company's time without its joints: one task after another is one stretch. */
function companyStretches({ segments }: CaseClock): { from: string; to?: string | undefined }[] {
  const stretches: { from: string; to?: string | undefined }[] = []
  for (const { owner, from, to } of segments) {
    if (owner !== 'company') continue
    const last = stretches.at(-1)
    if (last?.to === from) last.to = to
    else stretches.push({ from, to })
  }
  return stretches
}
