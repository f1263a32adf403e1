import type { PublishedStandards } from '#casefile'
import { addDays, addMonths, type Fault, type PlainDate, plainDate } from '#kernel'
import type { ApplicationForm } from '../api.ts'

/** The last day a temporary supply may have: so many months from the day it was switched on (供电营业规则). */
const latestTemporaryEnd = (onFrom: PlainDate, standards: PublishedStandards, today: PlainDate): PlainDate =>
  addDays(addMonths(onFrom, standards.setting('temporary-supply-months', today)), -1)

/** What is wrong with the last day of a temporary supply that is on since `onFrom` (today, where it is not on yet). */
export function faultsOfLastDay(
  path: string,
  until: string,
  onFrom: PlainDate,
  standards: PublishedStandards,
  today: PlainDate,
): Fault[] {
  const latest = latestTemporaryEnd(onFrom, standards, today)
  if (until <= today) return [{ path, code: 'temporary-ends-in-the-past' }]
  if (plainDate(until) <= latest) return []
  return [
    {
      path,
      code: 'temporary-too-long',
      data: { months: standards.setting('temporary-supply-months', today), latest },
    },
  ]
}

/** Who asks for a temporary supply says until when. */
export function faultsOfEnd({ load }: ApplicationForm, standards: PublishedStandards, today: PlainDate): Fault[] {
  const path = 'load.neededUntil'
  return load.neededUntil
    ? faultsOfLastDay(path, load.neededUntil, today, standards, today)
    : [{ path, code: 'required' }]
}
