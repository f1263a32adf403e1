import { type RoleGrant, type StaffRole, staffRoles } from '#casefile/actor'

/** Roles that no case waits for. */
const besideTheWay: ReadonlySet<StaffRole> = new Set(['auditor', 'administrator'])

interface Working {
  readonly active: boolean
  readonly grants: readonly RoleGrant[]
}

/** Roles of a case's steps that nobody in service holds: a case would stop there. */
export function rolesOfNobody(staff: readonly Working[]): readonly StaffRole[] {
  const held = new Set(
    staff.filter((member) => member.active).flatMap((member) => member.grants.map(({ role }) => role)),
  )
  return staffRoles.filter((role) => !besideTheWay.has(role) && !held.has(role))
}
