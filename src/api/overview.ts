import { sql } from 'kysely'
import type { StaffActor } from '#casefile'
import { addDays, dateInShanghai } from '#kernel'
import { listStaff } from '#workforce/people/index'
import { countOpenByManager, countTasksByPerson } from '../casefile/views/case-list.ts'
import { listInbox } from '../casefile/views/inbox.ts'
import type { Tongdian } from './tongdian.ts'

/** 主管: what is late or about to be, who is loaded, where cases stand, which calendar is missing. */
export async function showOverview({ database, shelf }: Tongdian, actor: StaffActor, now: Date) {
  const today = dateInShanghai(now)
  const { companyId } = actor
  const standards = await shelf.get(companyId)
  return await database.withCompany(companyId, async (tx) => {
    const tasks = await countTasksByPerson(tx, companyId, today)
    const openCases = await countOpenByManager(tx, companyId)
    const stages = await tx
      .selectFrom('case_file')
      .select(['stage', 'voltage_class', sql<string>`count(*)`.as('cases')])
      .where('company_id', '=', companyId)
      .where('status', '=', 'open')
      .groupBy(['stage', 'voltage_class'])
      .execute()
    const statuses = await tx
      .selectFrom('case_file')
      .select(['status', sql<string>`count(*)`.as('cases')])
      .where('company_id', '=', companyId)
      .groupBy('status')
      .execute()
    const pressing = await listInbox(tx, actor, { queue: 'team', due: 'soon', limit: 100 }, today, addDays(today, 3))
    const staff = await listStaff(tx, companyId)
    return {
      today,
      pressing,
      stages: stages.map((row) => ({ stage: row.stage, voltageClass: row.voltage_class, cases: Number(row.cases) })),
      statuses: statuses.map((row) => ({ status: row.status, cases: Number(row.cases) })),
      people: staff
        .filter((member) => member.active)
        .map((member) => ({
          staffId: member.staffId,
          name: member.name,
          unitId: member.unitId,
          roles: [...new Set(member.grants.map((grant) => grant.role))],
          openTasks: tasks.get(member.staffId)?.open ?? 0,
          lateTasks: tasks.get(member.staffId)?.late ?? 0,
          openCases: openCases.get(member.staffId) ?? 0,
          absentUntil: member.absentUntil,
          coverStaffId: member.coverStaffId,
        })),
      caseLimitPerManager: standards.setting('account-manager-open-cases', today),
      /** The first year a running clock may need whose calendar is not published. */
      missingCalendarYear: (standards.calendar.years.at(-1) ?? 0) + 1,
    }
  })
}
