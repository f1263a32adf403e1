import type { PublishedStandards } from '#casefile'
import type { PlainDate } from '#kernel'

/** A number of the table `what-if-settings` in force on the day; a table without it is a bug of its publication. */
export function whatIfSetting(standards: PublishedStandards, key: string, today: PlainDate): number {
  const rows = standards.decide('what-if-settings', { key }, today)
  const value = rows.ok ? rows.value[0]?.outputs.value : undefined
  if (typeof value !== 'number') throw new Error(`the table what-if-settings has no number for ${key} on ${today}`)
  return value
}
