import { type Actor, holdsRole, type StaffMember } from '#casefile'
import { accept, type Fault, type Result, refuse } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'
import type { AddStaff, AddUnit, ChangeStaff } from './api.ts'
import { insertStaff, insertUnit, listStaff, listUnits, replaceRoles, updateStaff } from './store.ts'

/** What the accounts must do beside the staff row; handed in by `main.ts`. */
export interface StaffAccounts {
  invite(account: { companyId: string; staffId: string; login: string }): Promise<Result<{ setupToken: string }>>
  deactivate(companyId: string, staffId: string): Promise<void>
  /** Roles or name changed: the next request reads them anew. */
  changed(companyId: string, staffId: string): Promise<void>
}

/** 新增人员: the person, the roles and the account; the one-time token to set a password with is told once. */
export async function addStaff(
  tx: CompanyTransaction,
  accounts: StaffAccounts,
  actor: Actor,
  form: AddStaff,
): Promise<Result<{ staffId: string; setupToken: string }>> {
  if (!holdsRole(actor, 'administrator')) return refuse({ code: 'no-right', data: { role: 'administrator' } })
  const faults = await faultsOf(tx, actor.companyId, form)
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  // The account first: a login that is taken must not leave a person without one.
  const account = await accounts.invite({ companyId: actor.companyId, staffId: form.staffId, login: form.login })
  if (!account.ok) return account
  await insertStaff(tx, actor.companyId, form)
  return accept({ staffId: form.staffId, setupToken: account.value.setupToken })
}

async function faultsOf(tx: CompanyTransaction, companyId: string, form: AddStaff): Promise<Fault[]> {
  const units = new Set((await listUnits(tx, companyId)).map((unit) => unit.unitId))
  const staff = await listStaff(tx, companyId)
  const faults: Fault[] = []
  if (!units.has(form.unitId)) faults.push({ path: 'unitId', code: 'unknown-unit' })
  if (staff.some((member) => member.staffId === form.staffId)) faults.push({ path: 'staffId', code: 'staff-id-taken' })
  return [...faults, ...grantFaults(units, form.grants)]
}

function grantFaults(units: ReadonlySet<string>, grants: AddStaff['grants']): Fault[] {
  return grants.flatMap(({ unitId }, index) =>
    unitId === null || units.has(unitId) ? [] : [{ path: `grants.${index}.unitId`, code: 'unknown-unit' }],
  )
}

/** 新增供电所、部门 */
export async function addUnit(
  tx: CompanyTransaction,
  companyId: string,
  form: AddUnit,
): Promise<Result<{ unitId: string }>> {
  const units = new Set((await listUnits(tx, companyId)).map((unit) => unit.unitId))
  const faults: Fault[] = []
  if (units.has(form.unitId)) faults.push({ path: 'unitId', code: 'unit-id-taken' })
  if (form.parentId !== null && !units.has(form.parentId)) faults.push({ path: 'parentId', code: 'unknown-unit' })
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  await insertUnit(tx, companyId, form)
  return accept({ unitId: form.unitId })
}

/** 人员变动: roles, absence with cover, leaving. Sessions of a leaver end at once. */
export async function changeStaff(
  tx: CompanyTransaction,
  accounts: StaffAccounts,
  actor: Actor,
  staffId: string,
  form: ChangeStaff,
): Promise<Result<{ staffId: string }>> {
  const isAdministrator = holdsRole(actor, 'administrator')
  const onlyAbsence = form.active === undefined && form.grants === undefined
  if (!isAdministrator && !(onlyAbsence && holdsRole(actor, 'manager')))
    return refuse({ code: 'no-right', data: { role: 'administrator' } })
  const staff = await listStaff(tx, actor.companyId)
  const member = staff.find((candidate) => candidate.staffId === staffId)
  if (!member) return refuse({ code: 'not-found' })
  const units = new Set((await listUnits(tx, actor.companyId)).map((unit) => unit.unitId))
  const faults = [...coverFaults(staff, staffId, form), ...grantFaults(units, form.grants ?? [])]
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  await updateStaff(tx, actor.companyId, staffId, {
    ...(form.active === undefined ? {} : { active: form.active }),
    ...(form.absentUntil === undefined ? {} : { absent_until: form.absentUntil }),
    ...(form.coverStaffId === undefined ? {} : { cover_staff_id: form.coverStaffId }),
  })
  if (form.grants) await replaceRoles(tx, actor.companyId, staffId, form.grants)
  if (form.active === false) await accounts.deactivate(actor.companyId, staffId)
  else await accounts.changed(actor.companyId, staffId)
  return accept({ staffId })
}

function coverFaults(staff: readonly StaffMember[], staffId: string, form: ChangeStaff): Fault[] {
  if (!form.coverStaffId) return []
  const cover = staff.find((candidate) => candidate.staffId === form.coverStaffId)
  if (!cover?.active || cover.staffId === staffId) return [{ path: 'coverStaffId', code: 'no-such-colleague' }]
  return []
}
