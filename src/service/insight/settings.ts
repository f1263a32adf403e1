import type { PublishedStandards } from '#casefile'
import type { PlainDate } from '#kernel'

/** A number of the table `insight-settings` in force on the day. */
export const insightSetting = (standards: PublishedStandards, key: string, today: PlainDate): number =>
  settingOf(standards, 'insight-settings', key, today)

/** A number of the table `what-if-settings` in force on the day. */
export const whatIfSetting = (standards: PublishedStandards, key: string, today: PlainDate): number =>
  settingOf(standards, 'what-if-settings', key, today)

/** A table without the number is a bug of its publication. */
function settingOf(standards: PublishedStandards, table: string, key: string, today: PlainDate): number {
  const rows = standards.decide(table, { key }, today)
  const value = rows.ok ? rows.value[0]?.outputs.value : undefined
  if (typeof value !== 'number') throw new Error(`the table ${table} has no number for ${key} on ${today}`)
  return value
}
