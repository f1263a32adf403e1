import type { RoleGrant } from './actor.ts'

/** A member of staff as the casefile needs to know them. */
export interface StaffMember {
  readonly staffId: string
  readonly name: string
  readonly unitId: string
  readonly phone: string
  readonly active: boolean
  /** Away until this date (inclusive), covered by the named colleague. */
  readonly absentUntil: string | null
  readonly coverStaffId: string | null
  readonly grants: readonly RoleGrant[]
}
