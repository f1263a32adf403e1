import type { CaseFile } from '#casefile'
import type { JsonObject } from '#kernel'
import type { CompanyTransaction } from '#platform/database/index'

interface SupplyAccountTable {
  company_id: string
  account_number: string
  case_id: string
  supply: string
  is_on: boolean
}

const tableOf = (tx: CompanyTransaction) => tx.withTables<{ supply_account: SupplyAccountTable }>()

/** Keeps what the account is from now on. */
export async function keepSupply(
  tx: CompanyTransaction,
  file: CaseFile,
  accountNumber: string,
  supply: JsonObject,
  isOn: boolean,
): Promise<void> {
  const row = { case_id: file.caseId, supply: JSON.stringify(supply), is_on: isOn }
  await tableOf(tx)
    .insertInto('supply_account')
    .values({ company_id: file.companyId, account_number: accountNumber, ...row })
    .onConflict((conflict) => conflict.columns(['company_id', 'account_number']).doUpdateSet(row))
    .execute()
}

/** The account is closed: nobody finds a supply under it any more. */
export async function closeSupply(tx: CompanyTransaction, file: CaseFile, accountNumber: string): Promise<void> {
  await tableOf(tx)
    .updateTable('supply_account')
    .set({ case_id: file.caseId, is_on: false })
    .where('company_id', '=', file.companyId)
    .where('account_number', '=', accountNumber)
    .execute()
}

/** The supply that is on under this account number; undefined where none of ours is. */
export async function findSupply(
  tx: CompanyTransaction,
  companyId: string,
  accountNumber: string,
): Promise<JsonObject | undefined> {
  const row = await tableOf(tx)
    .selectFrom('supply_account')
    .select('supply')
    .where('company_id', '=', companyId)
    .where('account_number', '=', accountNumber)
    .where('is_on', '=', true)
    .executeTakeFirst()
  return row ? (typeof row.supply === 'string' ? JSON.parse(row.supply) : row.supply) : undefined
}
