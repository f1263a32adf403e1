import type { RoleGrant, StaffMember, StaffRole, VoltageClass } from '#casefile'
import type { CompanyTransaction } from '#platform/database/index'

export interface Unit {
  readonly unitId: string
  readonly name: string
  readonly parentId: string | null
  readonly kind: string
}

export async function listUnits(tx: CompanyTransaction, companyId: string): Promise<readonly Unit[]> {
  const rows = await tx.selectFrom('unit').selectAll().where('company_id', '=', companyId).orderBy('unit_id').execute()
  return rows.map((row) => ({ unitId: row.unit_id, name: row.name, parentId: row.parent_id, kind: row.kind }))
}

export async function insertUnit(tx: CompanyTransaction, companyId: string, unit: Unit): Promise<void> {
  await tx
    .insertInto('unit')
    .values({ company_id: companyId, unit_id: unit.unitId, name: unit.name, parent_id: unit.parentId, kind: unit.kind })
    .execute()
}

/** Everybody of the company with the roles they hold. */
export async function listStaff(tx: CompanyTransaction, companyId: string): Promise<readonly StaffMember[]> {
  const people = await tx
    .selectFrom('staff')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('staff_id')
    .execute()
  const roles = await tx.selectFrom('staff_role').selectAll().where('company_id', '=', companyId).execute()
  const grants = Map.groupBy(roles, (row) => row.staff_id)
  return people.map((row) => ({
    staffId: row.staff_id,
    name: row.name,
    unitId: row.unit_id,
    phone: row.phone ?? '',
    active: row.active,
    absentUntil: row.absent_until,
    coverStaffId: row.cover_staff_id,
    grants: (grants.get(row.staff_id) ?? []).map(
      (grant): RoleGrant => ({
        role: grant.role as StaffRole,
        unitId: grant.unit_id,
        voltageClasses: grant.voltage_classes as VoltageClass[],
      }),
    ),
  }))
}

export async function insertStaff(
  tx: CompanyTransaction,
  companyId: string,
  member: Omit<StaffMember, 'absentUntil' | 'coverStaffId' | 'active'>,
): Promise<void> {
  await tx
    .insertInto('staff')
    .values({
      company_id: companyId,
      staff_id: member.staffId,
      name: member.name,
      unit_id: member.unitId,
      phone: member.phone,
      absent_until: null,
      cover_staff_id: null,
    })
    .execute()
  await replaceRoles(tx, companyId, member.staffId, member.grants)
}

export async function replaceRoles(
  tx: CompanyTransaction,
  companyId: string,
  staffId: string,
  grants: readonly RoleGrant[],
): Promise<void> {
  await tx.deleteFrom('staff_role').where('company_id', '=', companyId).where('staff_id', '=', staffId).execute()
  if (grants.length === 0) return
  await tx
    .insertInto('staff_role')
    .values(
      grants.map((grant) => ({
        company_id: companyId,
        staff_id: staffId,
        role: grant.role,
        unit_id: grant.unitId,
        voltage_classes: [...grant.voltageClasses],
      })),
    )
    .execute()
}

export async function updateStaff(
  tx: CompanyTransaction,
  companyId: string,
  staffId: string,
  change: {
    active?: boolean
    absent_until?: string | null
    cover_staff_id?: string | null
    phone?: string
    unit_id?: string
  },
): Promise<boolean> {
  // Only roles changed: there is nothing to set on the person's own row.
  if (Object.keys(change).length === 0) return true
  const updated = await tx
    .updateTable('staff')
    .set(change)
    .where('company_id', '=', companyId)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return updated.numUpdatedRows > 0n
}
