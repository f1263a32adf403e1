import { sql } from 'kysely'
import type { PlainDate } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'

/** 申请编号 `YK26-0302-007`: year, month and day, and the number of the day. Two at once get the same; the write then tries again. */
export async function nextCaseNumber(tx: CompanyTransaction, companyId: string, today: PlainDate): Promise<string> {
  const prefix = `YK${today.slice(2, 4)}-${today.slice(5, 7)}${today.slice(8, 10)}-`
  const row = await tx
    .selectFrom('case_file')
    .select(sql<string | null>`max(case_number)`.as('last'))
    .where('company_id', '=', companyId)
    .where('case_number', '>=', prefix)
    .where('case_number', '<', `${prefix}~`)
    .executeTakeFirst()
  const last = Number(row?.last?.slice(prefix.length) ?? 0)
  return `${prefix}${String(last + 1).padStart(3, '0')}`
}

/** Which case has this number. */
export async function findCaseId(
  tx: CompanyTransaction,
  companyId: string,
  caseNumber: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('case_file')
    .select('case_id')
    .where('company_id', '=', companyId)
    .where('case_number', '=', caseNumber)
    .executeTakeFirst()
  return row?.case_id
}
