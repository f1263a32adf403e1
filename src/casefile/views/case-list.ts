import { sql } from 'kysely'
import type { CompanyTransaction } from '#platform/database/index'
import type { StaffActor } from '../actor.ts'

export interface CaseFilter {
  readonly status?: string | undefined
  readonly kind?: string | undefined
  readonly voltageClass?: string | undefined
  readonly unitId?: string | undefined
  readonly stage?: string | undefined
  readonly flag?: string | undefined
  readonly accountManager?: string | undefined
  /** Case id of the last row of the page before. */
  readonly after?: { readonly openedAt: string; readonly caseId: string } | undefined
  readonly limit: number
}

const listed = [
  'case_id',
  'case_number',
  'version',
  'status',
  'kind',
  'variant',
  'stage',
  'unit_id',
  'voltage_class',
  'customer_name',
  'address',
  'capacity_kva',
  'account_manager',
  'flags',
  'due_on',
  'opened_at',
  'changed_at',
] as const

/** Cases of the units and voltage classes the person may see. */
const casesSeenBy = (tx: CompanyTransaction, actor: StaffActor) =>
  tx
    .selectFrom('case_file')
    .select(listed)
    .where('company_id', '=', actor.companyId)
    .where((eb) =>
      eb.or(
        actor.grants.map((grant) =>
          eb.and([
            eb('voltage_class', 'in', [...grant.voltageClasses]),
            ...(grant.unitId === null ? [] : [eb('unit_id', '=', grant.unitId)]),
          ]),
        ),
      ),
    )

/** Those of these cases that the person may see, in no order. */
export async function listCasesById(tx: CompanyTransaction, actor: StaffActor, caseIds: readonly string[]) {
  return caseIds.length > 0 ? await casesSeenBy(tx, actor).where('case_id', 'in', caseIds).execute() : []
}

/** Cases the person may see, newest first. */
export async function listCases(tx: CompanyTransaction, actor: StaffActor, filter: CaseFilter) {
  let query = casesSeenBy(tx, actor)
  if (filter.status) query = query.where('status', '=', filter.status)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.voltageClass) query = query.where('voltage_class', '=', filter.voltageClass)
  if (filter.unitId) query = query.where('unit_id', '=', filter.unitId)
  if (filter.stage) query = query.where('stage', '=', filter.stage)
  if (filter.accountManager) query = query.where('account_manager', '=', filter.accountManager)
  if (filter.flag) query = query.where(sql<boolean>`${filter.flag} = any(flags)`)
  if (filter.after) {
    const { openedAt, caseId } = filter.after
    query = query.where(sql<boolean>`(opened_at, case_id) < (${openedAt}::timestamptz, ${caseId})`)
  }
  return await query.orderBy('opened_at', 'desc').orderBy('case_id', 'desc').limit(filter.limit).execute()
}

export async function listCustomerCases(tx: CompanyTransaction, companyId: string, customerKey: string) {
  return await tx
    .selectFrom('case_file')
    .select(listed)
    .where('company_id', '=', companyId)
    .where('customer_key', '=', customerKey)
    .orderBy('opened_at', 'desc')
    .limit(100)
    .execute()
}

/** Open cases per account manager, for one-to-one service with a load limit. */
export async function countOpenByManager(
  tx: CompanyTransaction,
  companyId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('case_file')
    .select(['account_manager', sql<string>`count(*)`.as('open')])
    .where('company_id', '=', companyId)
    .where('status', 'in', ['open', 'suspended'])
    // A temporary supply in use asks nothing of anybody until its end comes near.
    .where((eb) => eb.or([eb('stage', 'is', null), eb('stage', '!=', 'temporary-use')]))
    .where('account_manager', 'is not', null)
    .groupBy('account_manager')
    .execute()
  return new Map(rows.map((row) => [row.account_manager ?? '', Number(row.open)]))
}

/** What is open per person: tasks held, late ones among them. */
export async function countTasksByPerson(tx: CompanyTransaction, companyId: string, today: string) {
  const rows = await tx
    .selectFrom('task')
    .select([
      'assignee',
      sql<string>`count(*)`.as('open'),
      sql<string>`count(*) filter (where due_on < ${today})`.as('late'),
    ])
    .where('company_id', '=', companyId)
    .where('assignee', 'is not', null)
    .groupBy('assignee')
    .execute()
  return new Map(rows.map((row) => [row.assignee ?? '', { open: Number(row.open), late: Number(row.late) }]))
}
