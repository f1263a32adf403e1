import type { Arrivals } from '../simulation-model.ts'
import type { Observation, ObservedCase } from './observation.ts'

const hoursPerWeek = 168
const mondayFirst = 7

/** The days cases came on, and when a season can be told from them. */
export interface ArrivalSpan {
  readonly days: number
  /** 1 (Monday) to 7. */
  readonly startWeekday: number
  /** From 0. */
  readonly startDayOfYear: number
  readonly season: Observation['season']
}

/**
 * Arrivals by hour of the week: share of the weekday times share of the hour, so that a thin history does not leave holes
 * that mean nothing. Months only where enough of a year was seen.
 */
export function arrivalRates(
  cases: readonly Pick<ObservedCase, 'arrivedHours'>[],
  { days, startWeekday, startDayOfYear, season }: ArrivalSpan,
): { readonly arrivals: Arrivals; readonly isSeasonal: boolean } {
  const byDay = new Float64Array(mondayFirst)
  const byHour = new Float64Array(24)
  const byMonth = new Float64Array(12)
  for (const { arrivedHours } of cases) {
    const day = (startWeekday - 1 + Math.floor(arrivedHours / 24)) % mondayFirst
    byDay[day] = (byDay[day] ?? 0) + 1
    const hour = Math.floor(arrivedHours) % 24
    byHour[hour] = (byHour[hour] ?? 0) + 1
    const month = monthOf(startDayOfYear, arrivedHours)
    byMonth[month] = (byMonth[month] ?? 0) + 1
  }
  const perWeek = (cases.length / days) * mondayFirst
  const perHour = Array.from({ length: hoursPerWeek }, (_, at) => {
    const share = ((byDay[Math.floor(at / 24)] ?? 0) / cases.length) * ((byHour[at % 24] ?? 0) / cases.length)
    return perWeek * share
  })
  const isSeasonal = days >= season.days && cases.length >= season.casesPerMonth * 12
  if (!isSeasonal) return { arrivals: { kind: 'by-hour', perHour }, isSeasonal }
  const daysOf = new Float64Array(12)
  for (let day = 0; day < days; day++) {
    const month = monthOf(startDayOfYear, day * 24)
    daysOf[month] = (daysOf[month] ?? 0) + 1
  }
  const monthFactors = Array.from(byMonth, (count, month) => count / (daysOf[month] || 1) / (cases.length / days))
  return { arrivals: { kind: 'by-hour', perHour, monthFactors }, isSeasonal }
}

/** Twelfths of the year, as the simulation counts them. */
const monthOf = (startDayOfYear: number, hours: number): number =>
  Math.floor((startDayOfYear * 24 + hours) / (8766 / 12)) % 12
