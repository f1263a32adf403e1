import { type RoleGrant, type StaffActor, staffRoles, voltageClasses } from '#casefile/actor'
import type { Database } from '#platform/database/database'

/** Where a staff member's name, unit and roles are read. */
export interface StaffDirectory {
  /** Undefined: no such person, or no longer active. */
  findStaff(companyId: string, staffId: string): Promise<StaffActor | undefined>
}

/** The directory of the tables `staff` and `staff_role`. */
export function openStaffDirectory(database: Pick<Database, 'withCompany'>): StaffDirectory {
  return {
    findStaff: (companyId, staffId) =>
      database.withCompany(companyId, async (tx) => {
        const rows = await tx
          .selectFrom('staff')
          .leftJoin('staff_role', (join) =>
            join
              .onRef('staff_role.company_id', '=', 'staff.company_id')
              .onRef('staff_role.staff_id', '=', 'staff.staff_id'),
          )
          .select([
            'staff.name',
            'staff.unit_id',
            'staff_role.role',
            'staff_role.unit_id as role_unit_id',
            'staff_role.voltage_classes',
          ])
          .where('staff.company_id', '=', companyId)
          .where('staff.staff_id', '=', staffId)
          .where('staff.active', '=', true)
          .execute()
        const [first] = rows
        if (first === undefined) return undefined
        const grants = rows.flatMap((row) => readGrant(row.role, row.role_unit_id, row.voltage_classes))
        return {
          kind: 'staff',
          companyId,
          staffId,
          name: first.name,
          unitId: first.unit_id,
          grants,
        } satisfies StaffActor
      }),
  }
}

/** One grant, or none where the role is not one this release knows. */
function readGrant(
  role: string | null,
  unitId: string | null,
  classes: readonly string[] | null,
): readonly RoleGrant[] {
  const known = staffRoles.find((name) => name === role)
  if (known === undefined) return []
  return [{ role: known, unitId, voltageClasses: voltageClasses.filter((name) => classes?.includes(name)) }]
}
