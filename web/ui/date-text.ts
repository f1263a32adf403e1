/**
 * A day, or a day with its time, as people write it: `2026-11-23`, `2026/11/23`, `20261123`, `2026年11月23日`, `2026-11-23 9:05`.
 * Gives what an input of that kind holds (`2026-11-23`, `2026-11-23T09:05`); undefined where it is none, or no real day.
 */
export function readDateText(text: string, withTime: boolean): string | undefined {
  const found =
    /^\s*(\d{4})(?:\s*[-/.年]\s*)?(\d{1,2})(?:\s*[-/.月]\s*)?(\d{1,2})\s*日?(?:[T\s]+(\d{1,2})[:：](\d{2}))?\s*$/.exec(
      text,
    )
  if (!found) return undefined
  const [, year, month = '', day = '', hour, minute] = found
  if (withTime !== (hour !== undefined)) return undefined
  const plain = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = withTime ? `T${(hour ?? '').padStart(2, '0')}:${minute}` : ''
  const instant = new Date(`${plain}${time || 'T00:00'}:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(plain + time) ? plain + time : undefined
}

/** What is shown of it: the same in every language and whatever language the browser is in. */
export const showDateText = (value: string): string => value.replace('T', ' ')
