import type { Json, PlainDate } from '#kernel'
import type { ClockLimit } from './case-state.ts'
import type { PublishedStandards } from './standards.ts'

/** The limits of every rule set for one node of the case, from the table `limits` in force today. */
export function findLimits(
  standards: PublishedStandards,
  variables: Readonly<Record<string, Json>>,
  node: string,
  today: PlainDate,
): readonly ClockLimit[] {
  const rows = standards.decide(
    'limits',
    { limitClass: variables.limitClass ?? null, node, greenChannel: variables.greenChannel === true },
    today,
  )
  if (!rows.ok) throw new Error(`table limits cannot be read: ${JSON.stringify(rows.refusal)}`)
  return rows.value.map(({ outputs }) => ({
    ruleSet: String(outputs.ruleSet),
    workingDays: Number(outputs.workingDays),
    basis: String(outputs.basis),
    ...(typeof outputs.basisEn === 'string' ? { basisEn: outputs.basisEn } : {}),
    covers: outputs.covers === 'all' ? 'all' : 'utility',
  }))
}
