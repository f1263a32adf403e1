import { createTestDatabase } from '../../../tests/test-database.ts'
import type { LogEntry } from '../http/request-log.ts'
import { createSampleApp } from '../http/sample-app.ts'
import { createCatalogue, faultMessages, refusalMessages } from '../i18n/index.ts'
import { accountMessages } from './account-messages.ts'
import { readAccountPolicy } from './account-policy.ts'
import { type AccountsOptions, createAccounts } from './accounts.ts'

export const samplePassword = '云栖送电 in 2026'

/** Accounts on a database of their own, behind the sample application, with codes kept in `codes` instead of sent. */
export async function openSampleAccounts(extra: Partial<AccountsOptions> = {}) {
  const database = await createTestDatabase()
  const companyId = await database.addCompany()
  const codes = new Map<string, string>()
  const log: LogEntry[] = []
  const catalogue = createCatalogue([refusalMessages, faultMessages, accountMessages])
  const options: AccountsOptions = {
    database,
    secret: 'a secret of the tests, 32 characters and more',
    codeSender: { send: async (phone, code) => void codes.set(phone, code) },
    catalogue,
    log: (entry) => void log.push(entry),
    policy: readAccountPolicy('2026-11-23'),
    ...extra,
  }
  const accounts = createAccounts(options)
  await database.withCompany(companyId, async (tx) => {
    await tx
      .insertInto('unit')
      .values({ company_id: companyId, unit_id: 'north', name: '城北供电所', parent_id: null, kind: 'station' })
      .execute()
  })
  const { app } = createSampleApp({ accounts, catalogue, log: (entry) => void log.push(entry) })
  return {
    accounts,
    app,
    codes,
    companyId,
    database,
    log,
    options,
    addStaff: (staffId: string, role: string) => addStaff(database, companyId, staffId, role),
    close: async () => {
      await accounts.close()
      await database.close()
    },
  }
}

type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>

async function addStaff(database: TestDatabase, companyId: string, staffId: string, role: string): Promise<void> {
  const ref = { company_id: companyId, staff_id: staffId }
  await database.withCompany(companyId, async (tx) => {
    const person = {
      ...ref,
      name: `姓名 ${staffId}`,
      unit_id: 'north',
      phone: null,
      absent_until: null,
      cover_staff_id: null,
    }
    await tx.insertInto('staff').values(person).execute()
    await tx
      .insertInto('staff_role')
      .values({ ...ref, role, unit_id: null, voltage_classes: ['lv', 'hv'] })
      .execute()
  })
}

type SampleApp = Awaited<ReturnType<typeof openSampleAccounts>>['app']

/** One call to the application; cookies as in a browser are the caller's business. */
export async function callApp(app: SampleApp, method: string, path: string, body?: unknown, cookie = '') {
  const headers = { 'content-type': 'application/json', 'accept-language': 'en', ...(cookie && { cookie }) }
  const response = await app.request(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const cookies = response.headers.getSetCookie()
  return {
    status: response.status,
    body: await response.json(),
    headers: response.headers,
    cookies,
    cookie: cookies.map((line) => line.split(';')[0]).join('; '),
  }
}
