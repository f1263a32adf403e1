import type { Language } from '../i18n/language.ts'

/** Every legal clock runs in China; so does every date shown. */
const timeZone = 'Asia/Shanghai'
const msPerDay = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { timeZone, ...options })
  formats.set(key, made)
  return made
}

/** A plain date stands for its noon in China, so that no zone moves it to the next day. */
function instantOf(value: string | Date): Date {
  if (value instanceof Date) return value
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00+08:00` : value)
}

/** `11月19日（周四）`, `Thu 19 Nov`; with the year where it is not this one. */
export function showDay(value: string | Date, language: Language, now: Date = new Date()): string {
  const date = instantOf(value)
  const year = format(language, { year: 'numeric' })
  const showsYear = year.format(date) !== year.format(now)
  const weekday = format(language, { weekday: 'short' }).format(date)
  const withYear: Intl.DateTimeFormatOptions = showsYear ? { year: 'numeric' } : {}
  if (language === 'en') {
    return `${weekday} ${format(language, { ...withYear, day: 'numeric', month: 'short' }).format(date)}`
  }
  return `${format(language, { ...withYear, month: 'long', day: 'numeric' }).format(date)}（${weekday}）`
}

/** `16:42` */
export function showTime(value: string | Date, language: Language): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instantOf(value))
}

/** `11月19日（周四）16:42` */
export function showInstant(value: string | Date, language: Language, now: Date = new Date()): string {
  const gap = language === 'en' ? ', ' : ''
  return `${showDay(value, language, now)}${gap}${showTime(value, language)}`
}

/** Today in China as `YYYY-MM-DD`. */
export function todayInShanghai(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

export function isSameDay(a: string | Date, b: string | Date): boolean {
  return todayInShanghai(instantOf(a)) === todayInShanghai(instantOf(b))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysFrom(from: string | Date, to: string | Date): number {
  const day = (value: string | Date) => Date.parse(todayInShanghai(instantOf(value))) / msPerDay
  return day(to) - day(from)
}

/** What an input of kind datetime-local holds (`2026-03-02T09:30`, China time) as an instant with offset. */
export function instantFromInput(text: string): string {
  // What is no time yet stays as it was typed, for the form to say what is wrong with it.
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) ? `${text.length === 16 ? `${text}:00` : text}+08:00` : text
}

/** The instant as the text of an input of kind datetime-local, in China time. */
export function inputFromInstant(value: string): string {
  const time = Date.parse(value)
  return Number.isNaN(time) || !value.includes('T') ? value : new Date(time + 8 * 3_600_000).toISOString().slice(0, 16)
}
