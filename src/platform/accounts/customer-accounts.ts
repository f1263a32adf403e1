import { accept, newId, type Result, refuse } from '#kernel'
import type { AccountDatabase } from './account-database.ts'
import { isPhone, readPhone } from './account-names.ts'
import { addressOf } from './auth-library.ts'

export interface CustomerRef {
  readonly companyId: string
  readonly phone: string
  readonly name?: string
}

/**
 * The key of the customer with this phone, who gets an account if there is none: so a case taken at the counter is there
 * when its applicant first signs in. The key is the account's id: it stays when the phone changes.
 */
export async function ensureCustomer(
  database: AccountDatabase,
  customer: CustomerRef,
): Promise<Result<{ customerKey: string }>> {
  const phone = readPhone(customer.phone)
  if (!isPhone(phone)) return refuse({ code: 'faulty-input', faults: [{ path: 'phone', code: 'phone-form' }] })
  const id = newId(Date.now())
  const { companyId, name = '' } = customer
  await database
    .insertInto('user')
    .values({
      id,
      kind: 'customer',
      companyId,
      staffId: null,
      username: null,
      name,
      email: addressOf(id),
      phoneNumber: phone,
      phoneNumberVerified: false,
    })
    .onConflict((conflict) => conflict.column('phoneNumber').doNothing())
    .execute()
  const row = await database
    .selectFrom('user')
    .select(['id', 'companyId'])
    .where('phoneNumber', '=', phone)
    .executeTakeFirstOrThrow()
  if (row.companyId !== companyId) return refuse({ code: 'phone-of-other-company' })
  return accept({ customerKey: row.id })
}

/** What a customer is called, told by the customer or read from the proof of identity. */
export async function nameCustomer(database: AccountDatabase, customerKey: string, name: string): Promise<void> {
  await database
    .updateTable('user')
    .set({ name })
    .where('id', '=', customerKey)
    .where('kind', '=', 'customer')
    .execute()
}

/** The phone messages to this customer go to; undefined: no such customer. */
export async function findPhone(database: AccountDatabase, customerKey: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('user')
    .select('phoneNumber')
    .where('id', '=', customerKey)
    .where('kind', '=', 'customer')
    .executeTakeFirst()
  return row?.phoneNumber ?? undefined
}
