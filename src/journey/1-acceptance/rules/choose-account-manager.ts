import { mayActAs, type StaffMember, type VoltageClass } from '#casefile'
import type { PlainDate } from '#kernel'

/**
 * One-to-one service (S11): the account manager of the unit with the fewest open cases who is below the load limit and not
 * away; a manager who is away is stood in for by the named cover. Undefined: nobody is free, which a manager must see.
 */
export function chooseAccountManager(
  staff: readonly StaffMember[],
  openCases: ReadonlyMap<string, number>,
  unitId: string,
  voltageClass: VoltageClass,
  limit: number,
  today: PlainDate,
): StaffMember | undefined {
  const able = staff.filter(
    (member) =>
      member.active &&
      (member.absentUntil === null || member.absentUntil < today) &&
      mayActAs({ kind: 'staff', companyId: '', ...member }, 'account-manager', unitId, voltageClass),
  )
  const load = (member: StaffMember) => openCases.get(member.staffId) ?? 0
  // Of two with the same load the name decides, so that the same question gets the same answer.
  return able
    .filter((member) => load(member) < limit)
    .sort((a, b) => load(a) - load(b) || (a.staffId < b.staffId ? -1 : 1))[0]
}
