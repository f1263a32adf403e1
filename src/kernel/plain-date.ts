declare const plainDateBrand: unique symbol

/** A calendar day without a time or zone, as `YYYY-MM-DD`; two of them compare by their text. */
export type PlainDate = string & { readonly [plainDateBrand]: true }

/** Monday is 1, Sunday is 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const msPerDay = 86_400_000
/** China keeps UTC+8 all year; summer time ended on 1991-09-15, before any clock this product judges. */
const shanghaiOffsetMs = 8 * 3_600_000
const shape = /^\d{4}-\d{2}-\d{2}$/

/** Days since 1970-01-01. */
export function dayNumber(date: PlainDate): number {
  // Every clock of every command asks this several times: counting is ten times as fast as a parser of dates. Years begin
  // in March, so that the leap day is their last and 153 days are every five months.
  const month = digits(date, 5, 7)
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(date, 8, 10) - 1
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)
  return year * 365 + leapDays + dayOfYear - marchOfYear0
}

/** Days from 0000-03-01 to 1970-01-01. */
const marchOfYear0 = 719_468

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - zero
  return value
}

const zero = 48

export function dateOfDayNumber(day: number): PlainDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10) as PlainDate
}

/** Is this a day of the calendar, written `YYYY-MM-DD`? 2026-02-29 is not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!shape.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** A date known to be right (constants, checked input); throws where it is not. Ask `isPlainDate` about what people type. */
export function plainDate(text: string): PlainDate {
  if (isPlainDate(text)) return text
  throw new RangeError(`not a calendar day: ${JSON.stringify(text)}`)
}

/** The day it is in China at this instant. */
export function dateInShanghai(instant: Date): PlainDate {
  const day = Math.floor((instant.getTime() + shanghaiOffsetMs) / msPerDay)
  // Nearly every call of a command asks for the same day: today.
  if (day !== lastAsked.day) lastAsked = { day, date: dateOfDayNumber(day) }
  return lastAsked.date
}

let lastAsked = { day: 0, date: '1970-01-01' as PlainDate }

/** The instant a clock in China shows `time` (`HH:MM`, 00:00 to 23:59) on this day. */
export function instantAtShanghai(date: PlainDate, time: string): Date {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`not a time of day: ${JSON.stringify(time)}`)
  const minutes = digits(time, 0, 2) * 60 + digits(time, 3, 5)
  return new Date(dayNumber(date) * msPerDay + minutes * 60_000 - shanghaiOffsetMs)
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The date so many months later; 31 January plus one month is the last day of February (民法典 202, 203). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  const time = Date.UTC(year, month - 1 + months, Math.min(day, lastDay))
  return new Date(time).toISOString().slice(0, 10) as PlainDate
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

export function weekdayOf(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday; the added multiple of seven keeps the remainder positive before 1970.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4))
}
