import type { StaffRole } from '#casefile'

/** Who drafts a plan, and who signs it off with the evidence in view. */
export const planReaders: readonly StaffRole[] = [
  'designer',
  'planning',
  'operation',
  'dispatcher',
  'marketing',
  'manager',
]
