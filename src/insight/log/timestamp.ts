const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : Number.NaN
}
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)
const four = (text: string, at: number): number => two(text, at) * 100 + two(text, at + 2)

/** Zone of a timestamp that names none. */
export const noZone = Number.MAX_SAFE_INTEGER

/** Filled by `readTimestamp`: reused so that reading a million timestamps makes no object. */
export interface TimestampCell {
  ms: number
  /** Minutes east of Greenwich; `noZone` where the text names none. */
  offsetMinutes: number
}

/** February of a leap year. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Reads an ISO 8601 / xs:dateTime timestamp: `2011-04-13T14:02:31.199+02:00`, `…Z`, with a blank for the T, seconds and
 * zone optional. Fractions are kept down to the microsecond. Returns false where the text is no such timestamp.
 */
export function readTimestamp(text: string, cell: TimestampCell): boolean {
  const year = four(text, 0)
  const month = two(text, 5)
  const day = two(text, 8)
  const hour = two(text, 11)
  const minute = two(text, 14)
  const between = text.charCodeAt(10)
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || (between !== 84 && between !== 32)) return false
  if (text.charCodeAt(13) !== 58 || !isDate(year, month, day) || !(hour <= 24 && minute <= 59)) return false
  let at = 16
  let second = 0
  if (text.charCodeAt(at) === 58) {
    second = two(text, 17)
    if (!(second <= 60)) return false
    at = 19
  }
  let ms = 0
  if (text.charCodeAt(at) === 46) {
    const from = at + 1
    at = endOfDigits(text, from)
    if (at === from) return false
    ms = at - from === 3 ? digit(text, from) * 100 + two(text, from + 1) : microseconds(text, from, at) / 1000
  }
  const offset = readZone(text, at)
  if (Number.isNaN(offset)) return false
  cell.offsetMinutes = offset
  const minutes = (daysSince1970(year, month, day) * 24 + hour) * 60 + minute - (offset === noZone ? 0 : offset)
  cell.ms = minutes * 60_000 + second * 1000 + ms
  return !Number.isNaN(cell.ms)
}

function endOfDigits(text: string, from: number): number {
  let at = from
  while (digit(text, at) >= 0) at++
  return at
}

const microseconds = (text: string, from: number, to: number): number =>
  Number(text.slice(from, Math.min(to, from + 6)).padEnd(6, '0'))

function isDate(year: number, month: number, day: number): boolean {
  const longest = month === 2 && !isLeap(year) ? 28 : (monthDays[month - 1] ?? 0)
  return day >= 1 && day <= longest
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** `Z`, `+08:00`, `+0800`, `+08` or nothing; NaN for anything else. */
function readZone(text: string, at: number): number {
  if (at === text.length) return noZone
  const sign = text.charCodeAt(at)
  if (sign === 90) return at + 1 === text.length ? 0 : Number.NaN
  if (sign !== 43 && sign !== 45) return Number.NaN
  const hours = two(text, at + 1)
  const colon = text.charCodeAt(at + 3) === 58 ? 1 : 0
  const end = text.length - at
  const minutes = end === 3 ? 0 : end === 5 + colon ? two(text, at + 3 + colon) : Number.NaN
  const total = hours * 60 + minutes
  return total <= 14 * 60 ? (sign === 45 ? -total : total) : Number.NaN
}

/** Days of the proleptic Gregorian calendar, by shifting the year to begin in March so that leap days come last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** ISO 8601 with milliseconds, or microseconds where the time has them, in the zone given. */
export function writeTimestamp(ms: number, offsetMinutes: number): string {
  const offset = offsetMinutes === noZone ? 0 : offsetMinutes
  const whole = Math.floor(ms)
  const micros = Math.round((ms - whole) * 1000)
  const carried = whole + (micros === 1000 ? 1 : 0)
  const local = new Date(carried + offset * 60_000).toISOString().slice(0, -1)
  const fraction = micros === 0 || micros === 1000 ? '' : pad(micros, 3)
  if (offsetMinutes === noZone) return local + fraction
  const size = Math.abs(offset)
  return `${local}${fraction}${offset < 0 ? '-' : '+'}${pad(Math.floor(size / 60), 2)}:${pad(size % 60, 2)}`
}
