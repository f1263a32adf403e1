import type { StaffRole } from '#casefile'

/** Who signs a plan off. */
export const planSigners: readonly StaffRole[] = ['planning', 'operation', 'dispatcher', 'marketing']

/** Who drafts a plan, and who signs it off with the evidence in view. */
export const planReaders: readonly StaffRole[] = ['designer', ...planSigners, 'manager']
