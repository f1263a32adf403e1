import type { CompanyTransaction } from '#platform/database/index'

export interface SignatureCodeTable {
  company_id: string
  case_id: string
  task_id: string
  customer_key: string
  code_hash: string
  sent_at: string
  expires_at: string
  tries_left: number
}

/** The step a code counts for, and whose it is. */
export interface SignedStep {
  readonly companyId: string
  readonly caseId: string
  readonly taskId: string
  readonly customerKey: string
}

const tableOf = (tx: CompanyTransaction) => tx.withTables<{ signature_code: SignatureCodeTable }>()

export async function findCode(tx: CompanyTransaction, step: SignedStep): Promise<SignatureCodeTable | undefined> {
  return await tableOf(tx)
    .selectFrom('signature_code')
    .selectAll()
    .where('company_id', '=', step.companyId)
    .where('case_id', '=', step.caseId)
    .where('task_id', '=', step.taskId)
    .where('customer_key', '=', step.customerKey)
    .forUpdate()
    .executeTakeFirst()
}

/** A new code takes the place of the one before. */
export async function putCode(tx: CompanyTransaction, row: SignatureCodeTable): Promise<void> {
  const { code_hash, sent_at, expires_at, tries_left } = row
  await tableOf(tx)
    .insertInto('signature_code')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'case_id', 'task_id', 'customer_key'])
        .doUpdateSet({ code_hash, sent_at, expires_at, tries_left }),
    )
    .execute()
}

export async function setTriesLeft(tx: CompanyTransaction, step: SignedStep, triesLeft: number): Promise<void> {
  await tableOf(tx)
    .updateTable('signature_code')
    .set({ tries_left: triesLeft })
    .where('company_id', '=', step.companyId)
    .where('case_id', '=', step.caseId)
    .where('task_id', '=', step.taskId)
    .where('customer_key', '=', step.customerKey)
    .execute()
}
