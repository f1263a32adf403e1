import { type ExpressionBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel'
import type { CompanyTransaction, Tables } from '#platform/database/index'
import type { StaffActor } from '../actor.ts'

export const inboxQueues = ['mine', 'team', 'claimable', 'countersign', 'delegated'] as const
export type InboxQueue = (typeof inboxQueues)[number]

export interface InboxFilter {
  readonly queue: InboxQueue
  readonly stage?: string | undefined
  readonly kind?: string | undefined
  readonly voltageClass?: string | undefined
  readonly unitId?: string | undefined
  readonly flag?: string | undefined
  readonly due?: 'late' | 'today' | 'soon' | undefined
  readonly useCase?: string | undefined
  /** Key of the last row of the page before. */
  readonly after?: { readonly place: string; readonly caseId: string; readonly taskId: string } | undefined
  readonly limit: number
}

type TaskExpression = ExpressionBuilder<Tables, 'task'>

/** Tasks whose role the person holds, for the units and voltage classes of the grant. */
function withinGrants(eb: TaskExpression, actor: StaffActor) {
  return eb.or(
    actor.grants.map((grant) =>
      eb.and([
        eb('role', '=', grant.role),
        eb('voltage_class', 'in', [...grant.voltageClasses]),
        ...(grant.unitId === null ? [] : [eb('unit_id', '=', grant.unitId)]),
      ]),
    ),
  )
}

/** A manager's team: every task of company people in the units he manages. */
function withinTeam(eb: TaskExpression, actor: StaffActor) {
  const managed = actor.grants.filter((grant) => grant.role === 'manager')
  if (managed.length === 0) return withinGrants(eb, actor)
  return eb.or([
    withinGrants(eb, actor),
    ...managed.map((grant) =>
      eb.and([
        eb('voltage_class', 'in', [...grant.voltageClasses]),
        ...(grant.unitId === null ? [] : [eb('unit_id', '=', grant.unitId)]),
      ]),
    ),
  ])
}

function inQueue(eb: TaskExpression, actor: StaffActor, queue: InboxQueue) {
  switch (queue) {
    case 'mine':
      return eb('assignee', '=', actor.staffId)
    case 'team':
      return withinTeam(eb, actor)
    case 'claimable':
      return eb.and([eb('assignee', 'is', null), eb('state', '=', 'open'), withinGrants(eb, actor)])
    case 'countersign':
      return sql<boolean>`${actor.staffId} = any(candidates) and candidates <> '{}'`
    case 'delegated':
      return sql<boolean>`${`delegated-by:${actor.staffId}`} = any(candidates) and candidates <> '{}'`
  }
}

/**
 * One page of a person's list, most urgent first, by one indexed query; the key of the last row gets the next page, so that
 * rows that come and go do not shift it.
 */
export async function listInbox(
  tx: CompanyTransaction,
  actor: StaffActor,
  filter: InboxFilter,
  today: PlainDate,
  soonUntil: PlainDate,
) {
  let query = tx
    .selectFrom('task')
    .selectAll()
    .where('company_id', '=', actor.companyId)
    .where((eb) => inQueue(eb, actor, filter.queue))
  if (filter.queue !== 'team') query = query.where('role', '<>', 'customer')
  if (filter.stage) query = query.where('stage', '=', filter.stage)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.voltageClass) query = query.where('voltage_class', '=', filter.voltageClass)
  if (filter.unitId) query = query.where('unit_id', '=', filter.unitId)
  if (filter.useCase) query = query.where('use_case', '=', filter.useCase)
  if (filter.flag) query = query.where(sql<boolean>`${filter.flag} = any(flags)`)
  if (filter.due === 'late') query = query.where('due_on', '<', today)
  if (filter.due === 'today') query = query.where('due_on', '=', today)
  if (filter.due === 'soon') query = query.where('due_on', '<=', soonUntil)
  if (filter.after) {
    const { place, caseId, taskId } = filter.after
    query = query.where(sql<boolean>`(place, case_id, task_id) > (${place}, ${caseId}, ${taskId})`)
  }
  return await query.orderBy('place').orderBy('case_id').orderBy('task_id').limit(filter.limit).execute()
}

/** How many tasks each queue holds, and how many of them are late or due today. */
export async function countInbox(tx: CompanyTransaction, actor: StaffActor, today: PlainDate) {
  const counts: Record<string, { total: number; late: number; today: number }> = {}
  for (const queue of inboxQueues) {
    let query = tx
      .selectFrom('task')
      .select([
        sql<string>`count(*)`.as('total'),
        sql<string>`count(*) filter (where due_on < ${today})`.as('late'),
        sql<string>`count(*) filter (where due_on = ${today})`.as('today'),
      ])
      .where('company_id', '=', actor.companyId)
      .where((eb) => inQueue(eb, actor, queue))
    if (queue !== 'team') query = query.where('role', '<>', 'customer')
    const row = await query.executeTakeFirstOrThrow()
    counts[queue] = { total: Number(row.total), late: Number(row.late), today: Number(row.today) }
  }
  return counts
}
