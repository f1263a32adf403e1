import {
  accept,
  addDays,
  type Fault,
  instantAtShanghai,
  type PlainDate,
  type Result,
  refuse,
  type WorkingCalendar,
} from '#kernel'
import { WorkingHours } from './working-hours.ts'

/** A piece of the working day, `HH:MM` each. */
export type Shift = readonly [from: string, to: string]

/**
 * Open times of whole days in Shanghai, in milliseconds since 1970. Refused where a day's year has no published calendar
 * (nothing is guessed), or a shift is none.
 */
export function workingIntervals(
  calendar: WorkingCalendar,
  first: PlainDate,
  last: PlainDate,
  shifts: readonly Shift[],
): Result<readonly (readonly [number, number])[]> {
  const faults: Fault[] = []
  const clock = shifts.map((shift, i) => readShift(shift, `shifts.${i}`, faults))
  const undetermined = new Set<string>()
  const intervals: [number, number][] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const works = calendar.isWorkingDay(day)
    if (works === 'undetermined') undetermined.add(day.slice(0, 4))
    if (works !== true) continue
    const midnight = instantAtShanghai(day, '00:00').getTime()
    for (const [from, to] of clock) intervals.push([midnight + from, midnight + to])
  }
  for (const year of undetermined) faults.push({ path: `year ${year}`, code: 'calendar-missing' })
  return faults.length > 0 ? refuse({ code: 'working-hours-refused', faults }) : accept(intervals)
}

/** The same as working hours that can be counted with. */
export function workingHoursOver(...asked: Parameters<typeof workingIntervals>): Result<WorkingHours> {
  const intervals = workingIntervals(...asked)
  return intervals.ok ? accept(new WorkingHours(intervals.value)) : intervals
}

function readShift([from, to]: Shift, path: string, faults: Fault[]): readonly [number, number] {
  const read = (text: string): number => {
    const parts = /^(\d\d):(\d\d)$/.exec(text)
    return parts ? (Number(parts[1]) * 60 + Number(parts[2])) * 60_000 : Number.NaN
  }
  const pair = [read(from), read(to)] as const
  if (!(pair[0] < pair[1] && pair[1] <= 86_400_000)) faults.push({ path, code: 'not-a-shift', data: { from, to } })
  return pair
}
