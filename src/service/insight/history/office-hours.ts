import type { PublishedStandards } from '#casefile'
import { type WorkingHours, workingHoursOver, workingIntervals } from '#insight'
import { accept, addDays, dateInShanghai, instantAtShanghai, type PlainDate, type Result, refuse } from '#kernel'
import { insightSetting } from '../settings.ts'
import type { CaseHistory } from './case-history.ts'

/** Working time by the company's office hours: open milliseconds between two moments, and how many make a working day. */
export interface OfficeTime {
  readonly hours: WorkingHours
  readonly msPerDay: number
}

/** Office hours over the years of these cases, by the published calendar. Refused where a day's year has none. */
export function officeTimeOf(
  cases: readonly CaseHistory[],
  standards: PublishedStandards,
  now: Date,
): Result<OfficeTime> {
  const today = dateInShanghai(now)
  const shifts = officeShifts(standards, today)
  // Work that was recorded later than now (a clock set back) counts nothing.
  const earliest = cases.reduce((ms, each) => Math.min(ms, Date.parse(each.openedAt)), now.getTime())
  const first = dateInShanghai(new Date(earliest))
  const hours = workingHoursOver(standards.calendar, first, today, shifts)
  if (!hours.ok) return hours
  const msPerDay = shifts.reduce((sum, [from, to]) => sum + msBetween(from, to), 0)
  return msPerDay > 0 ? accept({ hours: hours.value, msPerDay }) : refuse({ code: 'working-hours-refused' })
}

const officeShifts = (standards: PublishedStandards, today: PlainDate) =>
  [
    [hourOf(standards, 'morning-opens-hour', today), hourOf(standards, 'morning-closes-hour', today)],
    [hourOf(standards, 'afternoon-opens-hour', today), hourOf(standards, 'afternoon-closes-hour', today)],
  ] as const

/** Office hours of the days `from` to `to`, in hours since 00:00 of the first. Refused where a year has no calendar. */
export function openIntervals(
  standards: PublishedStandards,
  from: PlainDate,
  to: PlainDate,
): Result<readonly (readonly [number, number])[]> {
  const intervals = workingIntervals(standards.calendar, from, to, officeShifts(standards, to))
  if (!intervals.ok) return intervals
  const startMs = instantAtShanghai(from, '00:00').getTime()
  const hours = (ms: number): number => (ms - startMs) / 3_600_000
  return accept(intervals.value.map(([open, close]) => [hours(open), hours(close)] as const))
}

const msBetween = (from: string, to: string): number =>
  instantAtShanghai(anyDay, to).getTime() - instantAtShanghai(anyDay, from).getTime()
const anyDay = addDays('2026-01-01' as PlainDate, 0)

/** 8.5 → `08:30`. */
function hourOf(standards: PublishedStandards, key: string, today: PlainDate): string {
  const minutes = Math.round(insightSetting(standards, key, today) * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
